import type { Batch } from '../../domain/batch.ts';
import type { ChangelogEntry } from '../../domain/changelog.ts';
import { compareInstants } from '../../domain/instant.ts';
import type { Metrics } from '../../domain/metrics.ts';
import { compare } from '../../domain/money.ts';
import type { Refusal } from '../guard.ts';

/** The newest row is older than the newest that was published: a restored backup, or a lagging replica. */
export function olderThanPublished<Name extends 'batches' | 'changelog'>(
  name: Name,
): Refusal<Batch | ChangelogEntry> {
  return {
    name: 'gone-backwards',
    find(rows, view) {
      if (view.reread(name)) return []; // Another place may well end earlier.
      const newest = latest(rows);
      const before = latest(view.published(name) ?? []);
      if (before === null || (newest !== null && compareInstants(newest, before) >= 0)) return [];
      const found = newest === null ? 'There are none' : `The newest is of ${newest}`;
      const detail = `${found}, but one of ${before} was published already. Is this a lagging replica or an old backup?`;
      return [{ id: before, detail }];
    },
  };
}

/** A total that only ever grows has become smaller. */
export const smallerTotals: Refusal<Metrics> = {
  name: 'gone-backwards',
  find([now], view) {
    const [before] = view.reread('metrics') ? [] : (view.published('metrics') ?? []);
    if (now === undefined || before === undefined) return [];
    return (Object.keys(before) as (keyof Metrics)[])
      .filter((total) => compare(now[total], before[total]) < 0)
      .map((total) => ({
        id: total,
        detail: `${total} fell from ${before[total]} to ${now[total]}. Rows were removed, lost their status, or are hidden from this role.`,
      }));
  },
};

function latest(rows: readonly { readonly created_at: string }[]): string | null {
  return (
    rows
      .map((row) => row.created_at)
      .toSorted(compareInstants)
      .at(-1) ?? null
  );
}
