import { type Daily, dailySchema } from '../../domain/daily.ts';
import type { TableSource } from '../postgres/table.ts';

/**
 * TPC-04: one row for every UTC day between the first transaction and the last thing that happened, so that
 * a day without any is a row of zeros and not a hole. See `dailySchema` for what counts on which day.
 */
export const daily: TableSource<Daily, Daily> = {
  tables: ['public.tpc_transactions', 'public.tpc_distribution_batches'],
  sql: `WITH made AS (
               SELECT created_at::date AS day, sum(amount) AS revenue, count(*) AS tx_count
                 FROM public.tpc_transactions GROUP BY 1),
             verified AS (
               SELECT verified_at::date AS day, sum(amount) AS revenue, count(*) AS tx_count
                 FROM public.tpc_transactions WHERE status = 'verified' GROUP BY 1),
             distributed AS (
               SELECT created_at::date AS day, sum(revenue_sum) AS revenue, sum(tx_count) AS tx_count,
                      sum(referral_sum) AS referral, sum(treasury_sum) AS treasury, sum(buyback_sum) AS buyback
                 FROM public.tpc_distribution_batches GROUP BY 1),
             busy AS (SELECT day FROM made UNION SELECT day FROM verified UNION SELECT day FROM distributed),
             days AS (
               SELECT day::date AS day
                 FROM (SELECT min(day) AS first, max(day) AS last FROM busy) AS span,
                      generate_series(span.first::timestamp, span.last::timestamp, interval '1 day') AS day)
        SELECT day,
               coalesce(made.revenue, 0.000000) AS revenue,
               coalesce(made.tx_count, 0) AS tx_count,
               coalesce(verified.revenue, 0.000000) AS verified_revenue,
               coalesce(verified.tx_count, 0) AS tx_verified,
               coalesce(distributed.revenue, 0.000000) AS distributed_revenue,
               coalesce(distributed.tx_count, 0) AS tx_distributed,
               coalesce(distributed.referral, 0.000000) AS referral,
               coalesce(distributed.treasury, 0.000000) AS treasury,
               coalesce(distributed.buyback, 0.000000) AS buyback
          FROM days
          LEFT JOIN made USING (day) LEFT JOIN verified USING (day) LEFT JOIN distributed USING (day)
         ORDER BY day`,
  columns: {
    day: 'date',
    revenue: 'numeric',
    tx_count: 'integer',
    verified_revenue: 'numeric',
    tx_verified: 'integer',
    distributed_revenue: 'numeric',
    tx_distributed: 'integer',
    referral: 'numeric',
    treasury: 'numeric',
    buyback: 'numeric',
  },
  wire: dailySchema,
  toRows: (rows) => rows,
};
