import { z } from 'zod';
import { gaugeSchema } from '../gauge.ts';
import { networkSchema } from './jsonrpc.ts';
import { sqlSchema } from './sql.ts';
import { addressSchema, settingTextSchema } from './text.ts';

/**
 * Holds what a database says against what a chain says, row by row; accounts and transactions never leave the
 * machine that asks. `balances`: rows of (account, expected, label) in base units; measures the sum of what is
 * missing (a surplus elsewhere is not set off; an `expected` that is null can not be told, and says so) and tells it by label, so a label must never name a person.
 * `transactions`: rows of (transaction) or (transaction, mentions); measures how many are not on the chain,
 * failed there or, where `mentions` is given, do not hold that text. A column `sent_at` besides (whole seconds since
 * 1970) lets one be missing that a node with history from before it does not know: without it, it may be forgotten. Endpoints are tried in order, as in `jsonrpc`.
 */
export const reconciliationSchema = z.strictObject({
  kind: z.literal('reconciliation'),
  of: z.enum(['balances', 'transactions']),
  database: sqlSchema.shape.database,
  role: sqlSchema.shape.role,
  file: sqlSchema.shape.file,
  chain: z.enum(['evm', 'solana']),
  endpoints: z.array(addressSchema).min(1),
  network: networkSchema,
  headers: z.record(z.string(), settingTextSchema).default({}),
  gauge: gaugeSchema,
  /** An empty answer is what a lost right to read looks like too: it says nothing, unless there may be no row. */
  may_be_empty: z.boolean().default(false),
});
