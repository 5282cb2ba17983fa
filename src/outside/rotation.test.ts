import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fsck } from '../log/fsck.ts';
import { generateKey, type SignerKey } from '../log/key.ts';
import { formatKeys, parseKeys } from '../log/key-change.ts';
import { openSigned } from '../log/key-terms.ts';
import { parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes } from '../log/wire.ts';
import { keyedLog, loss, newKey, policyOf, rotation, signedBy, siteOf } from '../testing/keyed-log.ts';
import { mirror } from './mirror.ts';
import { witness } from './witness.ts';

const [old, next, third, thief] = await Promise.all([newKey(), newKey(), newKey(), newKey()]);
const friend = await generateKey('friend.example', 'cosignature');

/** Entry 20 hands the log over, and entry 40 once more. */
const log = await keyedLog(
  old,
  60,
  new Map([
    [20, await rotation(old, next)],
    [40, await rotation(next, third)],
  ]),
);

/** Everybody who holds a copy or a cosignature, each with a memory of its own; what each of them says. */
async function outsiders() {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-rotation-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const said = (error: unknown) => {
    if (error instanceof LogError) return error.fault;
    throw error;
  };
  return async (read: FileReader) => ({
    witness: (
      await witness({
        read,
        folder: path.join(folder, 'w'),
        key: friend,
        now: '2026-02-01T00:00:00Z',
        standstill: 'PT24H',
      })
    ).verdict,
    mirror: await mirror(read, path.join(folder, 'm')).then(({ course }) => course, said),
  });
}

const grown = { witness: 'grown', mirror: 'grown' };
const first = { witness: 'first', mirror: 'first' };

describe('who met a log under its first key', () => {
  test('follows each key that the one before introduced in an entry, also two at once, and with both signing', async () => {
    const look = await outsiders();
    expect(await look(await siteOf(log, 10, [old]))).toEqual(first);
    expect(await look(await siteOf(log, 21, [next]))).toEqual(grown);
    expect(await look(await siteOf(log, 30, [old, next]))).toEqual(grown);
    expect(await look(await siteOf(log, 60, [third]))).toEqual(grown);
    const later = await outsiders();
    await later(await siteOf(log, 20, [old]));
    expect(await later(await siteOf(log, 60, [third]))).toEqual(grown);
  });

  test('is not led back to the old key, whether the log shows or hides what it entered', async () => {
    for (const hidesKeys of [false, true]) {
      const look = await outsiders();
      await look(await siteOf(log, 10, [old]));
      expect(await look(await siteOf(log, 30, [next]))).toEqual(grown);
      const back = await look(await siteOf(log, 35, [old], { hidesKeys }));
      expect(back).toEqual({ witness: 'strange', mirror: hidesKeys ? 'unsigned' : 'superseded' });
      expect(await look(await siteOf(log, 35, [next]))).toEqual(grown);
    }
    const late = await outsiders();
    await late(await siteOf(log, 10, [old]));
    expect(await late(await siteOf(log, 30, [old]))).toEqual({ witness: 'strange', mirror: 'superseded' });
  });

  test('takes no key before its entry is in the tree', async () => {
    const look = await outsiders();
    await look(await siteOf(log, 10, [old]));
    expect(await look(await siteOf(log, 20, [next]))).toEqual({ witness: 'strange', mirror: 'unsigned' });
  });

  test.each([
    ['an entry that the old key did not sign', () => rotation(old, next, null)],
    ['an entry that a thief signed in its place', () => rotation(old, next, thief)],
    ['a lost key', () => loss(old, next)],
  ])('can not tell whose a key is by %s', async (_, stated) => {
    const other = await keyedLog(old, 60, new Map([[20, await stated()]]));
    const look = await outsiders();
    await look(await siteOf(other, 10, [old]));
    expect(await look(await siteOf(other, 30, [next]))).toEqual({ witness: 'untold', mirror: 'introduced' });
    // The old one, where it was not lost, signs on.
    expect(await look(await siteOf(other, 30, [old]))).toEqual(grown);
  });

  test('believes no statement that is in no tree, nor one that is not the entry’s', async () => {
    const plain = await keyedLog(old, 60, new Map());
    const look = await outsiders();
    await look(await siteOf(plain, 10, [old]));
    const shown: FileReader = await siteOf({ ...plain, keys: log.keys }, 30, [next]);
    expect(await look(shown)).toEqual({ witness: 'untold', mirror: 'inclusion' });
    const swapped = log.keys.map((one, at, all) => ({ ...one, note: all[at === 1 ? 2 : at]?.note ?? '' }));
    expect(await look(await siteOf({ ...log, keys: swapped }, 30, [next]))).toEqual({
      witness: 'untold',
      mirror: 'key',
    });
  });

  test('of two heirs of one key, believes the one that was entered first', async () => {
    const two = await keyedLog(
      old,
      60,
      new Map([
        [20, await rotation(old, next)],
        [25, await rotation(old, thief)],
      ]),
    );
    const look = await outsiders();
    await look(await siteOf(two, 10, [old]));
    expect(await look(await siteOf(two, 30, [thief]))).toMatchObject({ mirror: 'introduced' });
    expect(await look(await siteOf(two, 30, [next]))).toEqual(grown);
  });
});

describe('who meets a log under its last key', () => {
  const open = async (size: number, signer: SignerKey, ...believed: SignerKey[]) => {
    const keys = await parseKeys(utf8Bytes(formatKeys(log.keys)));
    return openSigned(await signedBy(log, size, signer), parsePolicy(policyOf(...believed)), keys);
  };

  test('opens what the keys before it signed in their time, and nothing that they signed behind it', async () => {
    for (const [size, key] of [
      [15, old],
      [40, next],
      [60, third],
    ] as const)
      expect((await open(size, key, third)).log.key.id).toBe(key.id);
    for (const [size, key] of [
      [20, next],
      [21, old],
      [60, old],
      [60, next],
    ] as const)
      for (const believed of [[third], [old, third], [old, next, third]])
        await expect(open(size, key, ...believed)).rejects.toMatchObject({ fault: 'superseded' });
  });

  test('has every tile and the keys among them checked by fsck', async () => {
    const policy = parsePolicy(policyOf(old));
    const { faults, seen } = await fsck(await siteOf(log, 60, [third]), policy);
    expect([faults, seen.log.key.id]).toEqual([[], third.id]);
  });
});
