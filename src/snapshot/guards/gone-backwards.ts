import { compareInstants, dayOf } from '../../core/instant.ts';
import { compare } from '../../core/money.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { Metrics } from '../../ledger/metrics.ts';
import type { Flag, Refusal, View } from '../guard.ts';

/** The database as a whole is older than what was published of it: a restored backup, or a lagging replica. */
export function olderThanPublished(name: DatasetName): Refusal<unknown> {
  return {
    name: 'gone-backwards',
    find(_rows, view) {
      const lost = (['batches', 'changelog'] as const).flatMap((growing) => newestLost(growing, view) ?? []);
      // Each tells of its own newest row, what goes with them of the first.
      const own = lost.filter((one) => one.name === name);
      return (own.length > 0 ? own : lost.slice(0, 1)).map(({ id, created_at, newest }) => ({
        id,
        detail: `${newest === null ? 'There are none' : `The newest is of ${newest}`}, but one of ${created_at} was published already, and nothing here is newer than that. Is this a lagging replica or an old backup?`,
      }));
    },
  };
}

/**
 * The newest row that was published, where it is not there and nothing is that came after it: something newer shows
 * that the database has moved on, and that the row alone is gone.
 */
function newestLost(name: 'batches' | 'changelog', view: View) {
  const rows = view.rows(name) ?? [];
  const published = (view.published(name) ?? []).filter(({ id }) => !view.isSettledRemoval(name, id));
  const before = published.toSorted((a, b) => compareInstants(a.created_at, b.created_at)).at(-1);
  const newest = latest(rows);
  if (before === undefined || view.rowsMayBeHidden(name)) return null;
  if (view.reread(name)) return null; // Another place may well end earlier.
  const { id, created_at } = before;
  if (newest !== null && compareInstants(newest, created_at) >= 0) return null;
  const isNamed = (view.rows('ledger') ?? []).some(({ batch_id }) => batch_id === id);
  const after = (view.rows('daily') ?? []).some(
    ({ day, tx_count }) => day > dayOf(created_at) && compare(tx_count, '0') > 0,
  );
  const later = [view.rows('batches') ?? [], view.rows('changelog') ?? []].some((all) =>
    all.some((row) => compareInstants(row.created_at, created_at) > 0),
  );
  return isNamed || after || later || hasMovedOn(view) ? null : { name, id, created_at, newest };
}

/** Fewer transactions than before, and nothing that is newer than what was published. */
export const fewerTransactions: Refusal<Metrics> = {
  name: 'gone-backwards',
  find(rows, view) {
    const fell = fallen(rows, view).filter(({ total }) => total === 'tx_total');
    if (hasMovedOn(view)) return [];
    return fell.map(({ total, is, was }) => ({
      id: total,
      detail: `${total} fell from ${was} to ${is}, and nothing is newer than what was published. Were transactions removed, are they not visible to this role, or is this a lagging replica or an old backup?`,
    }));
  },
};

/** TPC-04: a total that only ever grows is smaller than in the snapshot before. What it is made of says why. */
export const totalFell: Flag<Metrics> = {
  name: 'total-fell',
  find: (rows, view) =>
    fallen(rows, view).map(({ total, is, was }) => ({
      id: total,
      detail: `${total} fell from ${was} to ${is} since the snapshot before.`,
    })),
};

function fallen([now]: readonly Metrics[], view: View) {
  const [before] = view.reread('metrics') ? [] : (view.published('metrics') ?? []);
  if (now === undefined || before === undefined) return [];
  return (Object.keys(before) as (keyof Metrics)[]).flatMap((total) =>
    compare(now[total], before[total]) < 0 ? [{ total, is: now[total], was: before[total] }] : [],
  );
}

/**
 * Whether the database shows anything that it did not have when it was last published: more transactions, or a batch
 * or a change that is newer than any before. A backup and a replica that lags show nothing of the kind.
 */
function hasMovedOn(view: View): boolean {
  const newer = (['batches', 'changelog'] as const).some((name) => {
    const [is, was] = [latest(view.rows(name) ?? []), latest(view.published(name) ?? [])];
    return is !== null && was !== null && compareInstants(is, was) > 0;
  });
  const [now, before] = [view.rows('metrics')?.[0], view.published('metrics')?.[0]];
  return newer || (now !== undefined && before !== undefined && compare(now.tx_total, before.tx_total) > 0);
}

function latest(rows: readonly { readonly created_at: string }[]): string | null {
  return (
    rows
      .map((row) => row.created_at)
      .toSorted(compareInstants)
      .at(-1) ?? null
  );
}
