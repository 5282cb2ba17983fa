import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { formatEntry } from '../log/entry.ts';
import { fsck } from '../log/fsck.ts';
import { parsePolicy } from '../log/policy.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes } from '../log/wire.ts';
import { bytesAt } from '../store/disk.ts';
import { readTree } from '../testing/content.ts';
import { someEntries } from '../testing/kept-log.ts';
import { POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { flipped, type TiledLog, tiledLog } from '../testing/tiled-log.ts';
import { mirror } from './mirror.ts';

const ENTRIES = someEntries(600);
const log = tiledLog(ENTRIES.map(formatEntry));
const rewritten = ENTRIES.map((entry, at) => (at === 3 ? { ...entry, hash: 'f'.repeat(64) } : entry));
const fork = tiledLog(rewritten.map(formatEntry));

let folder = '';
let asked: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-mirror-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

async function siteAt(size: number, { read, root }: TiledLog = log): Promise<FileReader> {
  const files: Record<string, string> = {
    checkpoint: await signedCheckpoint(BigInt(size), await root(BigInt(size))),
    policy: POLICY,
  };
  asked = [];
  return async (file) => {
    asked.push(file);
    return files[file] === undefined ? read(file) : utf8Bytes(files[file]);
  };
}

const whole = async () => {
  const { seen, faults } = await fsck(async (file) => bytesAt(path.join(folder, file)), parsePolicy(POLICY));
  return [seen.checkpoint.size, faults];
};

describe('a mirror', () => {
  test('is whole at each size, fetches no entries twice and no tile to keep', async () => {
    for (const [size, course] of [
      [100, 'first'],
      [100, 'same'],
      [256, 'grown'],
      [600, 'grown'],
    ] as const) {
      expect(await mirror(await siteAt(size), folder)).toMatchObject({ course, size: BigInt(size) });
      expect(await whole()).toEqual([BigInt(size), []]);
    }
    const bundles = asked.filter((file) => file.startsWith('tile/entries/'));
    expect(bundles).toEqual(['tile/entries/001', 'tile/entries/002.p/88']);
    const files = [...(await readTree(folder)).keys()];
    // As it was at every checkpoint that it has ever had: who comes with an old one is answered.
    expect(files).toEqual(expect.arrayContaining(['tile/0/000', 'tile/0/000.p/100', 'tile/1/000.p/2']));
    expect(files.filter((file) => file.startsWith('.incoming'))).toEqual([]);
  });

  test('stays as it was when the history is another, went back, or is not what was signed', async () => {
    await mirror(await siteAt(300), folder);
    const before = await readTree(folder);
    expect((await mirror(await siteAt(600, fork), folder)).course).toBe('fork');
    expect((await mirror(await siteAt(299), folder)).course).toBe('rollback');
    const honest = await siteAt(600);
    for (const file of ['tile/entries/001', 'tile/entries/002.p/88']) {
      const altered: FileReader = async (asked) => {
        const bytes = await honest(asked);
        return asked === file && bytes !== null ? flipped(bytes, 8 * 20) : bytes;
      };
      await expect(mirror(altered, folder)).rejects.toMatchObject({ fault: 'root' });
      const kept = [...(await readTree(folder))].filter(([name]) => !name.startsWith('.incoming'));
      expect(kept).toEqual([...before]);
    }
    expect((await mirror(honest, folder)).course).toBe('grown');
    expect(await whole()).toEqual([600n, []]);
  });

  test('can not tell where entries are missing', async () => {
    const honest = await siteAt(300);
    const without: FileReader = async (file) => (file === 'tile/entries/000' ? null : honest(file));
    await expect(mirror(without, folder)).rejects.toMatchObject({ fault: 'tile' });
    expect(bytesAt(path.join(folder, 'checkpoint'))).toBeNull();
  });
});
