import { expect, test } from 'vitest';
import { ENTRY_KINDS } from '../log/entry.ts';
import { entryFaults } from './proof.ts';

const entry = (kind: string, id: string, time: string) => ({ kind, id, time, hash: 'a'.repeat(64) });

test('an entry whose time is none, is before the one before it, or that stands there twice is named', () => {
  expect(
    entryFaults([
      entry('batch', 'a', '2026-01-26T07:05:00Z'),
      entry('batch', 'a', '2026-01-26T07:04:59Z'),
      entry('daily', 'b', '2026-02-30T00:00:00Z'),
      entry('daily', 'b', 'yesterday'),
      entry('takedown', 'c', '2026-01-27T00:00:00Z'),
      entry('takedown', 'c', '2026-01-27T00:00:00Z'),
    ]),
  ).toEqual([
    'entry 1: 2026-01-26T07:04:59Z behind 2026-01-26T07:05:00Z',
    'entry 2: 2026-02-30T00:00:00Z is no time',
    'entry 3: yesterday is no time',
    'entry 5: takedown c again',
  ]);
});

test.each(Object.entries(ENTRY_KINDS))('of the kind %s an identity is entered %s', (kind, often) => {
  const time = '2026-01-26T07:05:00Z';
  expect(entryFaults([entry(kind, 'a', time), entry(kind, 'a', time)])).toEqual(
    often === 'once' ? [`entry 1: ${kind} a again`] : [],
  );
});
