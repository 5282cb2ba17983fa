import { describe, expect, test } from 'vitest';
import { POLICY, signedCheckpoint } from '../testing/signed-log.ts';
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { compareMirror, type Here } from './compare-mirror.ts';
import { formatVkey, generateKey } from './key.ts';
import { parsePolicy } from './policy.ts';
import { LogError } from './refusal.ts';
import { parseNote } from './signed-note.ts';
import type { FileReader } from './tile-hashes.ts';
import { toBase64, utf8Bytes } from './wire.ts';

const ENTRIES = numbered(600);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(3, utf8Bytes('another')));
const policy = parsePolicy(POLICY);

const noteAt = async (size: number, of = log) => signedCheckpoint(BigInt(size), await of.root(BigInt(size)));
async function hereAt(size: number): Promise<Here> {
  return {
    checkpoint: parseCheckpoint(parseNote(await noteAt(size)).text),
    hashes: log.hashes(BigInt(size)),
    keys: [],
  };
}
async function copyAt(size: number, of = log): Promise<FileReader> {
  const note = await noteAt(size, of);
  return async (file) => (file === 'checkpoint' ? utf8Bytes(note) : of.read(file));
}

describe('a copy that somebody else serves', () => {
  test.each([
    [300, 'same'],
    [1, 'behind'],
    [256, 'behind'],
    [299, 'behind'],
    [301, 'ahead'],
    [600, 'ahead'],
  ] as const)('of %i entries is %s, held against 300', async (size, verdict) => {
    const root = toBase64(await log.root(BigInt(size)));
    expect(await compareMirror(await hereAt(300), await copyAt(size), policy)).toEqual({
      verdict,
      size: BigInt(size),
      root,
    });
  });

  test.each([299, 300, 600])('of another history, %i entries long, is that, with its proof', async (size) => {
    const found = await compareMirror(await hereAt(300), await copyAt(size, fork), policy);
    expect(found).toMatchObject({ verdict: 'fork', size: BigInt(size), note: await noteAt(size, fork) });
  });

  test('of which only the checkpoint is there, or a tile was altered, says nothing', async () => {
    const whole = await copyAt(300);
    const alone: FileReader = async (file) => (file === 'checkpoint' ? whole(file) : null);
    const altered: FileReader = async (file) => {
      const bytes = await whole(file);
      return file === 'checkpoint' || bytes === null ? bytes : flipped(bytes, 9);
    };
    for (const read of [alone, altered])
      expect(await compareMirror(await hereAt(300), read, policy)).toEqual({
        verdict: 'untold',
        fault: 'tile',
      });
  });

  test('that is signed by another, or is no log at all, can accuse nobody', async () => {
    const stranger = parsePolicy(
      `log ${formatVkey(await generateKey('log.example/demo', 'note'))}\nquorum none\n`,
    );
    const here = await hereAt(300);
    expect(await compareMirror(here, await copyAt(300, fork), stranger)).toMatchObject({ verdict: 'untold' });
    for (const [text, fault] of [
      ['<html>', 'note'],
      ['', 'note'],
      [await noteAt(300).then((note) => note.replace('\n300\n', '\n301\n')), 'signature'],
    ] as const)
      expect(await compareMirror(here, async () => utf8Bytes(text), policy)).toEqual({
        verdict: 'untold',
        fault,
      });
    const gone: FileReader = () => Promise.reject(new LogError('unreachable', 'gone'));
    expect(await compareMirror(here, gone, policy)).toEqual({ verdict: 'silent' });
  });
});
