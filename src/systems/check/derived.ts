import { z } from 'zod';
import { gaugeSchema } from '../gauge.ts';

/** A number made of two others: the value of a check, against that of another or a setting of the system. */
export const derivedSchema = z.strictObject({
  kind: z.literal('derived'),
  /** The id of a check of the same system that measures something. */
  of: z.string().min(1),
  to: z.union([z.strictObject({ check: z.string() }), z.strictObject({ setting: z.string() })]),
  /** `percent`: of ÷ to × 100, rounded half up to two decimals. `difference`: of − to, exactly. */
  as: z.enum(['percent', 'difference']),
  gauge: gaugeSchema,
});
