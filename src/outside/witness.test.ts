import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { formatVkey, generateKey } from '../log/key.ts';
import { openCheckpoint, parsePolicy } from '../log/policy.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes } from '../log/wire.ts';
import { LOG_KEY, POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { numbered, type TiledLog, tiledLog } from '../testing/tiled-log.ts';
import { witness } from './witness.ts';

const ENTRIES = numbered(500);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(3, utf8Bytes('another')));
const key = await generateKey('friend.example/witness', 'cosignature');
/** A policy that asks for this witness alone. */
const OURS = parsePolicy(`log ${formatVkey(LOG_KEY)}\nwitness friend ${formatVkey(key)}\nquorum friend\n`);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-witness-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

async function siteAt(size: number, { read, root }: TiledLog = log, policy = POLICY): Promise<FileReader> {
  const note = await signedCheckpoint(BigInt(size), await root(BigInt(size)));
  const files: Record<string, string> = { checkpoint: note, policy };
  return async (file) => (files[file] === undefined ? read(file) : utf8Bytes(files[file]));
}

const look = (read: FileReader, now = '2027-01-15T09:00:00Z') =>
  witness({ read, folder, key, now, standstill: 'PT24H' });
const cosigned = () => readFile(path.join(folder, sha256Hex(LOG_KEY.name), 'checkpoint'));

describe('a witness', () => {
  test('cosigns what it meets, what stands and what grows, as of when it looked', async () => {
    for (const [size, now, verdict] of [
      [100, '2027-01-15T09:00:00Z', 'first'],
      [100, '2027-01-15T10:00:00Z', 'same'],
      [500, '2027-01-15T11:00:00Z', 'grown'],
    ] as const) {
      expect(await look(await siteAt(size), now)).toMatchObject({
        verdict,
        size: BigInt(size),
        stoodSince: null,
      });
      const { quorum, cosignatures, checkpoint } = await openCheckpoint(await cosigned(), OURS);
      const times = cosignatures.map(({ time }) => time);
      expect([quorum, checkpoint.size, times]).toEqual([
        true,
        BigInt(size),
        [BigInt(Date.parse(now) / 1000)],
      ]);
    }
    expect((await readFile(path.join(folder, 'history.jsonl'), 'utf8')).split('\n')).toHaveLength(3);
  });

  test('does not cosign a fork or a log that went back, and keeps the proof once', async () => {
    await look(await siteAt(300));
    const before = await cosigned();
    for (const [site, verdict] of [
      [await siteAt(500, fork), 'fork'],
      [await siteAt(500, fork), 'fork'],
      [await siteAt(300, fork), 'fork'],
      [await siteAt(299), 'rollback'],
    ] as const)
      expect(await look(site)).toMatchObject({ verdict, before: 300n });
    expect(await cosigned()).toEqual(before);
    const alarms = (await readFile(path.join(folder, 'alarms.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(alarms.map((line) => JSON.parse(line).note.split('\n')[1])).toEqual(['500', '300', '299']);
    expect((await look(await siteAt(500))).verdict).toBe('grown');
  });

  test('holds everything against the key that it met first, whatever the site says by now', async () => {
    await look(await siteAt(300));
    const other = await generateKey('log.example/demo', 'note');
    await writeFile(path.join(folder, 'policy'), `log ${formatVkey(other)}\nquorum none\n`);
    expect(await look(await siteAt(500))).toMatchObject({ verdict: 'strange' });
  });

  test('knows nothing where nothing can be read, and leaves nothing behind', async () => {
    expect(await look(async () => null)).toMatchObject({ verdict: 'untold' });
    expect(await readdir(folder)).toEqual([]);
    await look(await siteAt(300));
    const kept = await cosigned();
    const withoutTiles = await siteAt(500, { ...log, read: async () => null });
    expect(await look(withoutTiles)).toMatchObject({
      verdict: 'untold',
      reason: expect.stringContaining('tile'),
    });
    expect(await cosigned()).toEqual(kept);
  });

  test('says since when a log stands still, and cosigns that it does', async () => {
    await look(await siteAt(300), '2027-01-15T09:00:00Z');
    expect(await look(await siteAt(300), '2027-01-16T09:00:00Z')).toMatchObject({ stoodSince: null });
    const stood = { verdict: 'same', stoodSince: '2027-01-15T09:00:00Z' };
    expect(await look(await siteAt(300), '2027-01-16T09:00:01Z')).toMatchObject(stood);
    expect((await openCheckpoint(await cosigned(), OURS)).cosignatures[0]?.time).toBe(1_800_090_001n);
  });
});
