import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listed, lookUp, lookupFiles, PREFIXES } from './lookup-file.ts';

const HEAD = { observedAt: '2026-03-20T09:10:11.123Z', validUntil: '2026-03-20T09:40:11.123Z', demo: null };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);
const filler = (prefix: string, n: number) => prefix + hashOf(`${prefix} ${n}`).slice(2);

function listed(id: string): Listed {
  return {
    hash: hashOf(id),
    batch: '20000000-0000-4000-8000-000000000001',
    madeAt: '2026-01-26T01:02:03Z',
    index: '17',
  };
}

function filesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...lookupFiles(ids.map(listed), HEAD, filler)].map(({ prefix, text }) => [prefix, text]));
}

const inItsFile = (files: ReadonlyMap<string, string>, hash: string) =>
  lookUp(files.get(hash.slice(0, 2)) ?? '', hash);

test('there are always 256 files, all of one size, whoever was paid', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid({ version: 4 }), { maxLength: 300 }), (ids) => {
      const files = filesOf(ids);
      expect([...files.keys()]).toEqual(PREFIXES);
      expect(new Set([...files.values()].map((text) => text.length)).size).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test('who is listed is found with batch, time and entry; who is not, is not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uuid({ version: 4 }), { minLength: 2, maxLength: 50 }),
      ([other = '', ...ids]) => {
        const files = filesOf(ids);
        for (const id of ids)
          expect(inItsFile(files, hashOf(id))).toEqual({ state: 'listed', listed: listed(id), head: HEAD });
        expect(inItsFile(files, hashOf(other))).toEqual({ state: 'not-listed', head: HEAD });
      },
    ),
    { numRuns: 20 },
  );
});

test('a line that only fills a file up is nobody’s payment', () => {
  const files = filesOf(['a', 'b']);
  expect(inItsFile(files, filler('00', 0))).toEqual({ state: 'not-listed', head: HEAD });
});

test.each([
  ['cut off', (text: string) => text.slice(0, -40)],
  ['without its last line', (text: string) => text.replace(/[^\n]*\n$/, '')],
  ['of another prefix', (text: string) => text.replace('\nca\n', '\ncb\n')],
  ['another page altogether', () => '<!doctype html><title>Log in</title>'],
  ['without its times', (text: string) => text.replace('2026-03-20T09:40:11.123Z', '')],
  ['empty', () => ''],
])('a file that is %s is no answer', (_, spoil) => {
  const files = filesOf(['a', 'b', 'c']);
  const text = files.get('ca') ?? '';
  expect(lookUp(text, hashOf('a')).state).toBe('listed');
  expect(lookUp(spoil(text), hashOf('a'))).toEqual({ state: 'damaged' });
});
