import { type LedgerRow, ledgerRowSchema } from '../../domain/ledger.ts';
import type { TableSource } from '../postgres/table.ts';

/**
 * TPC-08: for every batch that a batch row, a transaction or a log line names, what its transactions and its
 * log lines add up to. A batch that only the ledger names is a row too: it tells of hidden batch rows. A null
 * amount makes its sum NaN, which is refused: `sum` alone would leave it out.
 */
export const ledger: TableSource<LedgerRow, LedgerRow> = {
  tables: ['public.tpc_transactions', 'public.tpc_distribution_logs', 'public.tpc_distribution_batches'],
  sql: `WITH tx AS (
               SELECT batch_id, count(*) AS tx_counted, sum(coalesce(amount, 'NaN')) AS amount_sum
                 FROM public.tpc_transactions WHERE batch_id IS NOT NULL GROUP BY batch_id),
             log AS (
               SELECT batch_id, type, coalesce(amount, 'NaN') AS amount FROM public.tpc_distribution_logs),
             parts AS (
               SELECT batch_id, sum(amount) FILTER (WHERE type = 'referral') AS referral_sum,
                      sum(amount) FILTER (WHERE type = 'treasury') AS treasury_sum,
                      sum(amount) FILTER (WHERE type = 'buyback') AS buyback_sum
                 FROM log GROUP BY batch_id),
             repeated AS (
               SELECT batch_id, count(*) AS duplicates
                 FROM (SELECT DISTINCT line.batch_id, line.transaction_id, line.type
                         FROM public.tpc_distribution_logs AS line
                         JOIN (SELECT transaction_id, type FROM public.tpc_distribution_logs
                                GROUP BY transaction_id, type HAVING count(*) > 1) AS twice
                           USING (transaction_id, type)) AS pairs
                GROUP BY batch_id),
             named AS (
               SELECT id AS batch_id FROM public.tpc_distribution_batches
               UNION SELECT batch_id FROM tx UNION SELECT batch_id FROM parts)
        SELECT named.batch_id,
               coalesce(tx.tx_counted, 0) AS tx_counted,
               coalesce(tx.amount_sum, 0.000000) AS amount_sum,
               coalesce(parts.referral_sum, 0.000000) AS referral_sum,
               coalesce(parts.treasury_sum, 0.000000) AS treasury_sum,
               coalesce(parts.buyback_sum, 0.000000) AS buyback_sum,
               coalesce(repeated.duplicates, 0) AS duplicates
          FROM named LEFT JOIN tx USING (batch_id) LEFT JOIN parts USING (batch_id)
               LEFT JOIN repeated USING (batch_id)
         ORDER BY named.batch_id`,
  columns: {
    batch_id: 'uuid',
    tx_counted: 'integer',
    amount_sum: 'numeric',
    referral_sum: 'numeric',
    treasury_sum: 'numeric',
    buyback_sum: 'numeric',
    duplicates: 'integer',
  },
  wire: ledgerRowSchema,
  toRows: (rows) => rows,
};
