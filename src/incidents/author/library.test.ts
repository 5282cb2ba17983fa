import { expect, test } from 'vitest';
import { listSystems } from '../../systems/system-file.ts';
import { say } from '../../words/said.ts';
import { lintNote } from '../lint/lint.ts';
import { readNoteFile } from '../model/note-file.ts';
import { WITHOUT_PLAYBOOK } from './incident-draft.ts';
import { readLibrary, type Shelf } from './library.ts';
import { noteText } from './note-text.ts';

const { systems } = await readLibrary('content', 'en');
const context = {
  systems: new Map([...systems].map(([id, { system }]) => [id, system])),
  playbooks: new Map([...systems].map(([id, { playbooks }]) => [id, [...playbooks.keys()]])),
  now: '2026-01-05T10:00:00Z',
  published: () => null,
  exists: () => false,
};

/** What the lint refuses of one sentence, in a note that is well otherwise. */
async function refused(words: { en: string; id: string }, { system }: Shelf): Promise<string[]> {
  const fill = (text: string) => text.replace(/\{\w+\}|\[…\]/g, 'TPC');
  const facts = {
    title: { en: 'Disturbance of the service', id: 'Gangguan layanan' },
    system: system.id,
    components: [system.components[0]?.id],
    severity: system.severities.at(-1)?.id,
    started: '2026-01-05 16:00 +07:00',
  };
  const text = noteText(facts, {
    status: 'investigating',
    at: '2026-01-05T09:30:00Z',
    zone: 'Asia/Jakarta',
    words: { en: fill(words.en), id: fill(words.id) },
  });
  const note = readNoteFile('incident', '2026-01-05-disturbance.md', new TextEncoder().encode(text));
  const findings = await lintNote(note, context);
  return findings
    .filter(({ level }) => level === 'error')
    .map((found) => `${found.rule}: ${say(found, 'en')} (${words.en} / ${words.id})`);
}

test.each(await listSystems('content'))(
  'TPC-20: %s: no sentence of any playbook promises, leaks or mixes up languages',
  async (id) => {
    const shelf = systems.get(id);
    if (shelf === undefined) throw new Error(`${id} can not be read`);
    const templates = [WITHOUT_PLAYBOOK, ...[...shelf.playbooks.values()].map((one) => one.templates)];
    const sentences = templates.flatMap((one) => Object.values(one).flat());
    const words = new Map(
      sentences
        .flatMap(({ text, failing, unknown }) => [text, failing, unknown])
        .filter((one) => one !== undefined)
        .map((one) => [one.en, one]),
    );
    for (const one of words.values()) expect(await refused(one, shelf)).toEqual([]);
  },
);
