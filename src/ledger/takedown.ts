import { z } from 'zod';
import { isoInstantSchema } from '../core/instant.ts';
import { ROLES } from '../core/role.ts';
import { wordsSchema } from '../core/words.ts';

/** What is stated of a published text that was taken down: when, who decided it in which role, and why. */
export const takedownSchema = z.strictObject({
  at: isoInstantSchema,
  by: z.enum(ROLES),
  decided: isoInstantSchema,
  reason: wordsSchema,
});
export type Takedown = z.infer<typeof takedownSchema>;
