import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSystem } from '../../systems/system-file.ts';
import { createSession, fillIn, onlyNote, refusals, write } from '../../testing/writing-session.ts';
import { lintNote } from '../lint/lint.ts';
import { type Maintenance, windowsBetween } from '../model/maintenance.ts';
import { readNoteFile, toNote } from '../model/note-file.ts';
import type { Asker } from './question.ts';

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
  const session = await createSession();
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
  expect((await write(session, line, answers)).exitCode).toBe(0);
  const { file, text, slug } = await onlyNote(session, 'written/maintenance');
  expect(slug).toBe('weekly-update');
  expect(text).toContain('starts: 2026-02-01 01:00 +07:00\nlasts: PT30M\n');
  expect(text).toContain('recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: Asia/Jakarta }');
  expect(text).toContain('First begins 1 February 2026, 01:00 WIB. […]');
  expect(text).toContain('Pertama kali dimulai 1 Februari 2026 pukul 01.00 WIB. […]');
  expect((await refusals(session, file, 'maintenance')).map(({ rule }) => rule)).toEqual([
    'unfilled',
    'unfilled',
  ]);
});

test('a maintenance that can not be is refused before it is written, with every reason', async () => {
  const session = await createSession();
  expect((await write(session, 'maintenance --system tpc')).text.split('\n')).toEqual([
    expect.stringMatching(/^--components is missing: .*one of distribution, /),
    expect.stringMatching(/^--starts is missing/),
    expect.stringMatching(/^--lasts is missing/),
    expect.stringMatching(/^--title-en is missing/),
    expect.stringMatching(/^--title-id is missing/),
  ]);
  const line = 'maintenance --system tpc --components api --lasts soon --rule every-sunday';
  const answers = ['--starts', '2026-02-01 01:00', '--title-en', 'A', '--title-id', 'B'];
  const { text, exitCode } = await write(session, line, answers);
  expect(exitCode).toBe(1);
  const fields = text.split('\n').map((reason) => reason.split(':')[0]);
  expect([...new Set(fields)]).toEqual(['--lasts', '--rule']);
  await expect(onlyNote(session, 'written/maintenance')).rejects.toThrow('ENOENT');
});

test('at a terminal the components are those of the system that was chosen, and a length of time is as people say it', async () => {
  const answers: Record<string, string> = {
    system: 'tpc',
    components: 'api',
    starts: '2026-02-01 01:00',
    lasts: '2 jam 30 menit',
    'title-en': 'Upgrade',
    'title-id': 'Peningkatan',
    'text-en': 'The API is away.',
    'text-id': 'API tidak menjawab.',
  };
  const offered: Record<string, string> = {};
  const faults: (string | null | undefined)[] = [];
  const asker: Asker = async ({ flag, choices = [], fault }) => {
    offered[flag] = choices.map(({ name }) => name).join(', ');
    if (flag === 'lasts')
      faults.push(...['2 jam', '90 minutes', 'PT2H', 'sebentar'].map((one) => fault?.(one)));
    return answers[flag] ?? '';
  };
  const session = await createSession({ asker, language: 'id' });
  expect((await write(session, 'maintenance')).text).toContain('Semua sudah terisi.');
  expect(offered.components).toBe('Distribusi, API publik, Halaman transparansi, Data yang diterbitkan');
  expect(faults).toEqual([
    null,
    null,
    null,
    '"sebentar" bukan lama waktu: tulis "2 jam", "90 menit", atau PT2H',
  ]);
  const { file, text } = await onlyNote(session, 'written/maintenance');
  expect(text).toContain('components: [ api ]\nstarts: 2026-02-01 01:00 +07:00\nlasts: PT2H30M\n');
  expect(await refusals(session, file, 'maintenance')).toEqual([]);
});

describe('a further update of planned work', () => {
  const planned = async () => {
    const session = await createSession();
    await write(session, 'maintenance --system tpc --components api --lasts PT2H', [
      ...['--starts', '2026-01-05 17:00', '--title-en', 'Upgrade', '--title-id', 'Peningkatan'],
      ...['--text-en', 'The API is away.', '--text-id', 'API tidak menjawab.'],
    ]);
    const note = await onlyNote(session, 'written/maintenance');
    return { session, running: { ...session, now: '2026-01-05T10:30:00Z' }, ...note };
  };

  test('is appended with what people did behind a place, or in the writer’s own words', async () => {
    const { running, slug, file, text } = await planned();
    expect((await write(running, `update ${slug} --status in-progress`)).exitCode).toBe(0);
    const begun = await readFile(file, 'utf8');
    expect(begun.startsWith(text)).toBe(true);
    expect(begun.slice(text.length)).toBe(
      '\n## In progress · 2026-01-05 17:30 +07:00\n\n### English\n\n[…] The work has begun.\n\n### Indonesia\n\n[…] Pekerjaan telah dimulai.\n',
    );
    expect((await refusals(running, file, 'maintenance')).map(({ rule }) => rule)).toEqual([
      'unfilled',
      'unfilled',
    ]);
    await fillIn(file);
    const own = ['--text-en', 'The API answers again.', '--text-id', 'API menjawab kembali.'];
    expect((await write(running, `update ${file} --status completed`, own)).exitCode).toBe(0);
    expect(await refusals(running, file, 'maintenance')).toEqual([]);
    expect((await readFile(file, 'utf8')).match(/^## \S+/gm)).toEqual([
      '## Scheduled',
      '## In',
      '## Completed',
    ]);
  });

  test('asks a person which note, and then for a status that notes of its kind have', async () => {
    const { running, slug, file } = await planned();
    const asked: string[][] = [];
    const asker: Asker = async ({ flag, choices = [] }) => {
      asked.push([flag, ...choices.map(({ value }) => value)]);
      return flag === 'slug' ? slug : flag === 'true' ? 'yes' : 'verifying';
    };
    expect((await write({ ...running, asker }, 'update')).exitCode).toBe(0);
    expect(asked).toEqual([
      ['slug', slug],
      ['status', 'scheduled', 'in_progress', 'verifying', 'completed', 'correction', 'withdrawn'],
      ['true', 'yes', 'no', 'later'],
    ]);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('## Verifying · 2026-01-05 17:30 +07:00');
    expect(text).toContain('\n\nThe work is done and its result is being verified.\n');
  });

  test('is refused before it began, with a status of an incident, and where two notes have the name: each stays as it was', async () => {
    const { session, slug, file, text } = await planned();
    expect((await write(session, `update ${slug} --status completed`)).text).toContain(
      'its first window begins 2026-01-05 17:00 +07:00',
    );
    expect((await write(session, `update ${slug} --status identified`)).text).toContain('one of scheduled, ');
    const incident = path.join(session.contentRoot, 'written', 'incidents', `${slug}.md`);
    await mkdir(path.dirname(incident));
    await writeFile(incident, 'nothing');
    expect((await write(session, `update ${slug} --status correction`)).text).toContain(
      `write incidents/${slug} or maintenance/${slug}`,
    );
    expect(await readFile(file, 'utf8')).toBe(text);
    expect((await write(session, `update maintenance/${slug} --status correction`)).exitCode).toBe(0);
  });
});
