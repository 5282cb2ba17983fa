import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Maintenance, windowsBetween } from '../domain/maintenance.ts';
import { readNoteFile, toNote } from '../domain/note-file.ts';
import { lintNote } from '../lint/lint.ts';
import { readSystem } from '../store/system-file.ts';
import { createDesk, onlyNote, refusals, write } from '../testing/writing-desk.ts';

const FOLDER = 'content/written/maintenance';
const NOW = '2026-11-22T12:00:00Z';

async function shipped(slug: string): Promise<Maintenance> {
  const file = path.join(FOLDER, `${slug}.md`);
  const note = toNote(
    readNoteFile('maintenance', file, await readFile(file)),
    await readSystem('content', 'coinscious'),
  );
  if (note?.kind !== 'maintenance') throw new Error(`${file} is no note`);
  return note;
}

test.each([
  [
    'coinscious-database-maintenance',
    ['2026-11-29T02:00:00Z', '2026-12-06T02:00:00Z', '2026-12-13T02:00:00Z'],
  ],
  ['coinscious-security-updates', ['2026-11-30T10:00:00Z', '2026-12-07T10:00:00Z', '2026-12-14T10:00:00Z']],
  ['coinscious-security-audit', ['2026-12-07T13:00:00Z', '2027-01-04T13:00:00Z', '2027-02-01T13:00:00Z']],
  ['coinscious-performance-review', ['2026-12-04T14:00:00Z', '2027-01-01T14:00:00Z', '2027-02-05T14:00:00Z']],
])('COI-08: %s falls on the days of the runbook, and says that UTC is our assumption', async (slug, days) => {
  const note = await shipped(slug);
  const windows = windowsBetween(note, NOW, '2027-02-28T00:00:00Z');
  expect(windows.slice(0, 3).map(({ from }) => from)).toEqual(days);
  expect(note.updates[0]?.text.en).toMatch(/UTC.* our assumption/);
  expect(note.updates[0]?.text.id).toMatch(/UTC.* asumsi kami/);
});

test('COI-08: the four notes that ship pass the lint', async () => {
  const slugs = (await readdir(FOLDER)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(slugs).toHaveLength(4);
  const systems = new Map([['coinscious', await readSystem('content', 'coinscious')]]);
  const context = { systems, playbooks: new Map(), now: NOW, published: () => null, exists: () => false };
  for (const name of slugs) {
    const file = path.join(FOLDER, name);
    expect(await lintNote(readNoteFile('maintenance', file, await readFile(file)), context), name).toEqual(
      [],
    );
  }
});

test('a maintenance is written in both languages, and refused until its text is', async () => {
  const desk = await createDesk();
  const line =
    'maintenance --system tpc --components api,transparency-page --lasts PT30M --rule FREQ=WEEKLY;BYDAY=SU';
  const answers = [
    '--starts',
    '2026-02-01 01:00',
    '--title-en',
    'Weekly update',
    '--title-id',
    'Pembaruan mingguan',
  ];
  expect((await write(desk, line, answers)).exitCode).toBe(0);
  const { file, text, slug } = await onlyNote(desk, 'written/maintenance');
  expect(slug).toBe('weekly-update');
  expect(text).toContain('starts: 2026-02-01 01:00 +07:00\nlasts: PT30M\n');
  expect(text).toContain('recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: Asia/Jakarta }');
  expect(text).toContain('First begins 1 February 2026, 01:00 WIB. […]');
  expect(text).toContain('Pertama kali dimulai 1 Februari 2026 pukul 01.00 WIB. […]');
  expect((await refusals(desk, file, 'maintenance')).map(({ rule }) => rule)).toEqual([
    'unfilled',
    'unfilled',
  ]);
});

test('a maintenance that can not be is refused before it is written, with every reason', async () => {
  const desk = await createDesk();
  expect((await write(desk, 'maintenance --system tpc')).text.split('\n')).toEqual([
    expect.stringMatching(/^--components is missing: .*one of distribution, /),
    expect.stringMatching(/^--starts is missing/),
    expect.stringMatching(/^--lasts is missing/),
    expect.stringMatching(/^--title-en is missing/),
    expect.stringMatching(/^--title-id is missing/),
  ]);
  const line = 'maintenance --system tpc --components api --lasts soon --rule every-sunday';
  const answers = ['--starts', '2026-02-01 01:00', '--title-en', 'A', '--title-id', 'B'];
  const { text, exitCode } = await write(desk, line, answers);
  expect(exitCode).toBe(1);
  const fields = text.split('\n').map((reason) => reason.split(':')[0]);
  expect([...new Set(fields)]).toEqual(['lasts', 'recurs.rule']);
  await expect(onlyNote(desk, 'written/maintenance')).rejects.toThrow('ENOENT');
});
