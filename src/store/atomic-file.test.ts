import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { syncFolder, writeAtomically } from './atomic-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-atomic-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

test('a file is replaced as a whole, and no draft stays', async () => {
  const file = path.join(folder, 'file.jsonl');
  await writeAtomically(file, 'old\n');
  const long = `${'é'.repeat(1_000_000)}\n`;
  await writeAtomically(file, long);
  expect(await readFile(file, 'utf8')).toBe(long);
  expect(await readdir(folder)).toEqual(['file.jsonl']);
});

test('a file that can not be replaced is an error, and no draft stays', async () => {
  const file = path.join(folder, 'file.jsonl');
  await mkdir(path.join(file, 'inside'), { recursive: true });
  await expect(writeAtomically(file, 'new\n')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['file.jsonl']);
});

test('a folder that is not there needs no sync', async () => {
  await expect(syncFolder(path.join(folder, 'none'))).resolves.toBeUndefined();
});
