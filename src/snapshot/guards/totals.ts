import { dayOf } from '../../core/instant.ts';
import { compare, type Decimal, sumOf } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import { type Daily, dailyTotals } from '../../ledger/daily.ts';
import { type Metrics, TOTAL_OF } from '../../ledger/metrics.ts';
import type { Complaint, Flag } from '../guard.ts';

/** TPC-04: a total is not the sum of the days, so a reader who adds up daily.csv would find another figure. */
export const totalsDiffer: Flag<Metrics> = {
  name: 'totals-differ',
  needs: ['daily'],
  find([metrics], view) {
    const daily = view.rows('daily');
    if (metrics === undefined || daily === undefined) return [];
    const sums = dailyTotals(daily);
    return (Object.keys(TOTAL_OF) as (keyof Metrics)[]).flatMap((total) =>
      unequal(total, total, metrics[total], sums[TOTAL_OF[total]], 'the days'),
    );
  },
};

/** Which column of the batches sums to which distributed figure of their day. */
const SUM_OF = {
  distributed_revenue: 'revenue_sum',
  tx_distributed: 'tx_count',
  referral: 'referral_sum',
  treasury: 'treasury_sum',
  buyback: 'buyback_sum',
} as const satisfies Partial<Record<keyof Daily, keyof Batch>>;

/** A day's distributed figures are not the sums of that day's batches. */
export const daysDifferFromBatches: Flag<Daily> = {
  name: 'totals-differ',
  needs: ['batches'],
  find(rows, view) {
    const batches = view.rows('batches');
    if (batches === undefined) return [];
    const byDay = Map.groupBy(batches, (batch) => dayOf(batch.created_at));
    return rows.flatMap((day) =>
      (Object.keys(SUM_OF) as (keyof typeof SUM_OF)[]).flatMap((figure) => {
        const sum = sumOf((byDay.get(day.day) ?? []).map((batch) => batch[SUM_OF[figure]]));
        return unequal(day.day, `${figure} of ${day.day}`, day[figure], sum, 'its batches');
      }),
    );
  },
};

function unequal(id: string, what: string, stated: Decimal, sum: Decimal, summed: string): Complaint[] {
  if (compare(stated, sum) === 0) return [];
  return [{ id, detail: `${what} is ${stated}, but ${summed} sum to ${sum}.` }];
}
