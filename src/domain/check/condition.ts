import { z } from 'zod';
import { limitSchema } from '../gauge.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A question about one place in a JSON answer, given as an RFC 9535 JSONPath such as `$.checks.db.status`. */
export const jsonConditionSchema = z.union([
  z.strictObject({ path: z.string().startsWith('$'), equals: scalar }),
  z.strictObject({ path: z.string().startsWith('$'), one_of: z.array(scalar).min(1) }),
  z.strictObject({ path: z.string().startsWith('$'), exists: z.boolean() }),
  z.strictObject({ path: z.string().startsWith('$'), is: limitSchema }),
]);
export type JsonCondition = z.infer<typeof jsonConditionSchema>;
