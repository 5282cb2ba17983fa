import { expect, test } from 'vitest';
import { firstSeen, hashedBatch } from '../testing/publication.ts';
import { alteredFields, batchOf, FIXED_BATCH_FIELDS } from './alteration.ts';

const change = (before: Record<string, string>, after: Record<string, string>) => ({
  changes: [{ seen_at: '2026-01-27T00:00:00Z', before, after }],
});

test('replaced or taken away is altered, filled in from nothing is not', () => {
  expect(alteredFields(change({ onchain_tx: 'a' }, { onchain_tx: 'b' }), FIXED_BATCH_FIELDS)).toEqual([
    'onchain_tx',
  ]);
  expect(alteredFields(change({ public_hash: 'a' }, {}))).toEqual(['public_hash']);
  expect(alteredFields(change({}, { period_start: '2026-01-25 00:00:00+00' }))).toEqual([]);
  expect(alteredFields(change({ note: 'a' }, { note: 'b' }), FIXED_BATCH_FIELDS)).toEqual([]);
  expect(alteredFields(change({ note: 'a' }, { note: 'a' }))).toEqual([]);
});

test('the first published batch comes back from the record, its empty columns null', () => {
  const batch = hashedBatch({ period_start: null });
  expect(batchOf(firstSeen(batch).first)).toEqual(batch);
  expect(batchOf({})).toBeNull();
});
