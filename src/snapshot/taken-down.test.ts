import { expect, test } from 'vitest';
import { observe } from '../ledger/observation.ts';
import { playRecord, seal } from '../ledger/record.ts';
import { ROWS } from '../testing/published-content.ts';
import { withoutTakenDown } from './taken-down.ts';

const SALT = '0'.repeat(32);
const seen = (at: string, words = new Map()) => ({ seenAt: at, words, newSalt: () => SALT });

test('a source that still has a text which was taken down does not publish it again, and nothing counts as changed', () => {
  const first = observe('changelog', ROWS.changelog, new Map(), seen('2026-02-02T00:00:00Z'));
  const record = playRecord(first.entries);
  const digest = seal(SALT, 'As announced.');
  const words = new Map(first.words.map((one) => [one.digest, one]));
  words.set(digest, { digest, salt: SALT });
  const pass = { readings: { changelog: { rows: ROWS.changelog } } };
  const { readings } = withoutTakenDown(pass as never, { record, words } as never);
  const rows = readings.changelog?.rows ?? [];
  expect(rows).toEqual([{ ...ROWS.changelog[0], reason: null }]);
  expect(observe('changelog', rows, record, seen('2026-02-03T00:00:00Z', words)).entries).toEqual([]);
  // Another text in its place is news.
  const other = [{ ...rows[0], reason: 'Rewritten.' }] as typeof rows;
  expect(observe('changelog', other, record, seen('2026-02-03T00:00:00Z', words)).entries).toHaveLength(1);
});
