import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { shareRule } from './share-rule.ts';

const batch = (figures: Partial<Batch>): Batch => ({
  id: '20000000-0000-4000-8000-000000000001',
  created_at: '2026-01-26 01:02:03+00',
  period_start: null,
  period_end: null,
  tx_count: '1',
  revenue_sum: '0.000000',
  referral_sum: '0.000000',
  treasury_sum: '0.000000',
  buyback_sum: '0.000000',
  public_hash: null,
  onchain_tx: null,
  note: null,
  ...figures,
});
const split = { referral: '25', treasury: '60', buyback: '15' };

/** Millionths of `percent` of an amount, rounded half away from zero, as SQL's round does for amounts above zero. */
const rounded = (millionths: bigint, percent: bigint) => (millionths * percent * 2n + 100n) / 200n;
const text = (millionths: bigint) => {
  const digits = millionths.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

describe('TPC-08: the parts are the revenue times their shares, up to rounding', () => {
  test('0.000010 at 25/60/15 gives 3 + 6 + 2 millionths: more than came in, by rounding alone', () => {
    const parts = { referral_sum: '0.000003', treasury_sum: '0.000006', buyback_sum: '0.000002' };
    const rule = shareRule(batch({ revenue_sum: '0.000010', ...parts }), split);
    expect(rule).toMatchObject({
      holds: true,
      share_sum: '100',
      difference: '0.000001',
      tolerance: '0.0000015',
    });
  });

  test('parts rounded transaction by transaction, or with the remainder to the treasury, always hold', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(amounts, fc.boolean(), (transactions, remainder) => {
        const sums = [0n, 0n, 0n, 0n];
        for (const amount of transactions) {
          const [referral, buyback] = [rounded(amount, 25n), rounded(amount, 15n)];
          const treasury = remainder ? amount - referral - buyback : rounded(amount, 60n);
          for (const [index, part] of [amount, referral, treasury, buyback].entries())
            sums[index] = (sums[index] ?? 0n) + part;
        }
        const [revenue_sum, referral_sum, treasury_sum, buyback_sum] = sums.map(text);
        const figures = { revenue_sum, referral_sum, treasury_sum, buyback_sum } as Partial<Batch>;
        expect(shareRule(batch({ ...figures, tx_count: String(transactions.length) }), split).holds).toBe(
          true,
        );
      }),
    );
  });

  test('beyond the tolerance it is a finding, also where two wrong parts cancel out', () => {
    const right = {
      tx_count: '10',
      revenue_sum: '100.000000',
      referral_sum: '25.000000',
      buyback_sum: '15.000000',
    };
    expect(shareRule(batch({ ...right, treasury_sum: '60.000015' }), split).holds).toBe(true);
    expect(shareRule(batch({ ...right, treasury_sum: '60.000016' }), split).holds).toBe(false);
    const moved = shareRule(batch({ ...right, referral_sum: '24.000000', treasury_sum: '61.000000' }), split);
    expect(moved).toMatchObject({ holds: false, difference: '0', parts: { treasury: { difference: '1' } } });
  });
});
