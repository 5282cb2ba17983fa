import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readNoteFile } from '../domain/note-file.ts';
import { lintNote } from '../lint/lint.ts';
import { readLibrary } from './library.ts';

const guide = await readFile('content/written/incidents/README.md', 'utf8');
const { systems } = await readLibrary('content');
const examples = [...guide.matchAll(/```markdown\n(.*?)```/gs)].map(([, text = '']) => text);

test.each([
  ['incident', '2026-01-05-distribution-delayed.md', 0],
  ['maintenance', 'weekly-database-maintenance.md', 1],
] as const)('the %s that the guide shows is accepted as it stands', async (kind, file, at) => {
  const note = readNoteFile(kind, file, new TextEncoder().encode(examples[at] ?? ''));
  const findings = await lintNote(note, {
    systems: new Map([...systems].map(([id, { system }]) => [id, system])),
    playbooks: new Map([...systems].map(([id, { playbooks }]) => [id, [...playbooks.keys()]])),
    now: '2026-01-06T04:00:00Z',
    published: () => null,
    exists: () => false,
  });
  expect(findings).toEqual([]);
});

test('the guide stands in both languages', () => {
  expect(guide).toContain('# Telling the public about an incident');
  expect(guide).toContain('# Memberi tahu publik tentang insiden');
});
