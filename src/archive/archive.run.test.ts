import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import {
  ARCHIVED_BATCHES,
  createArchiveContent,
  READ_AT,
  writeSnapshot,
} from '../testing/archive-content.ts';
import { readTree } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { SITE } from '../testing/site.ts';
import { archiveCommand } from './command.ts';

const LATER = '2026-02-03T12:00:00Z';
const folderOf = (root: string, month = '2026-01') => path.join(root, 'generated', 'archive', month);
const make = (contentRoot: string, month = '2026-01', now = LATER) =>
  endingOf(archiveCommand({ task: 'make', month }, { site: () => SITE, contentRoot, now }));
const textIn = async (folder: string, name: string) =>
  gunzipSync(await readFile(path.join(folder, name))).toString('utf8');

async function made(options?: Parameters<typeof createArchiveContent>[0]): Promise<string> {
  const root = await createArchiveContent(options);
  expect(await make(root)).toMatchObject({ exitCode: 0 });
  return root;
}

describe('TPC-17 a closed month', () => {
  test('holds metrics, batches and changelog as CSV and JSON, raw samples, README, checksums and a description', async () => {
    const root = await made();
    expect((await readdir(folderOf(root))).toSorted()).toEqual([
      'README.md',
      'SHA256SUMS',
      'batches.csv.gz',
      'batches.json.gz',
      'changelog.csv.gz',
      'changelog.json.gz',
      'datapackage.json',
      'metrics.csv.gz',
      'metrics.json.gz',
      'samples-2026-01-30.jsonl.gz',
      'samples-2026-01-31.jsonl.gz',
      'status-days.csv.gz',
      'status-days.json.gz',
    ]);
    const folder = folderOf(root);
    const batches = await textIn(folder, 'batches.csv.gz');
    expect(batches).toMatch(/^id,created_at,period_start,.*,note,hash_input,hash_verdict\r\n/);
    expect(batches).toContain(',1000.000001,');
    expect(batches).not.toContain(ARCHIVED_BATCHES.at(-1)?.id);
    expect(await textIn(folder, 'changelog.csv.gz')).toContain('"\'=HYPERLINK(""x"")');
    const { data } = JSON.parse(await textIn(folder, 'changelog.json.gz')) as { data: { reason: string }[] };
    expect(data[0]?.reason).toMatch(/^=HYPERLINK/);
  });

  test('states its sums to the last digit, and when its figures were read', async () => {
    const folder = folderOf(await made());
    const { totals, observed_at, month } = JSON.parse(
      await readFile(path.join(folder, 'datapackage.json'), 'utf8'),
    );
    expect(month).toBe('2026-01');
    expect(observed_at.batches).toBe(READ_AT);
    expect(totals.month.revenue).toBe('27021597764222979.000003');
    expect(totals.since_beginning.revenue).toBe('27021597764222979.100003');
    expect(totals.batches.revenue_sum).toBe('4000.000001');
    const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toContain('| revenue | 27021597764222979.000003 | 27021597764222979.100003 |');
    expect(readme).toMatch(/January 2026[\s\S]*Januari 2026/);
  });

  test('has the same bytes wherever and whenever it is made of the same content', async () => {
    const [one, other] = [await made(), await createArchiveContent()];
    expect(await make(other, '2026-01', '2027-05-01T00:00:00Z')).toMatchObject({ exitCode: 0 });
    expect(await readTree(folderOf(other))).toEqual(await readTree(folderOf(one)));
    const gz = await readFile(path.join(folderOf(one), 'batches.csv.gz'));
    // Deflate, no name, no time, strongest, "Unix" on every machine.
    expect([...gz.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
    expect(sha256Hex(gz)).toBe('ed630ce03235b909fac104bcb58a1d1759548759b69a39ddc0b69c50c89a7115');
  });

  test('is found again, also after a later snapshot, and is never written anew', async () => {
    const root = await made();
    const before = await readTree(folderOf(root));
    await writeSnapshot(root, { readAt: '2026-02-09T00:00:00Z' });
    const again = await make(root, '2026-01', '2026-02-09T01:00:00Z');
    expect(again).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('archived already, and equal'),
    });
    expect(await readTree(folderOf(root))).toEqual(before);
  });

  test('that content now tells otherwise stands as it was, and each file that differs is named', async () => {
    const root = await made();
    const before = await readTree(folderOf(root));
    const [first, ...rest] = ARCHIVED_BATCHES;
    if (first === undefined) throw new Error('no batch');
    await writeSnapshot(root, {
      batches: [{ ...first, onchain_tx: 'a late proof, which is legitimate' }, ...rest],
    });
    const { text, exitCode } = await make(root);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/stands as it was.*batches\.csv\.gz, batches\.json\.gz, datapackage\.json/);
    expect(text).not.toContain('metrics');
    expect(await readTree(folderOf(root))).toEqual(before);
    expect(await readdir(path.dirname(folderOf(root)))).toEqual(['2026-01']);
  });

  test.each([
    ['2026-02', LATER, 'is not over'],
    ['2026-03', LATER, 'is not over'],
    ['2024-01', LATER, 'holds no data'],
    [
      '2026-02',
      '2026-03-01T00:10:00Z',
      'batches was last read at 2026-02-03T04:05:06Z, before the month was over',
    ],
    ['2026-1', LATER, 'is no month'],
    ['../tpc', LATER, 'is no month'],
  ])('%s at %s is refused: it %s', async (month, now, reason) => {
    const root = await createArchiveContent();
    expect(await make(root, month, now)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(reason),
    });
    expect(await readdir(path.join(root, 'generated', 'archive'))).toEqual([]);
  });

  test('is refused where content was changed by hand, and nothing of it is left', async () => {
    const root = await createArchiveContent();
    const folder = path.join(root, 'generated', 'tpc', 'batches');
    const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('2026-01.jsonl'));
    const text = await readFile(path.join(folder, name), 'utf8');
    await writeFile(path.join(folder, name), text.replace('1000.000001', '1000.000002'));
    expect(await make(root)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(`${name} was changed by hand`),
    });
    expect(await readdir(path.join(root, 'generated', 'archive'))).toEqual([]);
  });

  test('what a killed run left is cleared away', async () => {
    const root = await createArchiveContent();
    await cp(path.join(root, 'generated', 'tpc'), path.join(root, 'generated', 'archive', '.making-x'), {
      recursive: true,
    });
    expect(await make(root)).toMatchObject({ exitCode: 0 });
    expect(await readdir(path.join(root, 'generated', 'archive'))).toEqual(['2026-01']);
  });

  test('of the demo says so in its README, its data package and every file name', async () => {
    const root = await made({ demo: true });
    const names = await readdir(folderOf(root));
    expect(names.filter((name) => name.endsWith('.gz') && !name.startsWith('DEMO-'))).toEqual([]);
    for (const name of ['README.md', 'datapackage.json'])
      expect(await readFile(path.join(folderOf(root), name), 'utf8')).toMatch(
        /DEMO – invented figures.*DATA CONTOH/s,
      );
    expect(
      await archiveCommand(
        { task: 'verify', where: folderOf(root) },
        { site: () => SITE, contentRoot: root, now: LATER },
      ),
    ).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('DEMO: its figures are invented'),
    });
  });
});

describe('the schedule', () => {
  test('archives every month since the last one, and says when there is none', async () => {
    const root = await createArchiveContent();
    const due = (now: string) =>
      endingOf(archiveCommand({ task: 'due' }, { site: () => SITE, contentRoot: root, now }));
    expect(await due(LATER)).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^2026-01 is archived/),
    });
    expect(await due(LATER)).toEqual({ exitCode: 0, text: 'Every month that is over is archived.' });
    await writeSnapshot(root, { readAt: '2026-03-01T00:05:00Z' });
    expect(await due('2026-03-01T00:10:00Z')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('the checks last ran'),
    });
  });
});

describe('raw samples', () => {
  test('have in the archive the hash that the daily figures carry', async () => {
    const root = await made();
    const folder = folderOf(root);
    const { data } = JSON.parse(await textIn(folder, 'status-days.json.gz')) as {
      data: { day: string; raw_sha256: string }[];
    };
    const raw = new Map(data.map(({ day, raw_sha256 }) => [day, raw_sha256]));
    for (const day of ['2026-01-30', '2026-01-31'])
      expect(sha256Hex(await textIn(folder, `samples-${day}.jsonl.gz`))).toBe(raw.get(day));
  });

  test('leave content once they are archived, and the archive is still found equal', async () => {
    const root = await made();
    const dropped = await endingOf(
      archiveCommand(
        { task: 'drop-samples', month: '2026-01' },
        { site: () => SITE, contentRoot: root, now: LATER },
      ),
    );
    expect(dropped.text).toContain('removed 2 raw days');
    expect(await readdir(path.join(root, 'generated', 'status', 'samples-2026-01'))).toEqual([]);
    expect(await make(root)).toMatchObject({ exitCode: 0, text: expect.stringContaining('equal') });
  });

  test('stay in content while their archive is damaged or not there', async () => {
    const root = await made();
    await writeFile(path.join(folderOf(root), 'samples-2026-01-30.jsonl.gz'), 'x');
    for (const month of ['2026-01', '2026-02'])
      expect(
        await endingOf(
          archiveCommand(
            { task: 'drop-samples', month },
            { site: () => SITE, contentRoot: root, now: LATER },
          ),
        ),
      ).toMatchObject({ exitCode: 1 });
    expect(await readdir(path.join(root, 'generated', 'status', 'samples-2026-01'))).toHaveLength(2);
  });
});

describe('the README of an archive', () => {
  const run = promisify(execFile);
  const commands = async (folder: string) => {
    const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    const [english, indonesian] = [blocks.slice(0, blocks.length / 2), blocks.slice(blocks.length / 2)];
    expect(indonesian).toEqual(english);
    return english;
  };
  const printed = async (folder: string) => {
    const answers: string[] = [];
    for (const block of await commands(folder))
      answers.push((await run('bash', ['-euc', block], { cwd: folder })).stdout);
    return answers;
  };

  test.each([false, true])(
    'has commands that real sha256sum and zcat agree with (demo: %s)',
    async (demo) => {
      const [sums = '', look = '', hashes, samples] = await printed(folderOf(await made({ demo })));
      expect(sums.trim().split('\n')).toHaveLength(12);
      expect(sums).not.toMatch(/FAILED/);
      expect(look).toMatch(/^id,created_at/);
      // The one altered batch, which the archive states as a mismatch; the one without a hash has none to compare.
      expect(hashes).toMatch(/^does not match: 20000000-0000-4000-8000-000000000003\|[^\n]*\n$/);
      expect(samples).toBe('');
    },
  );

  test('shows a day of samples that no figure rests on', async () => {
    const folder = folderOf(await made());
    await rename(
      path.join(folder, 'samples-2026-01-31.jsonl.gz'),
      path.join(folder, 'samples-2026-01-29.jsonl.gz'),
    );
    const samples = (await commands(folder)).at(-1) ?? '';
    const { stdout } = await run('bash', ['-euc', samples], { cwd: folder });
    expect(stdout).toBe('no figures rest on samples-2026-01-29.jsonl.gz\n');
    await rm(path.join(folder, 'samples-2026-01-29.jsonl.gz'));
    await expect(run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder })).rejects.toThrow(
      /samples-2026-01-31/,
    );
  });
});
