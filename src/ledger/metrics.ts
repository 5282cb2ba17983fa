import { z } from 'zod';
import { amountSchema, countSchema } from '../core/money.ts';

/** The totals since the beginning (TPC-04), under the names the field's API gives them. */
export const metricsSchema = z.strictObject({
  total_revenue: amountSchema,
  verified_revenue: amountSchema,
  distributed_revenue: amountSchema,
  tx_total: countSchema,
  tx_verified: countSchema,
  tx_distributed: countSchema,
  referral: amountSchema,
  treasury: amountSchema,
  buyback: amountSchema,
});

export type Metrics = z.infer<typeof metricsSchema>;

/** Which daily column sums to which total: how a reader recomputes the totals from daily.csv. */
export const TOTAL_OF = {
  total_revenue: 'revenue',
  verified_revenue: 'verified_revenue',
  distributed_revenue: 'distributed_revenue',
  tx_total: 'tx_count',
  tx_verified: 'tx_verified',
  tx_distributed: 'tx_distributed',
  referral: 'referral',
  treasury: 'treasury',
  buyback: 'buyback',
} as const satisfies Record<keyof Metrics, string>;
