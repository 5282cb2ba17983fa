import { compare } from '../../core/money.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { Metrics } from '../../ledger/metrics.ts';
import type { Flag, Refusal, View } from '../guard.ts';
import { settling } from './changed-after-publication.ts';
import { hasMovedOn, type LostNewest, lostToAge } from './older-source.ts';

/** The database as a whole is older than what was published of it: a restored backup, or a lagging replica. */
export function olderThanPublished(name: DatasetName): Refusal<unknown> {
  return {
    name: 'gone-backwards',
    find(_rows, view) {
      const lost = lostToAge(view);
      // Each tells of its own newest row; what is as old as they are, with whom it goes.
      const own = lost.filter((one) => one.name === name);
      if (own.length === 0 && lost.length > 0) return [{ id: name, detail: goingWith(lost) }];
      return own.map(({ id, created_at, newest }) => ({
        id,
        detail: `${newest === null ? 'There are none' : `The newest is of ${newest}`}, but one of ${created_at} was published already, and nothing here is newer than that. Is this a lagging replica or an old backup? ${settling(name, id)}`,
      }));
    },
  };
}

function goingWith(lost: readonly LostNewest[]): string {
  return `With ${lost.map(({ name }) => name).join(' and ')}: the database as a whole is older than what was published of it.`;
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
