import { expect, test } from 'vitest';
import { hashedBatch } from '../../testing/publication.ts';
import { compareThree, type ThreeAnswers } from './data-mismatch.ts';

const METRICS = { total_revenue: '1000.100010', tx_total: '4' };
const batch = hashedBatch();
const asApiSpells = {
  ...batch,
  created_at: '2026-01-26T01:02:03.123456+00:00',
  period_start: '2026-01-25T00:00:00+00:00',
  period_end: '2026-01-26T00:00:00+00:00',
  revenue_sum: '1000',
};

function answers(over: {
  readonly before?: object;
  readonly after?: object;
  readonly api?: object;
  readonly site?: object;
  readonly apiBatch?: object;
  readonly siteBatches?: ThreeAnswers['site']['batches'];
}) {
  return compareThree({
    database: {
      before: { ...METRICS, ...over.before },
      after: { ...METRICS, ...over.before, ...over.after },
      batches: [batch],
    },
    api: { metrics: { ...METRICS, ...over.api }, batches: [{ ...asApiSpells, ...over.apiBatch }] },
    site: {
      metrics: { ...METRICS, ...over.site },
      batches: over.siteBatches ?? [batch],
      observed_at: '2026-01-26T07:00:00Z',
    },
  });
}
const amiss = (over: Parameters<typeof answers>[0]) =>
  answers(over)
    .filter(({ verdict }) => verdict !== 'equal')
    .map(({ subject, verdict }) => `${subject} ${verdict}`);

test('TPC-18 D: the same values in three spellings are equal, field by field', () => {
  expect(answers({})).toHaveLength(2 + 12);
  expect(amiss({})).toEqual([]);
  expect(amiss({ apiBatch: { created_at: '2026-01-26T01:02:03.123Z' } })).toEqual([]);
});

test.each([
  ['the API says other totals', { api: { total_revenue: '1000.10001' } }, []],
  ['by one millionth', { api: { total_revenue: '1000.100011' } }, ['metrics.total_revenue differs']],
  ['the site shows more than there is', { site: { tx_total: '5' } }, ['metrics.tx_total differs']],
  ['the site was read before a transaction came', { site: { tx_total: '3' } }, ['metrics.tx_total moved']],
  [
    'a transaction came while the API was asked',
    { after: { tx_total: '5' }, api: { tx_total: '5' } },
    ['metrics.tx_total moved'],
  ],
  [
    'the API is behind the database',
    { before: { tx_total: '6' }, site: { tx_total: '6' } },
    ['metrics.tx_total differs'],
  ],
  [
    'the API gives another hash',
    { apiBatch: { public_hash: 'f'.repeat(64) } },
    [`${batch.id}.public_hash differs`],
  ],
  [
    'the API gives a sum in other digits',
    { apiBatch: { treasury_sum: '600.000001' } },
    [`${batch.id}.treasury_sum differs`],
  ],
  ['the API does not carry a column', { apiBatch: { note: undefined } }, [`${batch.id}.note not-available`]],
  ['this site does not show a batch it should', { siteBatches: [] }, [`${batch.id}.id differs`]],
  [
    'this site shows another figure',
    { siteBatches: [{ ...batch, tx_count: '5' }] },
    [`${batch.id}.tx_count differs`],
  ],
])('TPC-18 D: %s', (_, over, expected) => {
  expect(amiss(over)).toEqual(expected);
});

test('TPC-18 D: a batch that the API gives and the database does not have, and the reverse', () => {
  const other = {
    ...asApiSpells,
    id: '30000000-0000-4000-8000-000000000003',
    created_at: '2026-01-20T00:00:00Z',
  };
  const told = compareThree({
    database: { before: {}, after: {}, batches: [batch] },
    api: { metrics: {}, batches: [other] },
    site: { metrics: {}, batches: [batch], observed_at: '2026-01-26T07:00:00Z' },
  });
  expect(told.map(({ subject, verdict }) => `${subject} ${verdict}`)).toEqual([
    `${other.id}.id differs`,
    `${batch.id}.id differs`,
  ]);
});

test('an API that gives no batch, and a database that lost one which is shown here, differ', () => {
  const metrics = { before: METRICS, after: METRICS };
  const site = { metrics: METRICS, batches: [batch], observed_at: '2026-01-26T07:00:00Z' };
  const differing = (inDatabase: readonly (typeof batch)[]) =>
    compareThree({
      database: { ...metrics, batches: inDatabase },
      api: { metrics: METRICS, batches: [] },
      site,
    }).filter(({ verdict }) => verdict === 'differs');
  expect(differing([batch])).toMatchObject([{ database: batch.id, api: null }]);
  expect(differing([])).toMatchObject([{ database: null, api: null, site: batch.id }]);
});

test('TPC-18 D: the API gives the sum of the log, this site the sum of the batches: like is compared with like', () => {
  const told = (sum: string) => ({ ...METRICS, referral: sum });
  const three = (said: string) =>
    compareThree({
      database: {
        before: told('100.010001'),
        after: told('100.010001'),
        batches: [],
        log: { before: { referral: '100.010000' }, after: { referral: '100.010000' } },
      },
      api: { metrics: told(said), batches: [] },
      site: { metrics: told('100.010001'), batches: [], observed_at: '2026-01-26T07:00:00Z' },
    }).find(({ subject }) => subject === 'metrics.referral')?.verdict;
  expect([three('100.010000'), three('100.010001')]).toEqual(['equal', 'differs']);
});
