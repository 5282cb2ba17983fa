import { createHash } from 'node:crypto';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { assertFollows, ENTRY_KINDS, type Entry, entryId, formatEntry, parseEntry } from './entry.ts';
import { hashLeaf } from './merkle.ts';

const ENTRY: Entry = {
  kind: 'batch',
  id: 'tpc/0b9c5f3e-6a56-4d0e-9a39-0d3c1c6f7a11',
  time: '2026-01-26T01:02:03Z',
  hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};
const LINE =
  '{"hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",' +
  '"id":"tpc/0b9c5f3e-6a56-4d0e-9a39-0d3c1c6f7a11","kind":"batch","time":"2026-01-26T01:02:03Z"}';

test('an entry is one line that the standard tools can hash into its leaf', () => {
  expect(formatEntry(ENTRY)).toEqual(utf8ToBytes(LINE));
  expect(parseEntry(LINE)).toEqual(ENTRY);
  const leaf = createHash('sha256').update(`\0${LINE}`).digest();
  expect(Buffer.from(hashLeaf(formatEntry(ENTRY)))).toEqual(leaf);
});

test('an entry of any kind takes 200 bytes at most with an identity as long as a UUID and a name', () => {
  for (const kind of Object.keys(ENTRY_KINDS) as Entry['kind'][])
    expect(formatEntry({ ...ENTRY, kind }).length).toBeLessThanOrEqual(200);
  expect(() => formatEntry({ ...ENTRY, id: 'a'.repeat(200) })).toThrow('not 256');
});

test.each([
  ['another order of its fields', LINE.replace(/^\{("hash":"[^"]+"),(.*)\}$/, '{$2,$1}'), 'canonical'],
  ['white space', LINE.replace(':', ': '), 'canonical'],
  ['a newline', `${LINE}\n`, 'canonical'],
  ['a field twice', LINE.replace('{', '{"kind":"audit",'), 'canonical'],
  ['an escape that none needs', LINE.replace('batch', '\\u0062atch'), 'canonical'],
  ['a field that is none', LINE.replace('}', ',"note":"x"}'), 'Unrecognized key'],
  ['a field missing', LINE.replace('"kind":"batch",', ''), 'kind'],
  ['a kind that is none', LINE.replace('batch', 'bitch'), 'kind'],
  ['a number', LINE.replace(/"2026[^"]+"/, '1769389323'), 'time'],
  ['a time with a fraction', LINE.replace('03Z', '03.5Z'), 'time'],
  ['a time of another zone', LINE.replace('03Z', '03+07:00'), 'time'],
  ['a day that is none', LINE.replace('01-26', '02-30'), 'time'],
  ['a hash in capitals', LINE.replace('e3b0', 'E3B0'), 'hash'],
  ['a hash cut short', LINE.replace('e3b0', ''), 'hash'],
  ['a space in its identity', LINE.replace('tpc/', 'tpc /'), 'id'],
  ['a letter beyond ASCII in its identity', LINE.replace('tpc/', 'tpć/'), 'id'],
  ['its end cut off', LINE.slice(0, -1), 'no JSON'],
])('a line with %s is no entry', (_, line, reason) => {
  expect(() => parseEntry(line)).toThrow(expect.objectContaining({ fault: 'entry' }));
  expect(() => parseEntry(line)).toThrow(reason);
});

test('bytes that are no UTF-8 are no entry', () => {
  expect(() => parseEntry(Uint8Array.of(...utf8ToBytes(LINE).slice(0, -3), 0xff))).toThrow('no UTF-8');
});

test('nothing is entered with a time before its predecessor', () => {
  const at = (time: string) => ({ ...ENTRY, time });
  assertFollows(at('2026-01-26T01:02:03Z'), at('2026-01-26T01:02:03Z'));
  assertFollows(at('2026-01-26T01:02:03Z'), at('2026-01-26T01:02:04Z'));
  expect(() => assertFollows(at('2026-01-26T01:02:03Z'), at('2026-01-26T01:02:02Z'))).toThrow(
    expect.objectContaining({ fault: 'order' }),
  );
  expect(() => assertFollows(at('2026-01-01T00:00:00Z'), at('2025-12-31T23:59:59Z'))).toThrow('comes after');
});

test('whatever a platform calls its rows, they have an identity that can be entered, and no two the same', () => {
  const names = [
    'Kas (treasury)',
    'kas/treasury',
    'Ünïcode "x"\\',
    '%2F',
    '~',
    'x'.repeat(64),
    'x'.repeat(65),
    '🪙'.repeat(99),
  ];
  const ids = names.map((name) => entryId('tpc', name));
  expect(ids.slice(0, 3)).toEqual([
    'tpc/Kas%20(treasury)',
    'tpc/kas%2Ftreasury',
    'tpc/%C3%9Cn%C3%AFcode%20%22x%22%5C',
  ]);
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids)
    expect(parseEntry(formatEntry({ ...ENTRY, kind: 'maintenance-update', id }))).toMatchObject({ id });
  const [hashed = ''] = ids.filter((id) => id.startsWith('tpc/~') && id.length > 5);
  expect(entryId('tpc', hashed.slice('tpc/'.length))).not.toBe(hashed);
  expect(() => entryId('tpc', '')).toThrow('no text');
  expect(() => entryId('tpc', '\ud800')).toThrow('no text');
});
