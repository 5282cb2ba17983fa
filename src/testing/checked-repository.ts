import { type CheckCommand, checkCommand } from '../status/run/command.ts';
import { check } from './checks.ts';
import { createRepository, type TestClone } from './repository.ts';

const words = { en: 'Name', id: 'Nama' };

/** A repository with one system, "sample", whose only check asks `env:SAMPLE_URL`; `files` beside it. */
export function createCheckedRepository(files: Readonly<Record<string, string>> = {}): Promise<TestClone> {
  const system = {
    id: 'sample',
    name: words,
    summary: words,
    components: [{ id: 'api', name: words }],
    checks: [check({ id: 'answers', kind: 'http', request: { url: 'env:SAMPLE_URL' } })],
  };
  // JSON is YAML.
  return createRepository({ ...files, 'content/written/systems/sample/system.yaml': JSON.stringify(system) });
}

/** `npm run check` in a clone, at a time of the test's choosing. */
export async function runChecks(
  { contentRoot }: TestClone,
  url: string,
  now: string,
  more: Partial<CheckCommand> = {},
): Promise<void> {
  await checkCommand({ contentRoot, settings: { SAMPLE_URL: url }, now: () => now, ...more });
}
