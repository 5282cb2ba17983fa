import { expect, test } from 'vitest';
import { listOf } from '../testing/lookup-list.ts';
import { hashedBatch } from '../testing/publication.ts';
import { differingLists, HASH_DIGITS, listText, lookupRowSchema } from './lookup.ts';

const BATCH = '20000000-0000-4000-8000-000000000001';
const row = listOf(BATCH, '2026-01-26 01:02:03+00', ['a', 'b', 'c', 'd']);

test('a list is a hash a line, in order, as its hash is made and as it is served', () => {
  // printf %s a | sha256sum, and so on.
  expect(listText(row.hashes)).toBe(
    [
      '18ac3e7343f016890c510e93',
      '2e7d2c03a9507ae265ecf5b5',
      '3e23e8160039594a33894f65',
      'ca978112ca1bbdcafac231b3',
    ]
      .map((hash) => `${hash}\n`)
      .join(''),
  );
  expect(lookupRowSchema.safeParse(row).success).toBe(true);
});

test.each([
  ['another hash than the record holds', { hashes: row.hashes.replace('1', '0') }],
  ['a hash that is taken out', { hashes: row.hashes.slice(HASH_DIGITS) }],
  ['half a hash', { hashes: row.hashes.slice(1) }],
  ['a count that is not theirs', { tx_listed: '5' }],
  [
    'another order',
    listOf(BATCH, null, []) && { hashes: row.hashes.slice(HASH_DIGITS) + row.hashes.slice(0, HASH_DIGITS) },
  ],
  ['anything but hashes', { hashes: `${row.hashes.slice(0, -36)}8d8b2c43-51bd-4d7c-8d43-9fd1b7e8a4b1` }],
])('a list with %s is not let in', (_, other) => {
  expect(lookupRowSchema.safeParse({ ...row, ...other }).success).toBe(false);
});

test('a batch that counts more or fewer than its list, or has none, differs', () => {
  const [whole, short, none, empty] = ['1', '2', '3', '4'].map((digit) =>
    hashedBatch({ id: BATCH.replace(/1$/, digit), tx_count: digit === '4' ? '0' : '4' }),
  );
  if (!whole || !short || !none || !empty) throw new Error('four batches');
  const lists = [row, listOf(short.id, null, ['e'])];
  expect(differingLists([whole, short, none, empty], lists)).toEqual([
    { batch: short, listed: '1' },
    { batch: none, listed: '0' },
  ]);
});
