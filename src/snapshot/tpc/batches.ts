import { type Batch, batchSchema } from '../../ledger/batch.ts';
import type { TableSource } from '../../postgres/table.ts';

/** TPC-01: the batches, without `created_by`, which is private. */
export const batches: TableSource<Batch, Batch> = {
  tables: ['public.tpc_distribution_batches'],
  sql: `SELECT id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum,
               buyback_sum, public_hash, onchain_tx, note
          FROM public.tpc_distribution_batches
         ORDER BY created_at, id`,
  columns: {
    id: 'uuid',
    created_at: 'timestamptz',
    period_start: 'timestamptz',
    period_end: 'timestamptz',
    tx_count: 'integer',
    revenue_sum: 'numeric',
    referral_sum: 'numeric',
    treasury_sum: 'numeric',
    buyback_sum: 'numeric',
    public_hash: 'text',
    onchain_tx: 'text',
    note: 'text',
  },
  wire: batchSchema,
  rowByRow: true,
  toRows: (rows) => rows,
};
