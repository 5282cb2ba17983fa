import { compareInstants, type IsoInstant, toIso } from '../../core/instant.ts';
import { type Batch, PARTS } from '../../ledger/batch.ts';
import type { ChangelogEntry } from '../../ledger/changelog.ts';
import type { Publication } from '../../ledger/publication.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import { SPLIT_KEY, type Split, type SplitHistory, splitHistory, statedSum } from '../../ledger/split.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';

/** One change of the split (TPC-15), as far as the changelog and the batches tell. */
export interface SplitChange {
  readonly entry: ChangelogEntry;
  /** Null where the entry's values can not be read as a split. */
  readonly after: Split | null;
  /** Null for the first split that is known. */
  readonly before: Split | null;
  /** What does not fit in the history at this entry, or at the present setting where it is the newest. */
  readonly gaps: SplitHistory['gaps'];
  /** The first batch that was bound to it; undefined while there is none. */
  readonly batch: Batch | undefined;
}

/** When the split was changed, and when the first batch under each change was made: what a routine follows. */
export function splitEvents({ rows }: Publication): IsoInstant[] {
  const events = entriesOf(rows.changelog).flatMap((entry) => {
    const batch = firstSince(rows.batches, entry);
    return [entry.created_at, ...(batch === undefined ? [] : [batch.created_at])];
  });
  return [...new Set(events.map(toIso))].toSorted(compareInstants);
}

/** The last change by `at`; null where the changelog has none, or the present split is not known. */
export function splitChangeAt({ rows }: Publication, at: IsoInstant): SplitChange | null {
  const [current] = rows.split;
  const entries = entriesOf(rows.changelog);
  const entry = entries.findLast(({ created_at }) => compareInstants(created_at, at) <= 0);
  if (current === undefined || entry === undefined) return null;
  const { periods, gaps } = splitHistory(rows.changelog, current);
  const index = periods.findIndex(({ since }) => since === entry.created_at);
  const newest = entry === entries.at(-1);
  const unreadable = gaps.some((gap) => gap.entry === entry.id && gap.reason === 'unreadable');
  return {
    entry,
    after: unreadable ? null : (periods[index]?.split ?? null),
    before: index === -1 ? null : (periods[index + 1]?.split ?? null),
    gaps: gaps.filter((gap) => gap.entry === entry.id || (newest && gap.entry === 'current')),
    batch: firstSince(rows.batches, entry),
  };
}

const spelt = (split: Split | null) =>
  split === null ? null : PARTS.map((part) => `${part} ${split[part]} %`).join(', ');

const told = ({ entry, before, after }: SplitChange) => ({
  'changed-at': toIso(entry.created_at),
  before: spelt(before),
  after: spelt(after),
});

/** "New percentages sum to 100." Shares that do not are wrong; a value that states none is not known. */
export function splitSum(change: SplitChange): ItemAnswer {
  if (change.after !== null) return passed({ ...told(change), sum: '100 %' });
  const sum = statedSum(change.entry.new_value);
  return sum === null
    ? notKnown('split-not-known', told(change))
    : failed('sum-not-100', { ...told(change), sum }, [change.entry.id]);
}

/** "Change logged in public changelog": with its reason, and nothing was set past it. */
export function splitEntry(change: SplitChange): ItemAnswer {
  const evidence = { ...told(change), entry: change.entry.id };
  const bypassed = change.gaps.some(({ entry }) => entry === 'current');
  return bypassed || change.entry.reason === null
    ? failed('entry-missing', evidence, [bypassed ? 'current' : change.entry.id])
    : passed(evidence);
}

/** "Values match": the old value is the one before it, and the newest value is the setting, as far as they can be read. */
export function splitValues(change: SplitChange): ItemAnswer {
  // Shares that do not sum to the whole are no setting either; a value that states none may be the setting.
  const stated = statedSum(change.entry.new_value) !== null;
  const differing = change.gaps.filter(({ reason }) => reason === 'does-not-follow' || stated);
  if (differing.length === 0 && change.gaps.length > 0) return notKnown('split-not-known', told(change));
  return differing.length === 0
    ? passed(told(change))
    : failed(
        'values-differ',
        told(change),
        differing.map(({ entry }) => entry),
      );
}

/** "Will apply to next batch": shown by the figures of the first batch since. */
export function splitNextBatch(change: SplitChange): ItemAnswer {
  const { batch, after } = change;
  if (batch === undefined) return notKnown('no-batch-since', told(change));
  if (after === null) return notKnown('split-not-known', { ...told(change), batch: batch.id });
  const { holds, difference, tolerance, expected } = shareRule(batch, after);
  const evidence = { ...told(change), batch: batch.id, expected, difference, tolerance };
  return holds ? passed(evidence) : failed('sums-differ', evidence, [batch.id]);
}

function entriesOf(changelog: readonly ChangelogEntry[]): ChangelogEntry[] {
  return changelog
    .filter(({ key }) => key === SPLIT_KEY)
    .toSorted((a, b) => compareInstants(a.created_at, b.created_at));
}

function firstSince(batches: readonly Batch[], { created_at }: ChangelogEntry): Batch | undefined {
  let first: Batch | undefined;
  for (const batch of batches) {
    if (compareInstants(batch.created_at, created_at) < 0) continue;
    if (first === undefined || compareInstants(batch.created_at, first.created_at) < 0) first = batch;
  }
  return first;
}
