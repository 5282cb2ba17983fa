import { z } from 'zod';
import { daySchema, isoInstantSchema } from '../core/instant.ts';
import { decimalSchema } from '../core/money.ts';
import { contentFileSchema } from '../store/unaltered.ts';
import { attestedEventSchema } from '../systems/attestation.ts';

const seconds = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One component on one UTC day, made of that day's raw samples (see `rollup.ts`); the seconds are all of the day. */
export const statusDaySchema = z.strictObject({
  day: daySchema,
  system: z.string(),
  component: z.string(),
  up: seconds,
  degraded: seconds,
  down: seconds,
  unknown: seconds,
  /** Of the unknown seconds those in which another check was known to be degraded: shown, not counted. Absent: none. */
  degraded_unknown: seconds.optional(),
  /** Latency of the component's answers in whole milliseconds; absent without any. */
  p50: z.int().nonnegative().optional(),
  p95: z.int().nonnegative().optional(),
  /** SHA-256 of the raw day this was made of. */
  raw_sha256: sha256,
});
export type StatusDay = z.infer<typeof statusDaySchema>;

/** Details of the latest run that a sample has no room for: counts by label. */
const detailSchema = z.strictObject({
  counts: z.array(z.strictObject({ label: z.string(), count: decimalSchema })).optional(),
});
export type Detail = z.infer<typeof detailSchema>;

/** What the last run over a system left besides its samples. */
const systemStatusSchema = z.strictObject({
  /** SHA-256 of the system.yaml that asked. */
  definition_sha256: sha256,
  /** By check, what was asked (see `check-question.ts`); absent in content of earlier versions. */
  questions: z.record(z.string(), z.strictObject({ sha256, since: isoInstantSchema })).optional(),
  /** By check, of the run that asked the system last. */
  details: z.record(z.string(), detailSchema),
  /** Everything that was ever attested to have been done to the system, oldest first. */
  events: z.array(attestedEventSchema),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

/**
 * `generated/status/manifest.json`: what the checks of all systems left. One manifest, and one line of raw data
 * a run for all systems: a folder for each would cost several times as much in a repository (see
 * `commands/measure-growth.ts`). File names begin with their hash and end with their day or month, so that git,
 * which compares files by the end of their names, keeps a version as a small difference from the one before.
 */
export const statusManifestSchema = z.strictObject({
  format: z.literal('terang/status/1'),
  demo: z.boolean(),
  /** When the last run began. Until when a check's answer vouches is in its state (`check-state.ts`). */
  observed_at: isoInstantSchema,
  /** True when the machine that asks had no network itself: then nothing was learnt. */
  offline: z.boolean(),
  systems: z.record(z.string(), systemStatusSchema),
  /** The raw runs of yesterday and today, one file a UTC day, one line a run: `samples-<month>/<hash>-<day>.jsonl`. */
  samples: z.array(contentFileSchema),
  /** The raw days before, as a list of files a month (each line a content file): `closed/<hash>-<month>-closed.jsonl`. */
  closed: z.array(contentFileSchema),
  /** Daily figures of every day that is over, one file a month: `days/<hash>-<month>-daily.jsonl`. */
  days: z.array(contentFileSchema),
  /** What the checks were, from when on: `definitions/<hash>-definitions.jsonl`. */
  definitions: z.array(contentFileSchema),
});
export type StatusManifest = z.infer<typeof statusManifestSchema>;
