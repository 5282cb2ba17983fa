import { z } from 'zod';
import type { IsoInstant } from '../core/instant.ts';
import { decimalSchema } from '../core/money.ts';
import { OUTCOMES } from '../core/outcome.ts';

/** Why an answer is what it is, in codes; the words are in `words`. */
export const REASONS = [
  // down or degraded: the question was asked and the answer is not what was expected
  'refused-connection',
  'timed-out',
  'connection-cut',
  'tls-failed',
  'unexpected-status',
  'unexpected-body',
  'unexpected-header',
  'unexpected-json',
  'unexpected-result',
  'cors-refused',
  'rpc-error',
  'offending-rows',
  'no-rows',
  'target-missed',
  'limit-exceeded',
  'critical-alert',
  'backup-answered',
  'attested-failed',
  'flagged',
  'not-current',
  // unknown: the question could not be asked, or its answer says nothing
  'offline',
  'name-not-resolved',
  'missing-setting',
  'database-unreachable',
  'query-failed',
  'rows-hidden',
  'nothing-asked',
  'nothing-there',
  'not-a-number',
  'in-the-future',
  'overdue',
  'absent',
  'unreadable',
  'old-answer',
  'foreign-answer',
  'turned-away',
  'other-network',
  'same-endpoint',
  'maybe-forgotten',
  'input-unknown',
  'out-of-time',
] as const;
export type Reason = (typeof REASONS)[number];

/** One answer to one check. `value` is what its gauge measures; `ms` the latency in whole milliseconds. */
export const sampleSchema = z.strictObject({
  outcome: z.enum(OUTCOMES),
  ms: z.int().nonnegative().optional(),
  value: decimalSchema.optional(),
  reason: z.enum(REASONS).optional(),
  /** Which of several endpoints answered, counted from 1. */
  endpoint: z.int().positive().optional(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** One run over a system: its samples by check. */
export interface Run {
  readonly at: IsoInstant;
  readonly checks: Readonly<Record<string, Sample>>;
}
