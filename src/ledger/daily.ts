import { z } from 'zod';
import { addDays, daySchema } from '../core/instant.ts';
import { amountSchema, countSchema, sumOf } from '../core/money.ts';

/**
 * The figures of one UTC day (TPC-04). Transactions count on the day they were made, or verified; what was
 * distributed counts on the day of its batch, so those columns are sums over batches.csv.
 */
export const dailySchema = z.strictObject({
  day: daySchema,
  revenue: amountSchema,
  tx_count: countSchema,
  verified_revenue: amountSchema,
  tx_verified: countSchema,
  distributed_revenue: amountSchema,
  tx_distributed: countSchema,
  referral: amountSchema,
  treasury: amountSchema,
  buyback: amountSchema,
});

export type Daily = z.infer<typeof dailySchema>;

/** The columns that can be summed over days. */
const DAILY_FIGURES = [
  'revenue',
  'tx_count',
  'verified_revenue',
  'tx_verified',
  'distributed_revenue',
  'tx_distributed',
  'referral',
  'treasury',
  'buyback',
] as const satisfies readonly Exclude<keyof Daily, 'day'>[];

/** The last `days` days up to and including `lastDay`, oldest first; days without a row are left out. */
export function window(daily: readonly Daily[], days: number, lastDay: string): Daily[] {
  const first = addDays(lastDay, 1 - days);
  return daily
    .filter(({ day }) => day >= first && day <= lastDay)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The exact sum of every figure over some days. */
export function dailyTotals(daily: readonly Daily[]): Omit<Daily, 'day'> {
  const pairs = DAILY_FIGURES.map((figure) => [figure, sumOf(daily.map((row) => row[figure]))]);
  return Object.fromEntries(pairs) as Omit<Daily, 'day'>;
}
