import { describe, expect, test } from 'vitest';
import { addDays } from '../../core/instant.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { Daily } from '../../ledger/daily.ts';
import {
  firstSeen,
  hashedBatch,
  KNOWN_BATCH,
  NOTHING_PUBLISHED,
  published,
} from '../../testing/publication.ts';
import { cellsOf, read, sumOf } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { splitPageOf } from './split-page.ts';
import { transparencyOf } from './transparency.ts';
import { walletsPageOf } from './wallets.ts';

const reader = readerFor('en');
const id = (n: number) => `20000000-0000-4000-8000-00000000000${n}`;
const metrics = {
  total_revenue: '2000.000000',
  verified_revenue: '2000.000000',
  distributed_revenue: '2000.000000',
  tx_total: '8',
  tx_verified: '8',
  tx_distributed: '8',
  referral: '500.000000',
  treasury: '1300.000000',
  buyback: '300.000000',
};
const split = { referral: '25', treasury: '60', buyback: '15' };

describe('the transparency page', () => {
  test('TPC-07 counts matches, mismatches and absent hashes, and drops none of them', () => {
    const batches = [
      hashedBatch({ id: id(1) }),
      hashedBatch({ id: id(2) }),
      { ...hashedBatch({ id: id(3) }), tx_count: '9' },
      { ...hashedBatch({ id: id(4) }), public_hash: null },
    ];
    const page = transparencyOf(reader, published({ batches }));
    expect(read(page.headline)).toBe('Since January 2026, 4 batches have distributed 4,000.000000 TPC');
    expect(page.verdicts.map(({ mark, text }) => [mark, text])).toEqual([
      ['equal', '2 hashes match'],
      ['unequal', '1 does not match'],
      ['absent', '1 batch without a hash'],
      ['absent', '4 batches are not anchored'],
    ]);
    expect(page.batches?.rows).toHaveLength(4);
  });

  test('what was altered after publication is told beside the sums that it is in', () => {
    const before = [hashedBatch({ id: id(1) }), hashedBatch({ id: id(2) })];
    const site = (over: readonly Partial<Batch>[], totals = metrics) => {
      const batches = before.map((batch, index) => ({ ...batch, ...over[index] }));
      const rows = before.map((batch, index) => {
        const changes = [{ seen_at: '2026-01-27T00:00:00Z', before: {}, after: {} }];
        return [batch.id, { ...firstSeen(batch), changes: over[index] ? changes : [] }] as const;
      });
      const record = new Map([['batches' as const, new Map(rows)]]);
      return transparencyOf(reader, { ...published({ batches, metrics: [totals] }), record });
    };
    const one = site([{ treasury_sum: '700.000000' }]);
    const sentence =
      'The sum of the parts distributed includes +100.000000 TPC altered after publication in the batch of 26 January 2026.';
    expect(one.altered.map(read)).toEqual([sentence]);
    expect(one.totals?.altered.map(read)).toEqual([sentence]);
    const two = site([{ treasury_sum: '700.000000' }, { buyback_sum: '149.999999', revenue_sum: '999' }]);
    expect(two.altered.map(read)).toEqual([
      'The sum of the parts distributed includes +99.999999 TPC altered after publication in 2 batches.',
      'The revenue of the batches includes -1.000000 TPC altered after publication in the batch of 26 January 2026.',
    ]);
    expect(site([{ note: 'x' }]).altered).toEqual([]);
    const even = site([
      { treasury_sum: '700.000000', revenue_sum: '1001.000000' },
      { treasury_sum: '500.000000', revenue_sum: '999.000000' },
    ]);
    expect(even.altered.map(read)).toEqual([
      'Parts distributed were altered after publication in 2 batches; in their sum the alterations cancel each other out.',
      'The revenue was altered after publication in 2 batches; in its sum the alterations cancel each other out.',
    ]);
    // Totals that were read before the alteration do not hold it, so nothing of it is said beside them.
    const earlier = site([{ treasury_sum: '700.000000' }], { ...metrics, treasury: '1200.000000' });
    expect(earlier.altered.map(read)).toEqual([sentence]);
    expect(earlier.totals?.altered).toEqual([]);
  });

  test('what is gone and is in the sums no more is told beside them, on the first screen too', () => {
    const [kept, gone] = [hashedBatch({ id: id(1) }), hashedBatch({ id: id(2) })];
    const record = new Map([
      [
        'batches' as const,
        new Map([
          [kept.id, firstSeen(kept)],
          [gone.id, { ...firstSeen(gone), gone: '2026-01-27T00:00:00Z' }],
        ]),
      ],
    ]);
    const totals = { ...metrics, distributed_revenue: '1000.000000' };
    const page = transparencyOf(reader, { ...published({ batches: [kept], metrics: [totals] }), record });
    const revenue =
      'The revenue of the batches lacks 1,000.000000 TPC that were published here in the batch of 26 January 2026: the source does not show that any more.';
    expect(page.altered.map(read)).toEqual([
      'The sum of the parts distributed lacks 1,000.000000 TPC that were published here in the batch of 26 January 2026: the source does not show that any more.',
      revenue,
    ]);
    expect(page.verdicts).toContainEqual({
      mark: 'unequal',
      text: '1 published batch is no longer shown by the source',
      alarming: true,
    });
    // The parts in these totals are not the sum of the batches, so nothing is said of what they lack.
    expect(page.totals?.altered.map(read)).toEqual([revenue]);
  });

  test('a fresh clone shows no figure at all', () => {
    const page = transparencyOf(reader, NOTHING_PUBLISHED);
    expect(read(page.headline)).toBe('What was distributed is not known');
    expect([page.totals, page.split, page.wallets, page.batches, page.changes, page.charts]).toEqual([
      null,
      null,
      null,
      null,
      null,
      [],
    ]);
    expect(cellsOf(page.data.table).map(({ rows }) => rows)).toEqual(Array(7).fill('not known'));
  });

  test('findings about the same batch stand together', () => {
    const findings = (guard: 'hash-mismatch' | 'ledger-differs') => ({
      findings: [{ guard, subjects: [KNOWN_BATCH.id] }],
    });
    const states = { batches: findings('hash-mismatch'), ledger: findings('ledger-differs') };
    const { items } = transparencyOf(reader, published({ batches: [KNOWN_BATCH] }, { states })).findings;
    expect(items).toHaveLength(1);
    expect(items[0]?.texts).toHaveLength(2);
  });
});

describe('TPC-04 daily figures', () => {
  const lastDay = '2026-01-25';
  const row = (back: number, revenue: string): Daily => ({
    day: addDays(lastDay, -back),
    revenue,
    tx_count: '1',
    verified_revenue: revenue,
    tx_verified: '1',
    distributed_revenue: revenue,
    tx_distributed: '1',
    referral: '0.000000',
    treasury: '0.000000',
    buyback: '0.000000',
  });
  const daily = [
    row(-1, '999.000000'),
    row(0, '0.100000'),
    row(1, '0.200000'),
    row(3, '10.000000'),
    row(29, '5.000000'),
    row(30, '7.000000'),
  ];
  const [month, week] = transparencyOf(reader, published({ daily })).charts;

  test('thirty and seven complete days: the day of the snapshot is not one of them', () => {
    expect([month?.days, week?.days]).toEqual([30, 7]);
    expect(read(month?.summary ?? [])).toBe(
      '15.300000 TPC in all, from 4 transactions. Complete days in UTC, up to 25 January 2026.',
    );
    expect(sumOf(month?.table).revenue).toBe('15.300000');
    expect(sumOf(week?.table).revenue).toBe('10.300000');
  });

  test('a day without a row is left empty and counted as such, never drawn as zero', () => {
    expect(week?.bars).toHaveLength(3);
    expect(week?.gaps).toContain('Days without a row: 4');
  });

  test('the drawing has an accessible sentence with its extremes', () => {
    expect(week?.sentence.replaceAll('\u00A0', ' ')).toContain(
      'lowest 0.100000 TPC on 25 January 2026, highest 10.000000 TPC on 22 January 2026, in all 10.300000 TPC',
    );
  });

  test('a month whose busiest day is one millionth is drawn, its ticks as decimals', () => {
    const [tiny] = transparencyOf(reader, published({ daily: [row(0, '0.000001')] })).charts;
    expect(tiny?.grid.map(({ text }) => text)).toEqual(['0.0000000', '0.0000005', '0.0000010']);
    expect(month?.grid.map(({ text }) => text)).toEqual(['0', '5', '10']);
  });

  test('the highest bar stays within the drawing, a bar is as high as its share', () => {
    const heights = week?.bars.map((bar) => bar.height) ?? [];
    expect(Math.max(...heights)).toBeLessThanOrEqual(week?.height ?? 0);
    expect(heights[0]).toBeCloseTo((heights[2] ?? 0) * 100, 0);
  });
});

describe('TPC-02 wallets', () => {
  const address = '9XhVsQenh1yTbMt1Gk93a8WiP9HzTpf6r2ge5eyP3kcY';
  const wallet = {
    name: 'Treasury',
    address,
    type: 'treasury',
    explorer_url: `https://solscan.io/account/${address}`,
  };

  test('a link is offered only when it fits the wallet', () => {
    const wallets = [
      wallet,
      {
        ...wallet,
        name: 'Other',
        explorer_url: 'https://solscan.io/account/11111111111111111111111111111112',
      },
      { ...wallet, name: 'Evil', explorer_url: 'javascript:alert(1)' },
      { ...wallet, name: 'Empty', address: 'PASTE_WALLET' },
    ];
    const page = walletsPageOf(reader, published({ wallets }));
    expect(page.headline).toBe('4 public wallets, 3 with a published address');
    expect(page.wallets.map((card) => card.href)).toEqual([wallet.explorer_url, null, null, null]);
    expect(page.wallets.map((card) => card.link?.texts)).toEqual([
      ['The link fits the address'],
      ['The link bears another address'],
      ['The link does not lead to solscan.io'],
      undefined,
    ]);
    expect(page.wallets[3]).toMatchObject({
      address: null,
      notPublished: { stated: { lead: [{ text: 'PASTE_WALLET' }] } },
    });
  });
});

describe('TPC-05 the split', () => {
  const change = (at: string, from: object, to: object, reason: string | null) => ({
    id: at,
    created_at: at,
    key: 'distribution_split',
    old_value: JSON.stringify(from),
    new_value: JSON.stringify(to),
    reason,
  });
  const older = { referral: '20', treasury: '65', buyback: '15' };
  const changelog = [change('2026-01-10 00:00:00+00', older, split, 'policy 1.3')];

  test('since when, what was before, and why', () => {
    const publication = published({ split: [split], changelog });
    expect(read(transparencyOf(reader, publication).split?.since ?? [])).toBe(
      'In effect with the first batch after 10 Jan 2026, 07:00 WIB (00:00 UTC); before that 20% / 65% / 15%.',
    );
    const page = splitPageOf(reader, publication);
    expect(page.periods.map((period) => read(period.since))).toEqual([
      'Since 10 Jan 2026, 07:00 WIB (00:00 UTC)',
      'From the beginning of the changelog',
    ]);
    expect(page.periods[0]?.reason?.lead).toEqual([{ text: 'policy 1.3' }]);
  });

  test('a split that was changed past the changelog is said', () => {
    const page = splitPageOf(reader, published({ split: [older], changelog }));
    expect(page.gaps.map(read)).toEqual(['The present split is not the one that the changelog ends with.']);
  });
});

test.each([
  [
    'en',
    'Ledger sums of each batch: 3 lines of the distribution log (16.000000 TPC) name no batch.',
    ': the name of 1 is also the name of another one',
  ],
  [
    'id',
    ' 3 baris log distribusi (16,000000 TPC) tidak menyebut batch.',
    ' 1 memakai nama yang juga dipakai',
  ],
] as const)(
  'TPC-08: what is left out or undocumented is counted beside the findings, in %s',
  (language, ledger, wallets) => {
    const caveats = {
      ledger: { caveats: [{ caveat: 'lines-without-batch', count: '3', amount: '16.000000' }] },
      wallets: { caveats: [{ caveat: 'same-name', count: '1', amount: null }] },
    } as const;
    const publication = published(
      { batches: [hashedBatch()] },
      { states: structuredClone(caveats) as object },
    );
    const said = transparencyOf(readerFor(language), publication).findings.caveats.map((caveat) =>
      read(caveat),
    );
    expect(said[0]).toContain(ledger);
    expect(said[1]).toContain(wallets);
  },
);

test('TPC-05: a time of which nobody can tell the split has no bar, and says so', () => {
  const entry = {
    id: 'blind',
    created_at: '2026-01-10 12:00:00+00',
    key: 'distribution_split',
    old_value: '?',
    new_value: 'less',
    reason: null,
  };
  const split = { referral: '10', treasury: '20', buyback: '5', other: '1', platform: '64' };
  const page = splitPageOf(reader, published({ changelog: [entry], split: [split] }));
  expect(page.periods.map(({ bar }) => bar?.sentence ?? null)).toEqual([
    '10% referral, 20% treasury, 5% buyback, 1% other parts and 64% kept by the platform',
    null,
  ]);
  expect(page.periods[1]?.notKnown).toContain('is not known');
});
