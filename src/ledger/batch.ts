import { z } from 'zod';
import { instantSchema } from '../core/instant.ts';
import { amountSchema, compare, countSchema } from '../core/money.ts';

/**
 * A distribution batch (TPC-01), its fields named as the database names them. Amounts in the system's
 * unit with the decimals of the column; a period can be absent; a batch that was never hashed has no
 * `public_hash`. `created_by` is private and never read.
 */
export const batchSchema = z.strictObject({
  id: z.guid(),
  created_at: instantSchema,
  period_start: instantSchema.nullable(),
  period_end: instantSchema.nullable(),
  tx_count: countSchema,
  revenue_sum: amountSchema,
  referral_sum: amountSchema,
  treasury_sum: amountSchema,
  buyback_sum: amountSchema,
  public_hash: z.string().nullable(),
  onchain_tx: z.string().nullable(),
  note: z.string().nullable(),
});

export type Batch = z.infer<typeof batchSchema>;

/** The columns that the public hash covers, in the order of the preimage. */
export const HASHED_FIELDS = [
  'id',
  'created_at',
  'period_start',
  'period_end',
  'tx_count',
  'revenue_sum',
  'referral_sum',
  'treasury_sum',
  'buyback_sum',
] as const satisfies readonly (keyof Batch)[];

/** What the public hash covers: the figures of a batch, without hash, proof and note. */
export type HashedFigures = Pick<Batch, (typeof HASHED_FIELDS)[number]>;

/** The three parts a distribution is split into. */
export const PARTS = ['referral', 'treasury', 'buyback'] as const;
export type Part = (typeof PARTS)[number];

/** The columns that are amounts, of batches as of the ledger behind them. */
export const AMOUNT_FIELDS: readonly string[] = [
  'revenue_sum',
  'amount_sum',
  ...PARTS.map((part) => `${part}_sum`),
];

/** What a distribution that crashed leaves: a batch of nothing, without a hash. */
export function isLeftover({ public_hash, tx_count, revenue_sum, ...batch }: Batch): boolean {
  const figures = [tx_count, revenue_sum, ...PARTS.map((part) => batch[`${part}_sum`])];
  return public_hash === null && figures.every((figure) => compare(figure, '0') === 0);
}
