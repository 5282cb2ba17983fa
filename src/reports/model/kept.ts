import { addDays, dayOf, type IsoInstant } from '../../core/instant.ts';
import type { Report } from './report.ts';

/** How far a routine was kept: "29 of 30 mornings", with the list behind it. */
export interface Kept {
  /** The days that are counted, both included: they end with the newest report, and begin with the first at most. */
  readonly from: string;
  readonly to: string;
  /** Run at all, those that were late included. */
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  /** How many times it was due. */
  readonly of: number;
  /** Newest first. */
  readonly list: readonly Pick<Report, 'due_at' | 'kept' | 'ran_at'>[];
}

/** How a routine was kept over the last `days` days of its reports; null while it has none. */
export function keptOf(
  reports: readonly Report[],
  { system, routine }: Pick<Report, 'system' | 'routine'>,
  days: number,
): Kept | null {
  const own = reports
    .filter((report) => report.system === system && report.routine === routine)
    .toSorted((a, b) => newerFirst(a.due_at, b.due_at));
  const [newest] = own;
  if (newest === undefined) return null;
  const to = dayOf(newest.due_at);
  const first = dayOf(own.at(-1)?.due_at ?? newest.due_at);
  const from = [addDays(to, 1 - days), first].toSorted().at(-1) ?? first;
  const list = own
    .filter(({ due_at }) => dayOf(due_at) >= from)
    .map(({ due_at, kept, ran_at }) => ({ due_at, kept, ran_at }));
  const count = (kept: Report['kept']) => list.filter((one) => one.kept === kept).length;
  return {
    from,
    to,
    kept: list.length - count('missed'),
    late: count('late'),
    missed: count('missed'),
    of: list.length,
    list,
  };
}

function newerFirst(a: IsoInstant, b: IsoInstant): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
