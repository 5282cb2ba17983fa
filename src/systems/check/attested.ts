import { z } from 'zod';
import { gaugeSchema } from '../gauge.ts';
import { addressSchema, settingTextSchema } from './text.ts';

/**
 * Reads what the operator's own job attests (see `attestation.ts`), for what no outside question can find
 * out. Overdue, absent or unreadable is unknown: it is never guessed.
 */
export const attestedSchema = z.strictObject({
  kind: z.literal('attested'),
  url: addressSchema,
  headers: z.record(z.string(), settingTextSchema).default({}),
  /** Which of the document's results this check reads. */
  result: z.string().min(1),
  gauge: gaugeSchema.optional(),
});
