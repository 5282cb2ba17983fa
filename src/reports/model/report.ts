import { z } from 'zod';
import { isoInstantSchema } from '../../core/instant.ts';
import type { Late } from '../../log/late.ts';
import { REASONS, type Reason } from '../../status/sample.ts';

/** What an item of a routine came to. `not-known` is never a pass; `manual` waits for a person. */
export const ITEM_RESULTS = ['passed', 'failed', 'not-known', 'manual'] as const;

/** Why an item failed or is not known, where it is not a check's own reason; the words are in `words`. */
export const REPORT_REASONS = [
  // not known
  'not-asked',
  'gaps',
  'never-published',
  'out-of-date',
  'not-evaluated',
  'no-batch',
  'no-change',
  'no-batch-since',
  'split-not-known',
  'days-missing',
  'moved-meanwhile',
  'proof-not-checked',
  'hash-not-recomputable',
  'no-audit-yet',
  'no-restore-yet',
  // failed
  'nothing-processed',
  'not-a-uuid',
  'hash-missing',
  'hash-mismatch',
  'sums-differ',
  'values-missing',
  'proof-malformed',
  'sum-not-100',
  'entry-missing',
  'values-differ',
  'underfunded',
  'duplicates',
  'audit-findings',
  'restore-differs',
] as const;
export type ItemReason = Reason | (typeof REPORT_REASONS)[number];

/** What evidence is evidence of, in codes with words in `words`. */
export const EVIDENCE_TERMS = [
  'outcome',
  'value',
  'target',
  'latency-ms',
  'degraded-since',
  'observed-at',
  'period',
  'answers',
  'failures',
  'degraded-answers',
  'degraded-percent',
  'known-percent',
  'p50-ms',
  'p95-ms',
  'rows',
  'files-sha256',
  'findings',
  'count',
  'expected',
  'batch',
  'made-at',
  'tx-count',
  'public-hash',
  'computed-hash',
  'difference',
  'tolerance',
  'before',
  'after',
  'sum',
  'revenue',
  'entry',
  'changed-at',
  'batches',
  'missing-days',
  'revenue-7d',
  'revenue-7d-before',
  'revenue-7d-change',
  'distributed-7d',
  'distributed-7d-before',
  'distributed-7d-change',
  'transactions-7d',
  'transactions-7d-before',
  'transactions-7d-change',
  'revenue-30d',
  'distributed-30d',
  'transactions-30d',
  'fields-equal',
  'fields-differing',
  'fields-moved',
  'fields-not-available',
  'database-says',
  'api-says',
  'site-shows',
  'escrows',
  'underfunded',
  'underfunded-by',
  'overfunded',
  'overfunded-by',
  'not-known',
  'unlocked-now',
  'unlocks-next',
  'unlocks-later',
  'audit-month',
  'audited-at',
  'areas-passed',
  'areas-failed',
  'areas-not-known',
  'findings-high',
  'findings-medium',
  'findings-low',
  'archive-month',
  'tested-at',
  'archive-sha256',
  'differences',
] as const;
export type EvidenceTerm = (typeof EVIDENCE_TERMS)[number];

/**
 * `signed`: by a key that was allowed in this role when it signed and when this was first seen. `signed-then`: it was,
 * and its key has been withdrawn since. `key-only`: by an allowed key, seen when neither its role nor the time was
 * asked for. `claimed`: none of these. Never a name or an e-mail.
 */
export const STANDINGS = ['signed', 'signed-then', 'key-only', 'claimed'] as const;

/** Who signed an item off, never by name. */
const signOffSchema = z.strictObject({
  role: z.string(),
  at: isoInstantSchema,
  standing: z.enum(STANDINGS),
});

export const reportItemSchema = z.strictObject({
  id: z.string(),
  result: z.enum(ITEM_RESULTS),
  /** Why it failed or is not known: a code with words in `words`. */
  reason: z.enum([...REASONS, ...REPORT_REASONS]).optional(),
  /** What the result rests on, all of it text, in the order it is shown: term (a code) and value. */
  evidence: z.array(z.strictObject({ term: z.enum(EVIDENCE_TERMS), value: z.string() })).default([]),
  /** Ids of some of what offends; never of people. */
  offenders: z.array(z.string()).optional(),
  ms: z.int().nonnegative().optional(),
  sign_off: signOffSchema.optional(),
});
export type ReportItem = z.infer<typeof reportItemSchema>;
export type Evidence = ReportItem['evidence'];

/** What an item stands at: a manual one at what is known of its sign-off, of which only a signature is proof. */
export const ITEM_STANDS = ['passed', 'signed', 'failed', 'not-known', 'open', 'claimed'] as const;
export type ItemStand = (typeof ITEM_STANDS)[number];

export function standOf({ result, sign_off }: Pick<ReportItem, 'result' | 'sign_off'>): ItemStand {
  if (result !== 'manual') return result;
  if (sign_off === undefined) return 'open';
  return sign_off.standing === 'signed' || sign_off.standing === 'signed-then' ? 'signed' : 'claimed';
}

/** An item's result without its id: what an evaluation gives. */
export type ItemAnswer = Pick<ReportItem, 'result' | 'reason' | 'evidence' | 'offenders'>;

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
/** `late`: that the log has it later than it says that it ran; of reports that are read beside their log, for pages. */
export type Report = z.infer<typeof reportSchema> & { readonly late?: Late };

/** Whether nobody can tell that it ran when it says. What is from before the log is as the operator states. */
export function isUntold({ late }: Pick<Report, 'late'>): boolean {
  return late !== undefined && !late.began;
}

/** How punctual a run was: of one that says that it was on time, and that the log has only later, nobody can tell. */
export function punctualityOf(report: Pick<Report, 'kept' | 'late'>): Report['kept'] | 'untold' {
  return report.kept === 'on-time' && isUntold(report) ? 'untold' : report.kept;
}
