import { z } from 'zod';
import { amountSchema } from '../../core/money.ts';
import { PARTS, type Part } from '../../ledger/batch.ts';
import { readTable, type TableSource } from '../../postgres/table.ts';
import { inTransaction, type PostgresOptions } from '../../postgres/transaction.ts';

type LogTotals = Readonly<Record<Part, string>>;

const wire = z.strictObject({ referral: amountSchema, treasury: amountSchema, buyback: amountSchema });

/** Each part summed over the whole log, lines without a batch too: what the field's API gives as its totals. */
const logTotals: TableSource<LogTotals, LogTotals> = {
  tables: ['public.tpc_distribution_logs'],
  sql: `SELECT ${PARTS.map(
    (part) => `coalesce(sum(coalesce(amount, 'NaN')) FILTER (WHERE type = '${part}'), 0.000000) AS ${part}`,
  ).join(', ')} FROM public.tpc_distribution_logs`,
  columns: { referral: 'numeric', treasury: 'numeric', buyback: 'numeric' },
  wire,
  toRows: (rows) => rows,
};

/** @throws SourceError when the log can not be read */
export function readLogTotals(options: PostgresOptions): Promise<Partial<LogTotals>> {
  return inTransaction(options, async (client) => (await readTable(client, 'log', logTotals)).rows[0] ?? {});
}
