import { z } from 'zod';
import { type LedgerRow, ledgerRowSchema } from '../../ledger/ledger.ts';
import type { TableSource } from '../../postgres/table.ts';
import { SUMMED_LINES, SUMMED_TRANSACTIONS } from './summed.ts';

/** The runbook's form: a transaction names its batch itself. */
const BY_TRANSACTION = `
               SELECT batch_id, count(*) AS tx_counted, sum(coalesce(amount, 'NaN')) AS amount_sum
                 FROM public.tpc_transactions WHERE batch_id IS NOT NULL GROUP BY batch_id`;

/**
 * The field's form: only the log names a batch, up to three lines a transaction. One that the log names but
 * nobody shows is not counted, so that hidden transactions are noticed.
 */
const BY_LOG = `
               SELECT line.batch_id, count(t.id) AS tx_counted,
                      sum(coalesce(t.amount, 'NaN')) FILTER (WHERE t.id IS NOT NULL) AS amount_sum
                 FROM (SELECT DISTINCT batch_id, transaction_id FROM public.tpc_distribution_logs
                        WHERE batch_id IS NOT NULL) AS line
                 LEFT JOIN public.tpc_transactions AS t ON t.id = line.transaction_id
                GROUP BY line.batch_id`;

/** A transaction names one batch, so none of its batch's stands in another. */
const NONE_ELSEWHERE = `
               SELECT NULL::uuid AS batch_id, NULL::bigint AS tx_elsewhere, NULL::numeric AS amount_elsewhere
                WHERE false`;

/** Where a batch counts more than its lines: the transactions of its period whose lines name another batch. */
const ELSEWHERE = `
               SELECT short.id AS batch_id, count(*) AS tx_elsewhere, sum(coalesce(t.amount, 'NaN')) AS amount_elsewhere
                 FROM (SELECT b.id, b.period_start, b.period_end
                         FROM public.tpc_distribution_batches AS b LEFT JOIN tx ON tx.batch_id = b.id
                        WHERE b.tx_count > coalesce(tx.tx_counted, 0)) AS short
                 JOIN public.tpc_transactions AS t ON t.created_at BETWEEN short.period_start AND short.period_end
                WHERE t.distributed
                  AND EXISTS (SELECT FROM public.tpc_distribution_logs AS line
                               WHERE line.transaction_id = t.id AND line.batch_id <> short.id)
                  AND NOT EXISTS (SELECT FROM public.tpc_distribution_logs AS line
                                   WHERE line.transaction_id = t.id AND line.batch_id = short.id)
                GROUP BY short.id`;

/** Lines that no batch claims (from before there were batches, or of a batch that was deleted), and other parts. */
const CAVEATS = `
        SELECT 'lines-without-batch' AS caveat, count(*) AS count, coalesce(sum(amount), 0) AS amount
          FROM public.tpc_distribution_logs WHERE batch_id IS NULL
        UNION ALL
        SELECT 'other-parts', count(*), coalesce(sum(amount), 0)
          FROM public.tpc_distribution_logs WHERE type NOT IN ('referral', 'treasury', 'buyback')`;

/** What is known only of some rows: absent where it is null. */
const SOMETIMES: readonly string[] = ['tx_elsewhere', 'amount_elsewhere'];

const wire = z.preprocess(
  (row) =>
    Object.fromEntries(
      Object.entries(row as object).filter(([column, text]) => text !== null || !SOMETIMES.includes(column)),
    ),
  ledgerRowSchema,
);

/** TPC-08: the ledger of each batch, where transactions have a `batch_id`. */
export const ledger = ledgerFrom(BY_TRANSACTION, NONE_ELSEWHERE);

/** TPC-08: the ledger of each batch, where they have none. */
export const ledgerByLog = ledgerFrom(BY_LOG, ELSEWHERE);

/**
 * For every batch that a batch row, a transaction or a log line names, what its transactions and its log lines
 * add up to. A batch that only the ledger names is a row too: it tells of hidden batch rows. A null amount makes
 * its sum NaN, which is refused: `sum` alone would leave it out.
 */
function ledgerFrom(transactions: string, elsewhere: string): TableSource<LedgerRow, LedgerRow> {
  return {
    tables: ['public.tpc_transactions', 'public.tpc_distribution_logs', 'public.tpc_distribution_batches'],
    summed: [SUMMED_TRANSACTIONS, SUMMED_LINES],
    sql: `WITH tx AS (${transactions}),
               elsewhere AS (${elsewhere}),
               log AS (
                 SELECT batch_id, type, coalesce(amount, 'NaN') AS amount FROM public.tpc_distribution_logs
                  WHERE batch_id IS NOT NULL),
               parts AS (
                 SELECT batch_id, sum(amount) FILTER (WHERE type = 'referral') AS referral_sum,
                        sum(amount) FILTER (WHERE type = 'treasury') AS treasury_sum,
                        sum(amount) FILTER (WHERE type = 'buyback') AS buyback_sum,
                        count(*) FILTER (WHERE type = 'referral') AS referral_lines,
                        count(*) FILTER (WHERE type = 'treasury') AS treasury_lines,
                        count(*) FILTER (WHERE type = 'buyback') AS buyback_lines
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
                 coalesce(repeated.duplicates, 0) AS duplicates,
                 elsewhere.tx_elsewhere, elsewhere.amount_elsewhere,
                 coalesce(parts.referral_lines, 0) AS referral_lines,
                 coalesce(parts.treasury_lines, 0) AS treasury_lines,
                 coalesce(parts.buyback_lines, 0) AS buyback_lines
            FROM named LEFT JOIN tx USING (batch_id) LEFT JOIN parts USING (batch_id)
                 LEFT JOIN repeated USING (batch_id) LEFT JOIN elsewhere USING (batch_id)
           ORDER BY named.batch_id`,
    columns: {
      batch_id: 'uuid',
      tx_counted: 'integer',
      amount_sum: 'numeric',
      referral_sum: 'numeric',
      treasury_sum: 'numeric',
      buyback_sum: 'numeric',
      duplicates: 'integer',
      tx_elsewhere: 'integer',
      amount_elsewhere: 'numeric',
      referral_lines: 'integer',
      treasury_lines: 'integer',
      buyback_lines: 'integer',
    },
    wire,
    caveatsSql: CAVEATS,
    toRows: (rows) => rows,
  };
}
