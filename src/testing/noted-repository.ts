import { createRepository, type TestClone } from './repository.ts';
import { siteText } from './site.ts';

const words = { en: 'Name', id: 'Nama' };

/** A system as notes need it: components, a scale of severities, a playbook. */
const NOTED_SYSTEM = {
  id: 'tpc',
  name: words,
  summary: words,
  components: [{ id: 'distribution', name: words }],
  severities: [
    { id: 'critical', name: words, impact: 'critical' },
    { id: 'low', name: words, impact: 'minor' },
  ],
};

/** The files of a content root in which notes can be written. JSON is YAML. */
export const NOTED_CONTENT: Readonly<Record<string, string>> = {
  'content/written/site.yaml': siteText(),
  'content/written/systems/tpc/system.yaml': JSON.stringify(NOTED_SYSTEM),
  'content/written/systems/tpc/playbooks/cron-failure.yaml': '',
};

/** A repository with one system and these files. */
export function createNotedRepository(files: Readonly<Record<string, string>> = {}): Promise<TestClone> {
  return createRepository({ ...NOTED_CONTENT, ...files });
}
