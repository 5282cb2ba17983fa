import { z } from 'zod';
import { isoInstantSchema } from '../../core/instant.ts';
import { contentFileSchema } from '../../store/unaltered.ts';

/** `generated/reports/manifest.json`: which files of reports count. It changes only with them. */
export const reportManifestSchema = z.strictObject({
  format: z.literal('terang/reports/1'),
  demo: z.boolean(),
  /** When the last report or sign-off was added. */
  observed_at: isoInstantSchema,
  /** By `<system>/<routine>`: since when it is looked at, so that what nobody ran is known to be missed. */
  since: z.record(z.string(), isoInstantSchema),
  /** Reports, one a line, one file a month of their due times: `months/<hash>-<yyyy-mm>-reports.jsonl`. */
  reports: z.array(contentFileSchema),
  /** Sign-offs of manual items, in the order in which they were found: `signed/<hash>-<yyyy-mm>-signed.jsonl`. */
  signed: z.array(contentFileSchema),
});
export type ReportManifest = z.infer<typeof reportManifestSchema>;
