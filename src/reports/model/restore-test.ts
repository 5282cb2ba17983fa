import { z } from 'zod';
import { isoInstantSchema } from '../../core/instant.ts';
import { monthSchema } from '../../core/month.ts';

/** What a restore test came to: small and public, for a report to attest. */
export const restoreResultSchema = z.strictObject({
  format: z.literal('terang/restore-test/1'),
  month: monthSchema,
  demo: z.boolean(),
  /** The SHA-256 of the archive's list of checksums. */
  archive_sha256: z.string(),
  tested_at: isoInstantSchema,
  result: z.enum(['passed', 'failed']),
  /** Rows that the database held, by table. */
  rows: z.record(z.string(), z.string()),
  totals: z.strictObject({
    month: z.record(z.string(), z.string()),
    batches: z.record(z.string(), z.string()),
  }),
  hashes: z.strictObject({
    match: z.int(),
    mismatch: z.int(),
    missing: z.int(),
    /** A test before there were any says nothing of them. */
    'not-recomputable': z.int().optional(),
  }),
  /** What the database computed differently from the archive, each by name. */
  differences: z.array(z.string()),
});
export type RestoreResult = z.infer<typeof restoreResultSchema>;
