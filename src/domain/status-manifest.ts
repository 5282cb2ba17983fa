import { z } from 'zod';
import { attestedEventSchema } from './attestation.ts';
import { daySchema, isoInstantSchema } from './instant.ts';
import { contentFileSchema } from './manifest.ts';
import { decimalSchema } from './money.ts';

const seconds = z.int().nonnegative();

/** One component (or check) on one UTC day, made of that day's raw samples. */
export const statusDaySchema = z.strictObject({
  day: daySchema,
  component: z.string(),
  up: seconds,
  degraded: seconds,
  down: seconds,
  unknown: seconds,
  /** Latency of the component's answers in whole milliseconds; absent without any. */
  p50: z.int().nonnegative().optional(),
  p95: z.int().nonnegative().optional(),
  /** SHA-256 of the raw day this was made of. */
  raw_sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type StatusDay = z.infer<typeof statusDaySchema>;

/** Details of the latest run that a sample has no room for: counts by label, and events that were attested. */
const detailSchema = z.strictObject({
  counts: z.array(z.strictObject({ label: z.string(), count: decimalSchema })).optional(),
});
export type Detail = z.infer<typeof detailSchema>;

/** `generated/<system>/status/manifest.json`: what the checks of a system left, and when they last ran. */
export const statusManifestSchema = z.strictObject({
  format: z.literal('terang/status/1'),
  system: z.string(),
  demo: z.boolean(),
  /** When the last run began, and until when it vouches. */
  observed_at: isoInstantSchema,
  valid_until: isoInstantSchema,
  /** True when the machine that asks had no network itself: then nothing was learnt. */
  offline: z.boolean(),
  /** SHA-256 of the system.yaml that asked. */
  definition_sha256: z.string(),
  details: z.record(z.string(), detailSchema),
  events: z.array(attestedEventSchema),
  /** Raw runs, one file a UTC day: `samples/<day>-<hash>.jsonl`. */
  samples: z.array(contentFileSchema),
  /** Daily figures, one file a month: `days/<month>-<hash>.jsonl`. */
  days: z.array(contentFileSchema),
});
export type StatusManifest = z.infer<typeof statusManifestSchema>;
