import { compareInstants, dayOf } from '../../core/instant.ts';
import { compare, type Decimal, sumOf } from '../../core/money.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { LedgerRow } from '../../ledger/ledger.ts';
import type { View } from '../guard.ts';

/** The datasets whose rows are dated and come one after the other. */
const GROWING = ['batches', 'changelog'] as const;

/** A newest row that was published and is not there, where nothing shows that the database has moved on since. */
export interface LostNewest {
  readonly name: (typeof GROWING)[number];
  readonly id: string;
  readonly created_at: string;
  /** The newest that is there; null where there is none. */
  readonly newest: string | null;
}

/**
 * What is lost of the newest rows where the database as a whole is older than what was published: a restored backup, or
 * a replica that lags. Such a one lacks whatever came since, in several tables; of a row that somebody deleted, the
 * others still hold what came with it. Nothing is lost in that sense where two signs of age can not be found; what
 * could not be read is held to be one, since nobody can tell. Where only one table is published there can be no second
 * sign: a deletion can not be told from age there, and the newest row is not told as gone before a newer one comes.
 */
export function lostToAge(view: View): LostNewest[] {
  const lost = GROWING.flatMap((name) => newestLost(name, view) ?? []);
  const lostOf = (name: DatasetName) => lost.some((one) => one.name === name);
  const told = (['batches', 'changelog', 'metrics', 'ledger'] as const).filter(
    (name) => view.published(name) !== undefined,
  );
  const signs = [
    lostOf('batches') || isUnread('batches', view),
    // A change and what it set are of one moment: both are lost to age, only one to a deletion.
    lostOf('changelog') || isUnread('changelog', view),
    lostOf('changelog') && (['split', 'wallets'] as const).some((name) => differs(name, view)),
    isUnread('metrics', view) || hasFewerTransactions(view),
    isUnread('ledger', view) || hasFewerLines(view),
  ];
  return lost.length > 0 && signs.filter(Boolean).length >= Math.min(2, told.length) ? lost : [];
}

/**
 * Whether the database shows anything that it did not have when it was last published: more transactions, or a batch
 * or a change that is newer than any before. A backup and a replica that lags show nothing of the kind.
 */
export function hasMovedOn(view: View): boolean {
  const newer = GROWING.some((name) => {
    const [is, was] = [latest(view.rows(name) ?? []), latest(view.published(name) ?? [])];
    return is !== null && was !== null && compareInstants(is, was) > 0;
  });
  return newer || (transactionsSince(view) ?? 0) > 0;
}

/**
 * The newest row that was published, where it is not there and nothing is that came after it: something newer shows
 * that the database has moved on, and that the row alone is gone.
 */
function newestLost(name: (typeof GROWING)[number], view: View): LostNewest | null {
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
  const later = GROWING.some((growing) =>
    (view.rows(growing) ?? []).some((row) => compareInstants(row.created_at, created_at) > 0),
  );
  return isNamed || after || later || hasMovedOn(view) ? null : { name, id, created_at, newest };
}

/** Published before, and not read now. */
function isUnread(name: DatasetName, view: View): boolean {
  return view.published(name) !== undefined && !view.isRead(name);
}

function differs(name: 'split' | 'wallets', view: View): boolean {
  const [is, was] = [view.rows(name), view.published(name)];
  return is !== undefined && was !== undefined && JSON.stringify(is) !== JSON.stringify(was);
}

function hasFewerTransactions(view: View): boolean {
  return (transactionsSince(view) ?? 0) < 0;
}

function transactionsSince(view: View): -1 | 0 | 1 | null {
  const [now, before] = [view.rows('metrics')?.[0], view.published('metrics')?.[0]];
  return now === undefined || before === undefined ? null : compare(now.tx_total, before.tx_total);
}

/** Lines of the log outlive their batch: without it they are counted as lines that name none. */
function hasFewerLines(view: View): boolean {
  const [is, was] = [view.rows('ledger'), view.published('ledger')];
  if (is === undefined || was === undefined || view.reread('ledger')) return false;
  const { now, before } = view.caveatCounts('ledger', 'lines-without-batch');
  return compare(sumOf([now, ...is.flatMap(linesOf)]), sumOf([before, ...was.flatMap(linesOf)])) < 0;
}

function linesOf({ referral_lines, treasury_lines, buyback_lines }: LedgerRow): Decimal[] {
  return [referral_lines ?? '0', treasury_lines ?? '0', buyback_lines ?? '0'];
}

function latest(rows: readonly { readonly created_at: string }[]): string | null {
  return (
    rows
      .map((row) => row.created_at)
      .toSorted(compareInstants)
      .at(-1) ?? null
  );
}
