import { absolute, compare, type Decimal, minus, sumOf, times, trimmed } from '../core/money.ts';
import { type Batch, PARTS, type Part } from './batch.ts';
import type { Split } from './split.ts';

/**
 * What rounding alone can do in one transaction: each of three parts is rounded half away from zero to six
 * decimals, which moves it by at most half a millionth (SYSTEMS.md, TPC-08).
 */
const ROUNDING_PER_TRANSACTION = '0.0000015';

export interface ShareRule {
  /** True when the sum of the parts and every single part lie within the tolerance. */
  readonly holds: boolean;
  /** The sum of the three shares, in percent. */
  readonly share_sum: Decimal;
  /** Revenue times the sum of the shares. */
  readonly expected: Decimal;
  /** Sum of the parts minus `expected`; exact, with its sign. */
  readonly difference: Decimal;
  /** 0.0000015 × tx_count. */
  readonly tolerance: Decimal;
  readonly parts: Readonly<Record<Part, { readonly expected: Decimal; readonly difference: Decimal }>>;
}

/** TPC-08: each part is the revenue times its share then in effect, up to rounding; all in exact decimals. */
export function shareRule(batch: Batch, split: Split): ShareRule {
  const shareSum = sumOf(PARTS.map((part) => split[part]));
  const actual = { referral: batch.referral_sum, treasury: batch.treasury_sum, buyback: batch.buyback_sum };
  const expected = percent(batch.revenue_sum, shareSum);
  const difference = minus(sumOf(Object.values(actual)), expected);
  const tolerance = times(ROUNDING_PER_TRANSACTION, batch.tx_count);
  const part = (name: Part) => {
    const share = percent(batch.revenue_sum, split[name]);
    return { expected: trimmed(share), difference: trimmed(minus(actual[name], share)) };
  };
  const parts = { referral: part('referral'), treasury: part('treasury'), buyback: part('buyback') };
  const differences = [difference, ...PARTS.map((name) => parts[name].difference)];
  return {
    holds: differences.every((value) => compare(absolute(value), tolerance) <= 0),
    share_sum: trimmed(shareSum),
    expected: trimmed(expected),
    difference: trimmed(difference),
    tolerance: trimmed(tolerance),
    parts,
  };
}

function percent(amount: Decimal, share: Decimal): Decimal {
  return times(times(amount, share), '0.01');
}
