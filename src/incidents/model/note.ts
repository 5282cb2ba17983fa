import { z } from 'zod';
import type { IsoInstant } from '../../core/instant.ts';
import { wordsSchema } from '../../core/words.ts';

export type Words = z.infer<typeof wordsSchema>;

/** A correction is an update of its own: what was published before it stays as it was. */
export const CORRECTION = 'correction';
/** It was published by mistake: it stays to be read, and says so for ever. Nothing follows it but a correction. */
export const WITHDRAWN = 'withdrawn';

/** One `##` section of a note: a status, its time, and the same text in both languages. */
export interface Update<Status extends string> {
  /** Counted from 1 in the order of the file; never changes, since a published update is never removed. */
  readonly number: number;
  readonly status: Status | typeof CORRECTION | typeof WITHDRAWN;
  /** What its heading says, in UTC; null for a post-mortem whose heading names no time. */
  readonly at: IsoInstant | null;
  /** Markdown without raw HTML. */
  readonly text: Words;
}

/** What every note has, whatever it tells of. */
export interface NoteFacts<Status extends string> {
  /** The name of its file without `.md`, such as `2026-01-05-daily-distribution-delayed`. */
  readonly slug: string;
  readonly title: Words;
  readonly system: string;
  /** At least one component of that system. */
  readonly components: readonly string[];
  /** Why the first note came long after what it tells of began; null where it did not. */
  readonly late_reason: Words | null;
  /** Who withdrew it, in their role; null while it stands. Why is said by the update that withdraws it. */
  readonly withdrawn_by: Words | null;
  readonly updates: readonly Update<Status>[];
}

/** Whether a note was published by mistake, and says so itself. */
export function isWithdrawn({ updates }: Pick<NoteFacts<string>, 'updates'>): boolean {
  return updates.some(({ status }) => status === WITHDRAWN);
}

/** A fact in the front matter that was published otherwise before: which one, what it was, and why it changed. */
export const factCorrectionSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  field: z.string().min(1),
  was: z.string(),
  reason: wordsSchema,
});
export type FactCorrection = z.infer<typeof factCorrectionSchema>;
