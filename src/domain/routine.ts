import { z } from 'zod';
import { DATASET_NAMES } from './dataset.ts';
import { FLAG_NAMES } from './finding.ts';
import { wordsSchema } from './words.ts';

const identifier = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens');
const VISIBILITIES = ['public', 'internal'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

const common = { id: identifier, name: wordsSchema, visibility: z.enum(VISIBILITIES).default('public') };

/** One line of a runbook's checklist, and where its answer comes from. */
export const routineItemSchema = z.union([
  /** The answer of a check at the time of the report, from its samples. */
  z.strictObject({ ...common, check: z.string() }),
  /** Whether the snapshot at that time raised one of these flags on a dataset. */
  z.strictObject({
    ...common,
    dataset: z.enum(DATASET_NAMES),
    without: z.array(z.enum(FLAG_NAMES)).min(1),
  }),
  /** A question of SQL, asked now: rows are offenders, or one number is held against a condition. */
  z.strictObject({
    ...common,
    query: z.strictObject({
      database: z.string(),
      role: z.string(),
      file: z.string(),
      answer: z.enum(['no-rows', 'some-rows', 'value']),
      /** At most how many ids of offending rows are kept as evidence, from the first column. */
      sample: z.int().min(0).max(20).default(0),
    }),
  }),
  /** A computation of this project's own over published data, such as "split-change" or "data-mismatch". */
  z.strictObject({ ...common, computed: z.string() }),
  /** What no machine can do: the runbook's words, and who signs it off. */
  z.strictObject({ ...common, manual: z.strictObject({ role: identifier, words: wordsSchema }) }),
]);
export type RoutineItem = z.infer<typeof routineItemSchema>;

/** `content/written/systems/<id>/routines/<routine>.yaml`: a runbook's checklist, run on schedule. */
export const routineSchema = z.strictObject({
  id: identifier,
  name: wordsSchema,
  visibility: z.enum(VISIBILITIES).default('public'),
  /** When it is due: an RRULE with BYHOUR and BYMINUTE in the stated zone; null for what follows an event. */
  due: z
    .strictObject({
      rule: z.string(),
      zone: z.string(),
      /** Where the runbook names no zone: that this one is our assumption. */
      assumed: z.boolean().default(false),
    })
    .nullable(),
  /** Up to how long after its time a run is on time, and until when late rather than missed (ISO 8601). */
  on_time_within: z.iso.duration().default('PT1H'),
  late_until: z.iso.duration().default('PT12H'),
  items: z.array(routineItemSchema).min(1),
  /** Where the runbook errs or is silent, what is done instead. */
  remarks: z.array(wordsSchema).default([]),
});
export type Routine = z.infer<typeof routineSchema>;
