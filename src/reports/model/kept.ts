import { addDays, dayOf, type IsoInstant } from '../../core/instant.ts';
import { punctualityOf, type Report } from './report.ts';

/** How far a routine was kept: "29 of 30 mornings", with the list behind it. */
export interface Kept {
  /** The days that are counted, both included: they end with the newest report, and begin with the first at most. */
  readonly from: string;
  readonly to: string;
  /** Run at all, those that were late included; not those of which nobody can tell. */
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  /** In the log later than they say that they ran. */
  readonly untold: number;
  /** From before the log began: counted as the operator states. */
  readonly before: number;
  /** How many times it was due. */
  readonly of: number;
  /** Newest first. */
  readonly list: readonly Pick<Report, 'due_at' | 'kept' | 'ran_at' | 'late'>[];
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
    .map(({ due_at, kept, ran_at, late }) => ({
      due_at,
      kept,
      ran_at,
      ...(late === undefined ? {} : { late }),
    }));
  const count = (kept: ReturnType<typeof punctualityOf>) =>
    list.filter((one) => punctualityOf(one) === kept).length;
  return {
    from,
    to,
    kept: list.length - count('missed') - count('untold'),
    late: count('late'),
    missed: count('missed'),
    untold: count('untold'),
    before: list.filter(({ late }) => late?.began === true).length,
    of: list.length,
    list,
  };
}

function newerFirst(a: IsoInstant, b: IsoInstant): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
