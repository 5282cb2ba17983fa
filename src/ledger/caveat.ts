import { z } from 'zod';
import { amountSchema, countSchema } from '../core/money.ts';

/**
 * What a reader of a dataset has to know beside its rows: what stands in the source and is left out, or is in the
 * sums under a name that nobody documented. None of it is a fault; the words are in `words`.
 */
const CAVEATS = [
  'undeclared-fields',
  'same-name',
  'lines-without-batch',
  'other-parts',
  'refunded',
  'rejected',
  'other-statuses',
  'other-types',
  'dated-ahead',
] as const;

export const caveatSchema = z.strictObject({
  caveat: z.enum(CAVEATS),
  count: countSchema,
  /** What those rows add up to; null for what is no amount. */
  amount: amountSchema.nullable(),
});

export type Caveat = z.infer<typeof caveatSchema>;
