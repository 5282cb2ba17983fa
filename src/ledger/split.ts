import { z } from 'zod';
import { parseExactJson } from '../core/exact-json.ts';
import { wrong } from '../core/fault.ts';
import { compareInstants, type Instant } from '../core/instant.ts';
import { amountSchema, compare, type Decimal, minus, sumOf, times, trimmed } from '../core/money.ts';
import { PARTS, type Part } from './batch.ts';
import type { ChangelogEntry } from './changelog.ts';

/** The key under which the changelog records a change of the split. */
export const SPLIT_KEY = 'distribution_split';

/** Parts that the field knows beside the three; a batch has no sum for them. */
export const OTHER_PARTS = ['burn', 'liquidity'] as const;

const partsSchema = z.strictObject({
  referral: amountSchema,
  treasury: amountSchema,
  buyback: amountSchema,
});

/**
 * Percentages of revenue as decimal text, which sum to 100; anything else is refused (TPC-05). `platform` is what
 * stays with the platform: only a split that the field states as fractions has it (`fractionsSchema`), even where
 * it is 0. Without it the three parts are the whole. `other` is what goes to parts beside the three, together.
 */
export const splitSchema = partsSchema
  .extend({ platform: amountSchema.optional(), other: amountSchema.optional() })
  .superRefine((split, context) => {
    const sum = sumOf([...PARTS.map((part) => split[part]), split.platform ?? '0', split.other ?? '0']);
    if (compare(sum, '100') !== 0)
      context.addIssue(wrong({ code: 'expected.whole-split', values: { sum: trimmed(sum) } }));
  })
  .transform(
    ({ platform, other, ...parts }): Record<Part, string> & { platform?: string; other?: string } => ({
      referral: trimmed(parts.referral),
      treasury: trimmed(parts.treasury),
      buyback: trimmed(parts.buyback),
      ...(platform === undefined ? {} : { platform: trimmed(platform) }),
      ...(other === undefined ? {} : { other: trimmed(other) }),
    }),
  );

/** The runbook's form: percentages of which none is left for the platform. */
export const percentagesSchema = partsSchema.pipe(splitSchema);

/** The shares that a setting has; one that it lacks is none. */
const given = (fractions: Readonly<Record<string, string | undefined>>) =>
  Object.values(fractions).filter((share) => share !== undefined);

/** The field's form: fractions that sum to at most 1; the rest stays with the platform. */
export const fractionsSchema = partsSchema
  .extend({ burn: amountSchema.optional(), liquidity: amountSchema.optional() })
  .superRefine((fractions, context) => {
    const sum = sumOf(given(fractions));
    if (compare(sum, '1') > 0)
      context.addIssue(wrong({ code: 'expected.most-fractions', values: { sum: trimmed(sum) } }));
  })
  .transform((fractions): z.input<typeof splitSchema> => {
    const percent = (fraction: string) => times(fraction, '100');
    const others = OTHER_PARTS.flatMap((part) => fractions[part] ?? []);
    return {
      referral: percent(fractions.referral),
      treasury: percent(fractions.treasury),
      buyback: percent(fractions.buyback),
      platform: minus('100', percent(sumOf(given(fractions)))),
      ...(others.length === 0 ? {} : { other: percent(sumOf(others)) }),
    };
  })
  .pipe(splitSchema);

export type Split = z.infer<typeof splitSchema>;

export interface SplitPeriod {
  /** Null where the changelog does not tell it. */
  readonly split: Split | null;
  /** When it was set; null for the first one known. It takes effect with the next batch (TPC-05). */
  readonly since: Instant | null;
  readonly reason: string | null;
  /** False where the setting was changed past the changelog meanwhile: since when, nobody wrote down. */
  readonly throughout: boolean;
}

export interface SplitHistory {
  /** Newest first; the first is the split in effect now. Never empty. */
  readonly periods: readonly [SplitPeriod & { readonly split: Split }, ...SplitPeriod[]];
  /** What does not fit: an entry that can not be read, or whose old value is not the one before it. */
  readonly gaps: readonly { readonly entry: string; readonly reason: 'unreadable' | 'does-not-follow' }[];
}

/**
 * Every split since the first one the changelog knows, from the changelog and the present setting. Where
 * the two disagree the disagreement is returned as a gap, never smoothed over; what can not be read is not known
 * from there back, until an entry tells it again.
 */
export function splitHistory(changelog: readonly ChangelogEntry[], current: Split): SplitHistory {
  const entries = changelog
    .filter((entry) => entry.key === SPLIT_KEY)
    .toSorted((a, b) => compareInstants(a.created_at, b.created_at))
    .map((entry) => ({ entry, before: readSplit(entry.old_value), after: readSplit(entry.new_value) }));
  chainTies(entries);
  const gaps: SplitHistory['gaps'][number][] = [];
  const periods: SplitPeriod[] = [];
  const [first] = entries;
  if (first !== undefined && first.entry.old_value !== null)
    periods.push({ split: first.before, since: null, reason: null, throughout: true });
  for (const [index, { entry, before, after }] of entries.entries()) {
    const last = entries[index - 1]?.after ?? null;
    const unreadable = after === null || (before === null && entry.old_value !== null);
    if (unreadable) gaps.push({ entry: entry.id, reason: 'unreadable' });
    else if (last !== null && (before === null || !sameSplit(last, before)))
      gaps.push({ entry: entry.id, reason: 'does-not-follow' });
    // What the next entry, or the setting, says was in effect until then.
    const next = entries[index + 1];
    const until = next === undefined ? current : next.before;
    const throughout = after === null || until === null || sameSplit(after, until);
    periods.push({ split: after ?? until, since: entry.created_at, reason: entry.reason, throughout });
  }
  const [newest, ...older] = periods.toReversed();
  const now = { split: current, since: null, reason: null, throughout: true };
  if (newest === undefined) return { periods: [now], gaps };
  if (newest.throughout) return { periods: [{ ...newest, split: newest.split ?? current }, ...older], gaps };
  // The setting was changed past the changelog: since when, nobody wrote down.
  gaps.push({ entry: 'current', reason: 'does-not-follow' });
  return { periods: [now, newest, ...older], gaps };
}

/** The split that a batch made at `instant` was bound to; null when the history does not tell. */
export function splitAt(history: SplitHistory, instant: Instant): Split | null {
  const inEffect = history.periods.find(
    ({ since }) => since !== null && compareInstants(since, instant) <= 0,
  );
  const period = inEffect ?? history.periods.at(-1);
  if (period === undefined || (inEffect === undefined && period.since !== null)) return null;
  return period.throughout ? period.split : null;
}

/** Whether two splits are the same percentages (`25` and `25.00` are); the platform's rest follows from them. */
interface ReadEntry {
  readonly entry: ChangelogEntry;
  readonly before: Split | null;
  readonly after: Split | null;
}

/** Changes of one transaction bear one time: among those, each goes behind the one whose result it began from. */
function chainTies(entries: ReadEntry[]): void {
  for (const [index, { entry }] of entries.entries()) {
    const isTied = (other: ReadEntry) => compareInstants(other.entry.created_at, entry.created_at) === 0;
    const tied = entries.slice(index).filter(isTied);
    if (tied.length < 2) continue;
    const follows = (one: ReadEntry, last: Split | null | undefined) =>
      last != null && one.before !== null && sameSplit(last, one.before);
    const next =
      tied.find((one) => follows(one, entries[index - 1]?.after)) ??
      tied.find((one) => !tied.some((other) => other !== one && follows(one, other.after)));
    if (next === undefined) continue;
    entries.splice(entries.indexOf(next), 1);
    entries.splice(index, 0, next);
  }
}

function sameSplit(a: Split, b: Split): boolean {
  return PARTS.every((part) => compare(a[part], b[part]) === 0);
}

/**
 * A split as the changelog of either form writes it. The two can not be taken for each other: percentages sum to
 * 100, fractions to at most 1.
 */
function readSplit(text: string | null): Split | null {
  const value = jsonOf(text);
  const percentages = percentagesSchema.safeParse(value);
  if (percentages.success) return percentages.data;
  const fractions = fractionsSchema.safeParse(value);
  return fractions.success ? fractions.data : null;
}

function jsonOf(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return parseExactJson(text);
  } catch {
    return undefined; // Free text in a value column is possible in the field; the caller reports it as a gap.
  }
}

/**
 * The sum of the three shares that a text states, whatever it is; null where it states none. A split that does not
 * sum to the whole is wrong, one that can not be read is not known.
 */
export function statedSum(text: string | null): Decimal | null {
  const shares = partsSchema.safeParse(jsonOf(text));
  return shares.success ? trimmed(sumOf(Object.values(shares.data))) : null;
}
