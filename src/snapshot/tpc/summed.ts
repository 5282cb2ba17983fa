import { LATEST_DATE, notAhead } from '../../postgres/ahead.ts';
import type { SummedTable } from '../../postgres/bounds.ts';

/** SQL: the transactions and the batches that totals and days sum, without what is dated ahead. */
export const PAST_TRANSACTIONS = `public.tpc_transactions WHERE ${notAhead('created_at', 'verified_at')}`;
export const PAST_BATCHES = `public.tpc_distribution_batches WHERE ${notAhead('created_at')}`;
/** SQL: the transactions that are left out for that. A batch is left out by name where batches are read. */
export const TRANSACTIONS_AHEAD = `public.tpc_transactions WHERE greatest(created_at, verified_at) > ${LATEST_DATE}`;

/** The transactions, as totals and days go by them. */
export const SUMMED_TRANSACTIONS: SummedTable = {
  table: 'public.tpc_transactions',
  id: 'id',
  amounts: ['amount'],
  instants: [],
};

export const DATED_TRANSACTIONS: SummedTable = {
  ...SUMMED_TRANSACTIONS,
  instants: ['created_at', 'verified_at'],
};

/** The batches, as totals and days go by them. */
export const SUMMED_BATCHES: SummedTable = {
  table: 'public.tpc_distribution_batches',
  id: 'id',
  amounts: ['tx_count', 'revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'],
  instants: [],
};

export const DATED_BATCHES: SummedTable = { ...SUMMED_BATCHES, instants: ['created_at'] };

/** The lines of the distribution log, as the ledger of a batch goes by them. */
export const SUMMED_LINES: SummedTable = {
  table: 'public.tpc_distribution_logs',
  id: 'transaction_id',
  amounts: ['amount'],
  instants: [],
};
