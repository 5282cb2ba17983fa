import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

  const damage = async (file: string, how: (bytes: Buffer) => Uint8Array) => {
    const at = path.join(folder, file);
    await writeFile(at, how(bytesAt(at) as Buffer));
  };

  test.each([
    'tile/entries/000',
    'tile/entries/001.p/44',
    'tile/entries/000.p/100',
    'tile/0/000',
    'tile/0/000.p/100',
    'tile/0/001.p/44',
    'tile/1/000.p/1',
  ])('finds what its own disk broke, says so, and puts it right: %s', async (file) => {
    for (const size of [100, 300]) await mirror(await siteAt(size), folder);
    const before = await readTree(folder);
    for (const how of [(bytes: Buffer) => flipped(bytes, 8 * 20), (bytes: Buffer) => bytes.subarray(0, 9)])
      for (const size of [300, 300]) {
        await damage(file, how);
        expect(await mirror(await siteAt(size), folder)).toMatchObject({ course: 'same', mended: [file] });
        // A bundle at most, by its own width and by that of a full one.
        expect(asked.filter((one) => one.startsWith('tile/entries/')).length).toBeLessThanOrEqual(2);
        expect([...(await readTree(folder))]).toEqual([...before]);
      }
    await damage(file, (bytes) => flipped(bytes, 8 * 20));
    expect(await mirror(await siteAt(600), folder)).toMatchObject({ course: 'grown' });
    expect(await whole()).toEqual([600n, []]);
    expect(await mirror(await siteAt(600), folder)).toMatchObject({ course: 'same', mended: [] });
  });

  test('broken in bundles and their hashes at once, it is fetched as a whole', async () => {
    await mirror(await siteAt(600), folder);
    const other = fork.read;
    for (const file of ['tile/entries/000', 'tile/0/000'])
      await writeFile(path.join(folder, file), (await other(file)) as Uint8Array);
    const { mended } = await mirror(await siteAt(600), folder);
    expect(mended.toSorted()).toEqual(['tile/0/000', 'tile/entries/000']);
    expect(await whole()).toEqual([600n, []]);
  });

  test('says whose entries are not those that were signed', async () => {
    await mirror(await siteAt(300), folder);
    const honest = await siteAt(600);
    const altered: FileReader = async (file) => {
      const bytes = await honest(file);
      return file.startsWith('tile/entries/') && bytes !== null ? flipped(bytes, 8 * 20) : bytes;
    };
    await expect(mirror(altered, folder)).rejects.toThrow('that the site serves are not');
    await damage('tile/entries/000', (bytes) => flipped(bytes, 8 * 20));
    await expect(mirror(altered, folder)).rejects.toThrow(
      `${folder} holds of 300 entries is broken on this disk`,
    );
    expect((await mirror(honest, folder)).mended).toEqual(['tile/entries/000']);
  });

  test('its own checkpoint that its disk broke is no rewrite of the log', async () => {
    await mirror(await siteAt(300), folder);
    const kept = (bytesAt(path.join(folder, 'checkpoint')) as Buffer).toString('utf8');
    const [origin, size, root = '', ...rest] = kept.split('\n');
    for (const broken of [
      [origin, size, `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`, ...rest].join('\n'),
      [origin, '299', root, ...rest].join('\n'),
      kept.slice(0, 20),
    ]) {
      await writeFile(path.join(folder, 'checkpoint'), broken);
      await expect(mirror(await siteAt(600), folder)).rejects.toThrow('is broken on this disk');
    }
    await writeFile(path.join(folder, 'checkpoint'), kept);
    expect(await mirror(await siteAt(600), folder)).toMatchObject({ course: 'grown' });
  });

  test('can not tell where entries are missing', async () => {
    const honest = await siteAt(300);
    const without: FileReader = async (file) => (file === 'tile/entries/000' ? null : honest(file));
    await expect(mirror(without, folder)).rejects.toMatchObject({ fault: 'tile' });
    expect(bytesAt(path.join(folder, 'checkpoint'))).toBeNull();
  });
});
