import { z } from 'zod';
import { type Fault, wrong } from '../../core/fault.ts';
import { identifierSchema } from '../../core/identifier.ts';
import { durationSchema } from '../../core/instant.ts';
import { wordsSchema } from '../../core/words.ts';
import { DATASET_NAMES } from '../../ledger/dataset.ts';
import { FLAG_NAMES } from '../../ledger/finding.ts';
import { populationShape, sqlFileSchema } from '../../systems/check/sql.ts';
import { databaseSchema } from '../../systems/check/text.ts';
import { limitSchema } from '../../systems/gauge.ts';
import { ruleProblem } from './routine-schedule.ts';

const VISIBILITIES = ['public', 'internal'] as const;

/** What is computed here over published data and what was asked for it; each has a function in `src/reports`. */
export const COMPUTED = [
  'batch-processed',
  'batch-id',
  'batch-hash',
  'batch-sums',
  'batch-complete',
  'batch-proof',
  'batches-of-week',
  'week-summary',
  'duplicates',
  'split-sum',
  'split-entry',
  'split-values',
  'split-next-batch',
  'data-mismatch',
  'escrow',
  'audit',
  'archive-restored',
] as const;
export type Computed = (typeof COMPUTED)[number];
/** Computations over rows of which there must be some, unless the item says that there may be none. */
const OVER_ROWS: readonly Computed[] = ['duplicates', 'escrow'];

const common = {
  id: identifierSchema,
  name: wordsSchema,
  visibility: z.enum(VISIBILITIES).default('public'),
};

/** One line of a runbook's checklist, and where its answer comes from. */
export const routineItemSchema = z.union([
  /** The answer of a check at the time of the report, from its samples. */
  z.strictObject({
    ...common,
    check: z.string(),
    /** All answers of this long before the report instead of the one that is valid then (ISO 8601). */
    over: durationSchema.optional(),
  }),
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
      database: databaseSchema,
      role: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      file: sqlFileSchema,
      answer: z.enum(['no-rows', 'some-rows', 'value']),
      /** What a `value` is held against. */
      passes_when: limitSchema.optional(),
      ...populationShape,
      /** At most how many ids of offending rows are kept as evidence, from the first column. */
      sample: z.int().min(0).max(20).default(0),
    }),
  }),
  /** A computation of this project's own over published data, such as "split-change" or "data-mismatch". */
  z.strictObject({
    ...common,
    computed: z.enum(COMPUTED),
    /** The settings of what it has to ask, such as `database: env:TPC_DATABASE_URL`. */
    ask: z.record(identifierSchema, z.string().min(1)).default({}),
    /** That there may be no row at all: else a computation over none is not known. */
    may_be_empty: z.boolean().default(false),
  }),
  /** What no machine can do: the runbook's words, and who signs it off. */
  z.strictObject({ ...common, manual: z.strictObject({ role: identifierSchema, words: wordsSchema }) }),
]);
export type RoutineItem = z.infer<typeof routineItemSchema>;

/** What a routine without a schedule follows: it is due when the event was. */
const EVENTS = ['batch', 'split-change'] as const;

/** `content/written/systems/<id>/routines/<routine>.yaml`: a runbook's checklist, run on schedule. */
export const routineSchema = z
  .strictObject({
    id: identifierSchema,
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
    /** The event it follows; without one, and without `due`, it runs when somebody asks for it. */
    follows: z.enum(EVENTS).optional(),
    /** Of an internal routine: the public one it runs together with, and whose count of internal items it adds to. */
    beside: identifierSchema.optional(),
    /** Up to how long after its time a run is on time, and until when late rather than missed (ISO 8601). */
    on_time_within: durationSchema.default('PT1H'),
    late_until: durationSchema.default('PT12H'),
    items: z.array(routineItemSchema).min(1),
    /** Where the runbook errs or is silent, what is done instead. */
    remarks: z.array(wordsSchema).default([]),
  })
  .superRefine(({ due, follows, items }, context) => {
    const fault = (path: (string | number)[], fault: Fault) => context.addIssue(wrong(fault, ...path));
    const problem = due === null ? null : ruleProblem(due);
    if (problem !== null) fault(['due', problem.field], problem.fault);
    if (due !== null && follows !== undefined) fault(['follows'], { code: 'expected.no-event' });
    for (const [index, item] of items.entries()) {
      if (items.findIndex(({ id }) => id === item.id) !== index)
        fault(['items', index, 'id'], { code: 'expected.twice', values: { text: item.id } });
      if ('query' in item && (item.query.answer === 'value') !== (item.query.passes_when !== undefined))
        fault(['items', index, 'query', 'passes_when'], { code: 'expected.answer-value' });
      if ('computed' in item && item.may_be_empty && !OVER_ROWS.includes(item.computed))
        fault(['items', index, 'may_be_empty'], {
          code: 'expected.only-with',
          values: { text: OVER_ROWS.join(', ') },
        });
    }
  });
export type Routine = z.infer<typeof routineSchema>;
