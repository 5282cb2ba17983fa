import { expect, test } from 'vitest';
import { addDays } from '../../core/instant.ts';
import { weekSummary } from './week-summary.ts';

const day = (back: number, revenue: string) => ({
  day: addDays('2026-01-26', -back),
  revenue,
  tx_count: '2',
  verified_revenue: revenue,
  tx_verified: '2',
  distributed_revenue: revenue,
  tx_distributed: '2',
  referral: '0',
  treasury: '0',
  buyback: '0',
});
const AT = '2026-01-26T09:00:00Z';

test('TPC-13: seven whole days against the seven before, exact, today left out', () => {
  const daily = Array.from({ length: 40 }, (_, back) =>
    day(back, back === 0 ? '999' : back <= 7 ? '0.100001' : '0.2'),
  );
  expect(weekSummary(daily, AT)).toMatchObject({
    until: '2026-01-25',
    quiet: 0,
    revenue: { week: '0.700007', before: '1.4', change: '-0.699993', month: '5.300007' },
    transactions: { week: '14', before: '14', change: '0', month: '60' },
  });
});

test('TPC-13: a day on which nothing happened is counted as such, days that were never read are not', () => {
  const daily = Array.from({ length: 40 }, (_, back) => day(back, '1'));
  const quiet = daily.filter(({ day: one }) => one !== '2026-01-20');
  expect(weekSummary(quiet, AT)).toMatchObject({ quiet: 1, revenue: { week: '6' } });
  expect(weekSummary(daily.slice(0, 20), AT)).toBeNull();
});
