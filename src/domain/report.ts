import { z } from 'zod';
import { isoInstantSchema } from './instant.ts';

/** What an item of a routine came to. `not-known` is never a pass; `manual` waits for a person. */
export const ITEM_RESULTS = ['passed', 'failed', 'not-known', 'manual'] as const;
export type ItemResult = (typeof ITEM_RESULTS)[number];

/** `signed`: by a key of the allowed signers; `claimed`: without such a signature. Never a name or an e-mail. */
const signOffSchema = z.strictObject({
  role: z.string(),
  at: isoInstantSchema,
  standing: z.enum(['signed', 'claimed']),
});

export const reportItemSchema = z.strictObject({
  id: z.string(),
  result: z.enum(ITEM_RESULTS),
  /** Why it failed or is not known: a code with words in `i18n`. */
  reason: z.string().optional(),
  /** What the result rests on, all of it text, in the order it is shown: term (a code) and value. */
  evidence: z.array(z.strictObject({ term: z.string(), value: z.string() })).default([]),
  /** Ids of some of what offends; never of people. */
  offenders: z.array(z.string()).optional(),
  ms: z.int().nonnegative().optional(),
  sign_off: signOffSchema.optional(),
});
export type ReportItem = z.infer<typeof reportItemSchema>;

/** One run of a routine: the public items of it, and how many internal ones there were beside them. */
export const reportSchema = z.strictObject({
  system: z.string(),
  routine: z.string(),
  /** When it was due; for a routine without a schedule, when it ran. */
  due_at: isoInstantSchema,
  /** `missed`: nobody ran it in its time; then there are no items. */
  kept: z.enum(['on-time', 'late', 'missed']),
  ran_at: isoInstantSchema.nullable(),
  /** What it was made of: the manifests' SHA-256, by folder; the routine's own file. */
  inputs: z.record(z.string(), z.string()),
  items: z.array(reportItemSchema),
  internal: z.int().nonnegative(),
});
export type Report = z.infer<typeof reportSchema>;
