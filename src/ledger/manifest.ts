import { z } from 'zod';
import { isoInstantSchema } from '../core/instant.ts';
import { contentFileSchema } from '../store/unaltered.ts';
import { NONE_DECLARED } from './batch-hash.ts';
import { caveatSchema } from './caveat.ts';
import { DATASET_NAMES, type DatasetName } from './dataset.ts';
import { FLAG_NAMES, findingSchema, REFUSAL_NAMES } from './finding.ts';
import { sourceFormSchema } from './form.ts';
import { hashSessionSchema } from './hash-session.ts';
import { alterationSchema, removalSchema } from './statement.ts';

/** Why a dataset could not be read anew, in codes that are safe to publish; the words are in `words`. */
export const FAILURES = [
  'source-unreachable',
  'access-denied',
  'schema-mismatch',
  'moved',
  'timeout',
  'connection-lost',
  'source-error',
  'in-the-future',
  ...REFUSAL_NAMES,
] as const;
export type Failure = (typeof FAILURES)[number];

const datasetStateSchema = z.strictObject({
  /** `current`: read in this run. `stale`: this run failed and the last good files stand. `absent`: never read. */
  state: z.enum(['current', 'stale', 'absent']),
  reason: z.enum(FAILURES).nullable(),
  /** When the files that stand were read; null while absent. */
  observed_at: isoInstantSchema.nullable(),
  valid_until: isoInstantSchema.nullable(),
  /** The unit of its amounts, as the operator named it; null for a dataset without amounts. */
  unit: z.string().nullable(),
  /** Whether row-level security was active on the tables read; null when the source can not tell. */
  row_security: z.boolean().nullable(),
  rows: z.int().nonnegative(),
  files: z.array(contentFileSchema),
  findings: z.array(findingSchema),
  /** Flags that could not be looked for, because another dataset they need was not read in the same run. */
  not_evaluated: z.array(z.enum(FLAG_NAMES)).default([]),
  /** What is left out or undocumented in the source: see `CAVEATS`. */
  caveats: z.array(caveatSchema).default([]),
  /**
   * From which place the rows are read, since when, and from which before; null where no manifest said it yet. It
   * changes only with the site's own reading, never with the source's figures.
   */
  reading: z
    .strictObject({ mapping: z.string(), since: isoInstantSchema, before: z.string().nullable() })
    .nullable()
    .default(null),
  /** Why rows that are gone were rightly taken out of the source, as the operator states it. */
  removals: z.array(removalSchema).default([]),
  /** Why changes of published rows were rightly made there; absent where none is stated. */
  alterations: z.array(alterationSchema).exactOptional(),
});

export type DatasetState = z.infer<typeof datasetStateSchema>;

/** A dataset that was never read. */
export const ABSENT: DatasetState = {
  state: 'absent',
  reason: null,
  observed_at: null,
  valid_until: null,
  unit: null,
  row_security: null,
  rows: 0,
  files: [],
  findings: [],
  not_evaluated: [],
  caveats: [],
  reading: null,
  removals: [],
};

/** The one file with a clock: where the data came from, when, until when it holds, and what it consists of. */
export const manifestSchema = z.strictObject({
  format: z.literal('terang/manifest/1'),
  system: z.string(),
  source: z.strictObject({
    kind: z.enum(['postgres']),
    demo: z.boolean(),
    form: sourceFormSchema.default(null),
  }),
  /** In which sessions the platform makes hashes, as system.yaml declared when this was read. */
  hash: z
    .strictObject({ sessions: z.array(hashSessionSchema), complete: z.boolean() })
    .default({ ...NONE_DECLARED, sessions: [] }),
  observed_at: isoInstantSchema,
  valid_until: isoInstantSchema,
  /** A dataset that an older manifest does not know yet is absent. */
  datasets: z
    .partialRecord(z.enum(DATASET_NAMES), datasetStateSchema)
    .transform(
      (known) =>
        Object.fromEntries(DATASET_NAMES.map((name) => [name, known[name] ?? ABSENT])) as Record<
          DatasetName,
          DatasetState
        >,
    ),
  /** The published record: append-only entries, and beside them the words that entries hold as hashes. */
  record: z.strictObject({ entries: z.array(contentFileSchema), words: z.array(contentFileSchema) }),
});

export type Manifest = z.infer<typeof manifestSchema>;
