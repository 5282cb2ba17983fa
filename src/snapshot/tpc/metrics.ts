import { type Metrics, metricsSchema } from '../../ledger/metrics.ts';
import type { TableSource } from '../../postgres/table.ts';
import {
  PAST_BATCHES,
  PAST_TRANSACTIONS,
  SUMMED_BATCHES,
  SUMMED_TRANSACTIONS,
  TRANSACTIONS_AHEAD,
} from './summed.ts';

/**
 * TPC-04: the totals, summed by Postgres over the transactions and the batches, independently of the daily
 * figures that a reader sums to check them. A null makes its total NaN, which is refused: `sum` alone would
 * leave it out.
 */
export const metrics: TableSource<Metrics, Metrics> = {
  tables: ['public.tpc_transactions', 'public.tpc_distribution_batches'],
  summed: [SUMMED_TRANSACTIONS, SUMMED_BATCHES],
  sql: `WITH tx AS (
               SELECT coalesce(amount, 'NaN') AS amount, status FROM ${PAST_TRANSACTIONS}),
             batch AS (
               SELECT coalesce(tx_count::numeric, 'NaN') AS tx_count, coalesce(revenue_sum, 'NaN') AS revenue,
                      coalesce(referral_sum, 'NaN') AS referral, coalesce(treasury_sum, 'NaN') AS treasury,
                      coalesce(buyback_sum, 'NaN') AS buyback
                 FROM ${PAST_BATCHES})
        SELECT t.total_revenue, t.verified_revenue, b.distributed_revenue, t.tx_total, t.tx_verified,
               b.tx_distributed, b.referral, b.treasury, b.buyback
          FROM (SELECT coalesce(sum(amount), 0.000000) AS total_revenue,
                       coalesce(sum(amount) FILTER (WHERE status = 'verified'), 0.000000) AS verified_revenue,
                       count(*) AS tx_total,
                       count(*) FILTER (WHERE status = 'verified') AS tx_verified
                  FROM tx) AS t,
               (SELECT coalesce(sum(revenue), 0.000000) AS distributed_revenue,
                       coalesce(sum(tx_count), 0) AS tx_distributed,
                       coalesce(sum(referral), 0.000000) AS referral,
                       coalesce(sum(treasury), 0.000000) AS treasury,
                       coalesce(sum(buyback), 0.000000) AS buyback
                  FROM batch) AS b`,
  columns: {
    total_revenue: 'numeric',
    verified_revenue: 'numeric',
    distributed_revenue: 'numeric',
    tx_total: 'integer',
    tx_verified: 'integer',
    tx_distributed: 'numeric',
    referral: 'numeric',
    treasury: 'numeric',
    buyback: 'numeric',
  },
  wire: metricsSchema,
  toRows: (rows) => rows,
  // The first are in no total; all others are, under a status or a type that the runbook does not have.
  caveatsSql: `
        SELECT 'dated-ahead' AS caveat, count(*) AS count, coalesce(sum(amount), 0) AS amount
          FROM ${TRANSACTIONS_AHEAD}
        UNION ALL
        SELECT CASE WHEN status IN ('refunded', 'rejected') THEN status ELSE 'other-statuses' END,
               count(*), coalesce(sum(amount), 0)
          FROM ${PAST_TRANSACTIONS} AND status NOT IN ('pending', 'verified') GROUP BY 1
        UNION ALL
        SELECT 'other-types', count(*), coalesce(sum(amount), 0)
          FROM ${PAST_TRANSACTIONS} AND type NOT IN ('marketplace', 'staking', 'subscription', 'revenue')
         ORDER BY 1`,
};
