import { beforeEach, describe, expect, test } from 'vitest';
import { LogError } from '../../log/refusal.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import { utf8Bytes } from '../../log/wire.ts';
import { keyedLog, loss, newKey, rotation, siteOf } from '../../testing/keyed-log.ts';
import { POLICY, signedCheckpoint } from '../../testing/signed-log.ts';
import { numbered, tiledLog } from '../../testing/tiled-log.ts';
import { watch } from './browser-witness.ts';

const NAME = 'terang-log:/log/';
const ENTRIES = numbered(300);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(3, utf8Bytes('another')));

const [old, next, third] = await Promise.all([newKey(), newKey(), newKey()]);

/** A browser's memory. */
let memory = new Map<string, string>();
const store = {
  getItem: (name: string) => memory.get(name) ?? null,
  setItem: (name: string, text: string) => void memory.set(name, text),
};
beforeEach(() => {
  memory = new Map();
});

async function siteAt(size: number, { read, root } = log, policy = POLICY): Promise<FileReader> {
  const note = await signedCheckpoint(BigInt(size), await root(BigInt(size)));
  const files = new Map([
    ['checkpoint', note],
    ['policy', policy],
  ]);
  return async (path) => {
    const text = files.get(path);
    return text === undefined ? read(path) : utf8Bytes(text);
  };
}

describe('a browser that comes again', () => {
  test('keeps what it saw, and proves that it is still part of the history', async () => {
    expect(await watch(store, NAME, await siteAt(100), 1)).toMatchObject({ state: 'first', now: 100n });
    expect(await watch(store, NAME, await siteAt(100), 2)).toMatchObject({ state: 'same', seen: 1 });
    const grown = { state: 'grown', before: 100n, now: 300n, seen: 2 };
    expect(await watch(store, NAME, await siteAt(300), 3)).toMatchObject(grown);
    expect(await watch(store, NAME, await siteAt(300), 4)).toMatchObject({ state: 'same', seen: 3 });
  });

  test('alarms at a history that was rewritten, or cut, and keeps its proof until it is told to forget', async () => {
    await watch(store, NAME, await siteAt(200), 1);
    const kept = memory.get(NAME);
    for (const [site, state] of [
      [await siteAt(300, fork), 'fork'],
      [await siteAt(200, fork), 'fork'],
      [await siteAt(150), 'rollback'],
    ] as const) {
      const found = await watch(store, NAME, site, 2);
      expect(found).toMatchObject({ state, before: 200n, seen: 1 });
      expect('notes' in found && found.notes).toHaveLength(2);
      expect(memory.get(NAME)).toBe(kept);
    }
    expect((await watch(store, NAME, await siteAt(300), 3)).state).toBe('grown');
  });

  test('is not satisfied with another key, whatever policy the site shows by now', async () => {
    await watch(store, NAME, await siteAt(200), 1);
    const kept = JSON.parse(memory.get(NAME) ?? '') as { policy: string };
    // As if the key of then had been another one than signs now.
    memory.set(NAME, JSON.stringify({ ...kept, policy: `${STRANGER}\nquorum none\n` }));
    expect(await watch(store, NAME, await siteAt(300), 2)).toEqual({ state: 'strange', seen: 1 });
  });

  test('can not tell where nothing is served, the log is unsigned, or what is served is damaged', async () => {
    const nothing: FileReader = async () => null;
    expect(await watch(store, NAME, nothing, 1)).toEqual({ state: 'untold', fault: 'policy' });
    await watch(store, NAME, await siteAt(200), 1);
    expect(await watch(store, NAME, nothing, 2)).toEqual({ state: 'untold', fault: 'checkpoint' });
    const whole = await siteAt(300);
    const withoutTiles: FileReader = (path) => (path === 'checkpoint' ? whole(path) : nothing(path));
    expect(await watch(store, NAME, withoutTiles, 2)).toEqual({ state: 'untold', fault: 'tile' });
    const offline: FileReader = () => Promise.reject(new LogError('unreachable', 'no network'));
    expect(await watch(store, NAME, offline, 2)).toEqual({ state: 'untold', fault: 'unreachable' });
    const setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const full = await watch({ ...store, setItem }, NAME, whole, 2);
    expect(full).toEqual({ state: 'untold', fault: 'QuotaExceededError' });
  });

  test('takes no mistake of its own for something that can not be told', async () => {
    const mistaken: FileReader = () => Promise.reject(new TypeError('size is not a function'));
    await expect(watch(store, NAME, mistaken, 1)).rejects.toThrow('size is not a function');
  });

  test('takes what it can not read in its memory for nothing', async () => {
    memory.set(NAME, '{"note":');
    expect((await watch(store, NAME, await siteAt(200), 1)).state).toBe('first');
  });
});

/** Of signed-note's own example. */
const STRANGER = 'log PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

describe('a browser that comes again after the log changed its key', () => {
  test('follows a key that the one before introduced, also when it was away for two changes, and no key back', async () => {
    const keyed = await keyedLog(
      old,
      60,
      new Map([
        [20, await rotation(old, next)],
        [40, await rotation(next, third)],
      ]),
    );
    expect(await watch(store, NAME, await siteOf(keyed, 10, [old]), 1)).toMatchObject({ state: 'first' });
    expect(await watch(store, NAME, await siteOf(keyed, 60, [third]), 2)).toMatchObject({ state: 'grown' });
    const kept = memory.get(NAME);
    for (const key of [old, next])
      expect(await watch(store, NAME, await siteOf(keyed, 60, [key]), 3)).toEqual({
        state: 'strange',
        seen: 2,
      });
    expect(memory.get(NAME)).toBe(kept);
  });

  test('can not tell whose log it is where the old key was lost', async () => {
    const keyed = await keyedLog(old, 60, new Map([[20, await loss(old, next)]]));
    await watch(store, NAME, await siteOf(keyed, 10, [old]), 1);
    expect(await watch(store, NAME, await siteOf(keyed, 60, [next]), 2)).toEqual({
      state: 'introduced',
      seen: 1,
    });
  });
});
