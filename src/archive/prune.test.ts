import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createArchiveContent } from '../testing/archive-content.ts';
import { readTree } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { SITE } from '../testing/site.ts';
import { archiveCommand } from './command.ts';

const LATER = '2026-02-03T12:00:00Z';
const folderOf = (root: string) => path.join(root, 'generated', 'archive', '2026-01');
const make = (contentRoot: string, now = LATER) =>
  endingOf(archiveCommand({ task: 'make', month: '2026-01' }, { site: () => SITE, contentRoot, now }));
const verify = (where: string) =>
  endingOf(archiveCommand({ task: 'verify', where }, { site: () => SITE, contentRoot: '', now: LATER }));

async function made(): Promise<string> {
  const root = await createArchiveContent();
  expect(await make(root)).toMatchObject({ exitCode: 0 });
  return root;
}

describe('retention', () => {
  const prune = (contentRoot: string, now: string, confirmed: boolean) =>
    endingOf(
      archiveCommand({ task: 'prune', month: '2026-01', confirmed }, { site: () => SITE, contentRoot, now }),
    );

  test('nothing is removed within 12 months after the month, nor without the flag', async () => {
    const root = await made();
    const before = await readTree(folderOf(root));
    expect(await prune(root, '2027-01-31T23:59:59Z', true)).toMatchObject({
      exitCode: 1,
      text: '2026-01 is kept for at least 12 months: not before 2027-02-01.',
    });
    expect(await prune(root, '2027-02-01T00:00:00Z', false)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('--yes-prune'),
    });
    expect(await readTree(folderOf(root))).toEqual(before);
  });

  test('after that the data go and the checksums stay, which a copy still fits', async () => {
    const root = await made();
    const copy = path.join(root, 'copy');
    await cp(folderOf(root), copy, { recursive: true });
    expect(await prune(root, '2027-02-01T00:00:00Z', true)).toMatchObject({ exitCode: 0 });
    expect((await readdir(folderOf(root))).toSorted()).toEqual([
      'PRUNED.json',
      'README.md',
      'SHA256SUMS',
      'datapackage.json',
    ]);
    expect(await readFile(path.join(copy, 'SHA256SUMS'), 'utf8')).toBe(
      await readFile(path.join(folderOf(root), 'SHA256SUMS'), 'utf8'),
    );
    expect(await prune(root, '2027-02-01T00:00:00Z', true)).toMatchObject({
      exitCode: 1,
      text: '2026-01 was pruned on 2027-02-01: nothing is left to remove.',
    });
    // Nor is it made again in place of what was pruned.
    expect(await make(root, '2027-02-01T00:00:01Z')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('was pruned on 2027-02-01: it is not made again'),
    });
  });

  test('a pruned archive is neither whole nor damaged: verifying says since when, and ends with 2', async () => {
    const root = await made();
    const folder = folderOf(root);
    await prune(root, '2027-02-01T00:00:00Z', true);
    const verified = () => verify(folder);
    expect(await verified()).toEqual({
      text:
        `${folder} was pruned on 2027-02-01, checksums kept: 10 files of 2026-01 were removed and could not be ` +
        'compared; the other 2 fit.',
      exitCode: 2,
    });
    // What is there is still held against its checksum, and nobody prunes by a word alone, or before its time.
    const marker = path.join(folder, 'PRUNED.json');
    const word = await readFile(marker, 'utf8');
    await writeFile(marker, word.replace('2027-02-01', '2026-12-01'));
    expect(await verified()).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(
        'PRUNED.json: says 2026-12-01T00:00:00Z, and 2026-01 must stay until 2027-02-01',
      ),
    });
    await rm(marker);
    expect(await verified()).toMatchObject({ exitCode: 1, text: expect.stringContaining('is missing') });
    await writeFile(marker, word);
    await writeFile(path.join(folder, 'README.md'), 'another');
    expect(await verified()).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('README.md: its SHA-256'),
    });
  });
});
