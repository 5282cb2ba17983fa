import { addDays, dayOf, type IsoInstant } from '../../core/instant.ts';
import { type Decimal, minus } from '../../core/money.ts';
import { type Daily, dailyTotals, window } from '../../ledger/daily.ts';

/** One figure of the last seven whole days, of the seven before, and of the last thirty. */
export interface WeekFigure {
  readonly week: Decimal;
  readonly before: Decimal;
  /** `week` minus `before`, exact. */
  readonly change: Decimal;
  readonly month: Decimal;
}

export interface WeekSummary {
  /** The first of the last thirty whole UTC days, and the last of them. */
  readonly from: string;
  readonly until: string;
  readonly revenue: WeekFigure;
  readonly distributed: WeekFigure;
  readonly transactions: WeekFigure;
  /** Days of the last thirty on which nothing happened that the source counts. */
  readonly quiet: number;
}

const WEEK = 7;
const MONTH = 30;

/** TPC-13: the 7- and 30-day figures as they stand at `at`, today left out; null where the days do not reach back. */
export function weekSummary(daily: readonly Daily[], at: IsoInstant): WeekSummary | null {
  const until = addDays(dayOf(at), -1);
  const earliest = daily.map(({ day }) => day).toSorted()[0];
  const from = addDays(until, 1 - MONTH);
  if (earliest === undefined || earliest > from) return null;
  const month = window(daily, MONTH, until);
  const [last, before, long] = [
    dailyTotals(window(daily, WEEK, until)),
    dailyTotals(window(daily, WEEK, addDays(until, -WEEK))),
    dailyTotals(month),
  ];
  const figure = (name: keyof typeof last): WeekFigure => ({
    week: last[name],
    before: before[name],
    change: minus(last[name], before[name]),
    month: long[name],
  });
  return {
    from,
    until,
    revenue: figure('revenue'),
    distributed: figure('distributed_revenue'),
    transactions: figure('tx_count'),
    quiet: MONTH - month.length,
  };
}
