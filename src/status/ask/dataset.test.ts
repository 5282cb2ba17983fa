import { describe, expect, test } from 'vitest';
import type { DatasetState } from '../../ledger/manifest.ts';
import { asking } from '../../testing/ask.ts';
import { nothingPublished, parsedCheck } from '../../testing/checks.ts';

const state = (given: Partial<DatasetState> = {}): DatasetState => ({
  state: 'current',
  reason: null,
  observed_at: '2026-01-26T11:45:00Z',
  valid_until: '2026-01-26T12:15:00Z',
  unit: 'TPC',
  row_security: true,
  rows: 2,
  files: [],
  findings: [],
  not_evaluated: [],
  caveats: [],
  reading: null,
  removals: [],
  ...given,
});
const rows = [{ created_at: '2026-01-25 01:02:03.5+00' }, { created_at: '2026-01-25 06:00:00+00' }];
const sampleOf = async (
  ask: unknown,
  published: DatasetState | null,
  {
    given = rows,
    gauge,
    now = '2026-01-26T12:00:00Z',
  }: { given?: unknown[]; gauge?: unknown; now?: string } = {},
) => {
  const check = parsedCheck({
    kind: 'dataset',
    dataset: 'batches',
    ask,
    ...(gauge === undefined ? {} : { gauge }),
  });
  const data = { state: async () => published, rows: async () => given };
  return (await asking(check, { published: data, now })).sample;
};

describe('current', () => {
  test('read in the last run: up; kept from an older one: down', async () => {
    expect(await sampleOf('current', state())).toEqual({ outcome: 'up' });
    expect(await sampleOf('current', state({ state: 'stale', reason: 'timeout' }))).toEqual({
      outcome: 'down',
      reason: 'not-current',
    });
  });

  test('no snapshot, none of this dataset, or one too old: unknown', async () => {
    const absent = { outcome: 'unknown', reason: 'absent' };
    expect(await sampleOf('current', null)).toEqual(absent);
    expect(await sampleOf('current', state({ state: 'absent', valid_until: null }))).toEqual(absent);
    for (const ask of ['current', 'age', { without: ['hash-mismatch'] }])
      expect(await sampleOf(ask, state(), { now: '2026-01-26T12:15:00Z' })).toEqual({
        outcome: 'unknown',
        reason: 'overdue',
      });
  });
});

describe('TPC-11: the last batch within 24 hours', () => {
  const gauge = { unit: 'h', target: { at_most: 24 }, down_when: { above: 48 } };

  test('the age of the newest row in hours, to a thousandth', async () => {
    expect(await sampleOf('age', state(), { gauge })).toEqual({
      outcome: 'degraded',
      reason: 'target-missed',
      value: '30',
    });
    expect(
      await sampleOf('age', state(), { gauge, given: [{ created_at: '2026-01-26 11:00:00.9+00' }] }),
    ).toEqual({
      outcome: 'up',
      value: '0.999',
    });
  });

  test('rows of days count from the beginning of the day, in the unit of the gauge', async () => {
    const given = [{ day: '2026-01-23' }, { day: '2026-01-24' }];
    expect(await sampleOf('age', state(), { given, gauge: { unit: 'days' } })).toMatchObject({
      value: '2.5',
    });
  });

  test('no row, or rows without a time: unknown', async () => {
    expect(await sampleOf('age', state(), { given: [] })).toMatchObject({
      outcome: 'unknown',
      reason: 'absent',
    });
    expect(await sampleOf('age', state(), { given: [{ name: 'a' }] })).toMatchObject({ reason: 'absent' });
  });
});

test('TPC-12: a flag on the dataset is down, with how many rows it speaks of', async () => {
  const findings = [
    { guard: 'hash-mismatch' as const, subjects: ['a', 'b'] },
    { guard: 'hash-missing' as const, subjects: ['b'] },
    { guard: 'wallet-link' as const, subjects: ['c'] },
  ];
  const ask = { without: ['hash-mismatch', 'hash-missing'] };
  expect(await sampleOf(ask, state({ findings }))).toEqual({
    outcome: 'down',
    reason: 'flagged',
    value: '2',
  });
  expect(await sampleOf(ask, state())).toEqual({ outcome: 'up', value: '0' });
  const gauge = { unit: 'count', target: { at_most: 2 } };
  expect(await sampleOf(ask, state({ findings }), { gauge })).toEqual({ outcome: 'up', value: '2' });
});

test('without any snapshot nothing is published', async () => {
  expect(await nothingPublished.state('batches')).toBeNull();
});

test('a flag that the snapshot could not look for is unknown, not absent', async () => {
  const ask = { without: ['share-rule-broken'] };
  expect(await sampleOf(ask, state({ not_evaluated: ['share-rule-broken'] }))).toEqual({
    outcome: 'unknown',
    reason: 'input-unknown',
  });
  expect(await sampleOf(ask, state({ not_evaluated: ['hash-missing'] }))).toMatchObject({ outcome: 'up' });
});

test('over stale data nothing is up: what was found stands, what was not is not known', async () => {
  const stale = state({ state: 'stale', reason: 'timeout' });
  const unknown = { outcome: 'unknown', reason: 'not-current' };
  expect(await sampleOf({ without: ['changed-after-publication'] }, stale)).toEqual(unknown);
  expect(await sampleOf('age', stale, { gauge: { unit: 'h', target: { at_most: 240 } } })).toEqual(unknown);
  const findings = [{ guard: 'hash-mismatch' as const, subjects: ['a'] }];
  const ask = { without: ['hash-mismatch'] };
  expect(await sampleOf(ask, { ...stale, findings })).toMatchObject({ outcome: 'down', reason: 'flagged' });
  const gauge = { unit: 'count', target: { at_most: 2 } };
  expect(await sampleOf(ask, { ...stale, findings }, { gauge })).toEqual(unknown);
});

test('TPC-07: a hash that can not be recomputed neither matches nor does not', async () => {
  const findings = [{ guard: 'hash-not-recomputable' as const, subjects: ['a'] }];
  expect(await sampleOf({ without: ['hash-mismatch'] }, state({ findings }))).toEqual({
    outcome: 'unknown',
    reason: 'input-unknown',
  });
});

test('over no rows nothing is right: it is not known', async () => {
  expect(await sampleOf({ without: ['ledger-differs'] }, state({ rows: 0 }))).toEqual({
    outcome: 'unknown',
    reason: 'absent',
  });
});

test('TPC-11: what a crash leaves behind is not the last batch', async () => {
  const zero = '0.000000';
  const crashed = {
    id: '30000000-0000-4000-8000-000000000001',
    created_at: '2026-01-26 11:00:00+00',
    period_start: null,
    period_end: null,
    tx_count: '0',
    revenue_sum: zero,
    referral_sum: zero,
    treasury_sum: zero,
    buyback_sum: zero,
    public_hash: null,
    onchain_tx: null,
    note: null,
  };
  const gauge = { unit: 'h', target: { at_most: 24 }, down_when: { above: 48 } };
  expect(await sampleOf('age', state(), { gauge, given: [...rows, crashed] })).toMatchObject({
    outcome: 'degraded',
    value: '30',
  });
});
