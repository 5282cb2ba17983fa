import { type Daily, dailySchema } from '../../ledger/daily.ts';
import type { TableSource } from '../../postgres/table.ts';
import { DATED_BATCHES, DATED_TRANSACTIONS, PAST_BATCHES, PAST_TRANSACTIONS } from './summed.ts';

/** Days without anything that are still rows of zeros; one date far from all others is one row, not a century. */
const LONGEST_SILENCE = 366;

/**
 * TPC-04: one row for every UTC day between the first transaction and the last thing that happened, so that
 * a day without any is a row of zeros and not a hole, up to a year of silence; never a day to come. See `dailySchema` for what counts on which day; what is
 * verified without saying when counts on the day it was made, as the distribution takes it. A null makes its
 * sum NaN, which is refused: `sum` alone would leave it out.
 */
export const daily: TableSource<Daily, Daily> = {
  tables: ['public.tpc_transactions', 'public.tpc_distribution_batches'],
  summed: [DATED_TRANSACTIONS, DATED_BATCHES],
  sql: `WITH tx AS (
               SELECT coalesce(amount, 'NaN') AS amount, status, created_at::date AS made_on,
                      coalesce(verified_at, created_at)::date AS verified_on
                 FROM ${PAST_TRANSACTIONS}),
             batch AS (
               SELECT created_at::date AS day, coalesce(tx_count::numeric, 'NaN') AS tx_count,
                      coalesce(revenue_sum, 'NaN') AS revenue, coalesce(referral_sum, 'NaN') AS referral,
                      coalesce(treasury_sum, 'NaN') AS treasury, coalesce(buyback_sum, 'NaN') AS buyback
                 FROM ${PAST_BATCHES}),
             made AS (
               SELECT made_on AS day, sum(amount) AS revenue, count(*) AS tx_count FROM tx GROUP BY 1),
             verified AS (
               SELECT verified_on AS day, sum(amount) AS revenue, count(*) AS tx_count
                 FROM tx WHERE status = 'verified' GROUP BY 1),
             distributed AS (
               SELECT day, sum(revenue) AS revenue, sum(tx_count) AS tx_count, sum(referral) AS referral,
                      sum(treasury) AS treasury, sum(buyback) AS buyback
                 FROM batch GROUP BY 1),
             busy AS (SELECT day FROM made UNION SELECT day FROM verified UNION SELECT day FROM distributed),
             days AS (
               SELECT calendar.day::date AS day
                 FROM (SELECT day AS first, coalesce(lead(day) OVER (ORDER BY day) - 1, day) AS until FROM busy) AS quiet,
                      generate_series(quiet.first::timestamp,
                                      CASE WHEN quiet.until - quiet.first < ${LONGEST_SILENCE} THEN quiet.until ELSE quiet.first END,
                                      interval '1 day') AS calendar(day))
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
    tx_distributed: 'numeric',
    referral: 'numeric',
    treasury: 'numeric',
    buyback: 'numeric',
  },
  wire: dailySchema,
  toRows: (rows) => rows,
};
