import { expect, test } from 'vitest';
import type { Batch } from '../../ledger/batch.ts';
import { hashedBatch, published } from '../../testing/publication.ts';
import {
  type SplitChange,
  splitChangeAt,
  splitEvents,
  splitNextBatch,
  splitSum,
  splitValues,
} from './split-change.ts';

const BEFORE = { referral: '20', treasury: '65', buyback: '15' };
const AFTER = { referral: '25', treasury: '60', buyback: '15' };
const change = {
  id: 'the change',
  created_at: '2026-01-25 12:00:00.25+00',
  key: 'distribution_split',
  old_value: JSON.stringify(BEFORE),
  new_value: JSON.stringify(AFTER),
  reason: 'The audit is paid.',
};
const withBatches = (batches: Batch[], current = AFTER) =>
  published({ batches, changelog: [change], split: [current] });

test('TPC-15: the first batch since a change shows by its figures that the change took effect', () => {
  const before = hashedBatch({
    id: '10000000-0000-4000-8000-000000000001',
    created_at: '2026-01-25 01:00:00+00',
  });
  const first = hashedBatch();
  const publication = withBatches([first, before]);
  const found = splitChangeAt(publication, '2026-01-26T07:00:00Z') as SplitChange;
  expect(found).toMatchObject({ before: BEFORE, after: AFTER, batch: { id: first.id } });
  expect(splitNextBatch(found).result).toBe('passed');
  expect(splitValues(found).result).toBe('passed');
});

test('TPC-15: a first batch that still has the old split fails, by how much', () => {
  const old = hashedBatch({ referral_sum: '200.000000', treasury_sum: '650.000000' });
  const found = splitChangeAt(withBatches([old]), '2026-01-26T07:00:00Z') as SplitChange;
  expect(splitNextBatch(found)).toMatchObject({
    result: 'failed',
    reason: 'sums-differ',
    offenders: [old.id],
  });
});

test('TPC-15: while no batch was made since, nothing is claimed', () => {
  const found = splitChangeAt(withBatches([]), '2026-01-26T07:00:00Z') as SplitChange;
  expect(splitNextBatch(found)).toMatchObject({ result: 'not-known', reason: 'no-batch-since' });
});

test('TPC-15: a setting that was changed past the changelog is found', () => {
  const bypassed = withBatches([], { referral: '30', treasury: '55', buyback: '15' });
  const found = splitChangeAt(bypassed, '2026-01-26T07:00:00Z') as SplitChange;
  expect(splitValues(found)).toMatchObject({ result: 'failed', offenders: ['current'] });
});

test('TPC-15: the check follows the change, and again the first batch under it', () => {
  expect(splitEvents(withBatches([hashedBatch()]))).toEqual([
    '2026-01-25T12:00:00.25Z',
    '2026-01-26T01:02:03.123456Z',
  ]);
  expect(splitChangeAt(withBatches([]), '2026-01-25T11:00:00Z')).toBeNull();
});

test.each([
  [
    'a value that nobody can read is not known',
    'a quarter',
    { result: 'not-known', reason: 'split-not-known' },
    'not-known',
  ],
  [
    'shares that do not sum to the whole are wrong',
    '{"referral": 25, "treasury": 60, "buyback": 25}',
    { result: 'failed', reason: 'sum-not-100' },
    'failed',
  ],
])('TPC-15: %s', (_, new_value, answer, values) => {
  const publication = published({ changelog: [{ ...change, new_value }], split: [AFTER] });
  const found = splitChangeAt(publication, '2026-01-26T07:00:00Z') as SplitChange;
  expect(splitSum(found)).toMatchObject(answer);
  expect(splitValues(found).result).toBe(values);
});
