import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { enterContent } from '../../fold/enter.ts';
import { foldFaults } from '../../fold/faults.ts';
import { acceptNotes } from '../../incidents/accept/accept.ts';
import { readNotes } from '../../incidents/accept/content.ts';
import { lintNote } from '../../incidents/lint/lint.ts';
import { ACCEPTED, NOTES, NOTES_WORDS } from '../../incidents/model/notes-folder.ts';
import { publishedNotes } from '../../incidents/model/published-notes.ts';
import { TAKEN_DOWN } from '../../ledger/takedown.ts';
import { rootOf } from '../../store/published.ts';
import { createNotedRepository } from '../../testing/noted-repository.ts';
import { NOTE, update } from '../../testing/notes.ts';
import type { TestClone } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { readerFor } from '../../testing/site.ts';
import { STATED } from '../../testing/takedown.ts';
import { rewriteLines } from '../../testing/tampering.ts';
import { takenDownSentence } from '../../words/taken-down.ts';
import { recordSince } from '../repository/record-since.ts';

vi.setConfig({ testTimeout: 60_000 });

const SLUG = '2026-01-05-distribution-delayed';
const FILE = `incidents/${SLUG}.md`;
const WROTE =
  NOTE + update('Identified', '2026-01-05 17:00 +07:00', 'Jane Doe caused it.', 'Jane Doe penyebabnya.');

let clone: TestClone;
const accept = (now = '2026-01-05T10:05:00Z') =>
  acceptNotes({ contentRoot: clone.contentRoot, now: () => now, clock: now, lint: lintNote });
beforeEach(async () => {
  clone = await createNotedRepository({ [`content/written/${FILE}`]: WROTE });
  expect(await accept()).toMatchObject({ exitCode: 0 });
  await enterContent(clone.contentRoot, '2026-01-05T10:05:00Z');
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'Published');
});

const takeDown = (...args: string[]) =>
  runCommand('log', ['takedown', 'notes', ...args], { TERANG_CONTENT: clone.contentRoot });
const faults = () => foldFaults(clone.contentRoot, new Date().toISOString());
const written = () => path.join(clone.contentRoot, 'written', FILE);
async function published() {
  const { manifest, ...rest } = await readNotes(rootOf(clone.contentRoot, NOTES));
  if (manifest === null) throw new Error('nothing was published');
  return publishedNotes({ manifest, ...rest }, (language, stated) =>
    takenDownSentence(readerFor(language), stated),
  ).incidents[0];
}
/** Every file of the content in which words stand. */
async function holding(words: string): Promise<string[]> {
  const { manifest } = await readNotes(rootOf(clone.contentRoot, NOTES));
  const named = JSON.stringify(manifest);
  const files = await readdir(clone.contentRoot, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    const text = await readFile(path.join(file.parentPath, file.name), 'utf8');
    if (text.includes(words) && (file.parentPath.includes('written') || named.includes(file.name)))
      found.push(file.name);
  }
  return found;
}

test('npm run log -- takedown notes: the text of an update goes, and pages say when, by whom and why in its place', async () => {
  expect(faults()).toEqual([]);
  expect(await holding('Jane Doe')).toHaveLength(3);
  const done = await takeDown('incident', `${SLUG}/2`, ...STATED);
  expect(done, done.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('2 texts of') });

  expect(await holding('Jane Doe')).toEqual([]);
  expect(faults()).toEqual([]);
  expect(await recordSince(clone.contentRoot, 'HEAD')).toEqual([]);
  const note = await published();
  expect(note?.note.updates).toMatchObject([
    { number: 1, text: { en: expect.stringContaining('has not run since') } },
    {
      ...{ number: 2, status: 'identified', at: '2026-01-05T10:00:00Z' },
      text: {
        en: expect.stringMatching(
          /^\*\*Text taken down on .*Decided by compliance on .*: It named a person\./,
        ),
        id: expect.stringMatching(/^\*\*Teks diturunkan pada .*: Menyebut seseorang\./),
      },
    },
  ]);
  expect(note?.updates_posted.get(2)).toBe('2026-01-05T10:05:00Z');
  expect(await readFile(written(), 'utf8')).toContain(`### English\n\n${TAKEN_DOWN.en}\n`);

  // A run over the notes finds nothing new, and what follows is published behind it.
  expect((await accept(new Date().toISOString())).exitCode).toBe(0);
  expect(faults()).toEqual([]);
  expect((await published())?.changes).toEqual([]);
  // The same once more changes nothing.
  expect(await takeDown('incident', `${SLUG}/2`, ...STATED)).toMatchObject({ code: 0 });
  expect(faults()).toEqual([]);
});

test('who puts the text back into the note is refused, and what was published stands without it', async () => {
  await takeDown('incident', `${SLUG}/2`, ...STATED);
  await writeFile(written(), WROTE);
  const ending = await accept(new Date().toISOString());
  expect(ending).toMatchObject({ exitCode: 1, text: expect.stringContaining('update 2 differs') });
  expect(ending.text).not.toContain('Jane Doe');
  expect((await published())?.note.updates[1]?.text.en).toContain('Text taken down');
  expect(faults()).toEqual([]);
  expect(await holding('Jane Doe')).toEqual([`${SLUG}.md`]);
});

test('a note that says something else there by now is left to its author, who is told; one that says more goes on', async () => {
  const more = update('Monitoring', '2026-01-05 18:00 +07:00', 'It runs.', 'Sudah berjalan.');
  await writeFile(written(), WROTE + more);
  expect((await takeDown('incident', `${SLUG}/2`, ...STATED)).stdout).not.toContain('by hand');
  expect(await readFile(written(), 'utf8')).toContain(more);
  const ending = await accept(new Date().toISOString());
  expect(ending, ending.text).toMatchObject({ exitCode: 0 });
  expect((await published())?.note.updates).toHaveLength(3);
  expect(faults()).toEqual([]);

  const other =
    WROTE.replace('Jane Doe caused it.', 'Jane Doe did it.') + more.replace('It runs.', 'It may run.');
  await writeFile(written(), other);
  const { stdout } = await takeDown('incident', `${SLUG}/2`, ...STATED);
  expect(stdout).toContain(`${FILE} says something else`);
  expect(await readFile(written(), 'utf8')).toBe(other);
});

test('a text that goes from an accepted note without a takedown, or stands in it in spite of one, is named', async () => {
  const gone = expect.objectContaining({ fault: 'takedown', folder: 'notes' });
  await rewriteLines(clone.contentRoot, NOTES, ACCEPTED, (lines) =>
    lines.map((line) => ({
      ...line,
      text: String(line.text)
        .replace('Jane Doe caused it.', TAKEN_DOWN.en)
        .replace('Jane Doe penyebabnya.', TAKEN_DOWN.id),
    })),
  );
  expect(faults()).toContainEqual(expect.objectContaining({ fault: 'row', folder: 'notes' }));
  await rewriteLines(clone.contentRoot, NOTES, NOTES_WORDS, (lines) =>
    lines.map((line) =>
      String(line.text).includes('Jane Doe') ? { digest: line.digest, salt: line.salt } : line,
    ),
  );
  expect(faults()).toContainEqual(gone);
  await clone.git('checkout', '--quiet', '.');
  await clone.git('clean', '--quiet', '--force', '-d');

  expect(faults()).toEqual([]);
  await takeDown('incident', `${SLUG}/2`, ...STATED);
  await rewriteLines(clone.contentRoot, NOTES, ACCEPTED, (lines) =>
    lines.map((line) => ({ ...line, text: WROTE })),
  );
  expect(faults()).toContainEqual({ fault: 'takedown', folder: 'notes', what: `incident ${SLUG}/2` });
});

test('what is no update of a published note is refused, and nothing is written', async () => {
  for (const [kind, id] of [
    ['incident', `${SLUG}/3`],
    ['incident', SLUG],
    ['maintenance', `${SLUG}/2`],
    ['batches', `${SLUG}/2`],
  ] as const)
    expect(await takeDown(kind, id, ...STATED)).toMatchObject({ code: 1 });
  expect(await clone.git('status', '--porcelain')).toBe('');
});
