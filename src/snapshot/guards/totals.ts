import type { Daily } from '../../domain/daily.ts';
import { dailyTotals } from '../../domain/daily.ts';
import { dayOf } from '../../domain/instant.ts';
import { type Metrics, TOTAL_OF } from '../../domain/metrics.ts';
import { compare, type Decimal, sumOf } from '../../domain/money.ts';
import type { Complaint, Flag } from '../guard.ts';

/** TPC-04: a total is not the sum of the days, so a reader who adds up daily.csv would find another figure. */
export const totalsDiffer: Flag<Metrics> = {
  name: 'totals-differ',
  find([metrics], view) {
    const daily = view.rows('daily');
    if (metrics === undefined || daily === undefined) return [];
    const sums = dailyTotals(daily);
    return (Object.keys(TOTAL_OF) as (keyof Metrics)[]).flatMap((total) =>
      unequal(total, metrics[total], sums[TOTAL_OF[total]], 'the days sum to'),
    );
  },
};

/** A day's distributed figures are not the sums of that day's batches. */
export const daysDifferFromBatches: Flag<Daily> = {
  name: 'totals-differ',
  find(rows, view) {
    const batches = view.rows('batches');
    if (batches === undefined) return [];
    const byDay = Map.groupBy(batches, (batch) => dayOf(batch.created_at));
    return rows.flatMap((day) => {
      const sum = sumOf((byDay.get(day.day) ?? []).map((batch) => batch.revenue_sum));
      return unequal(day.day, day.distributed_revenue, sum, 'its batches sum to');
    });
  },
};

function unequal(id: string, stated: Decimal, sum: Decimal, how: string): Complaint[] {
  return compare(stated, sum) === 0 ? [] : [{ id, detail: `${id} is ${stated}, but ${how} ${sum}.` }];
}
