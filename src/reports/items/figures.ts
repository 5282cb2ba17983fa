import { addDuration, compareInstants } from '../../core/instant.ts';
import { compare, sumOf } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import { hashOf, knownState } from '../../ledger/publication.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';
import { weekSummary } from './week-summary.ts';

const WEEK = '-PT168H';

/** TPC-13: the batches of the last seven days; a week without any is one in which nothing was distributed. */
export function batchesOfWeek({ publication, at }: ReportInputs): ItemAnswer {
  const from = addDuration(at, WEEK);
  const batches = publication.rows.batches.filter(
    ({ created_at }) => compareInstants(created_at, from) > 0 && compareInstants(created_at, at) <= 0,
  );
  const verdict = (batch: Batch) => hashOf(publication, batch).verdict;
  const wrong = batches
    .filter((batch) => ['mismatch', 'missing'].includes(verdict(batch)))
    .map(({ id }) => id);
  const evidence = {
    period: `${from} – ${at}`,
    batches: String(batches.length),
    'tx-count': sumOf(batches.map(({ tx_count }) => tx_count)),
    revenue: sumOf(batches.map(({ revenue_sum }) => revenue_sum)),
  };
  if (batches.length === 0) return failed('no-rows', evidence);
  if (wrong.length > 0) return failed('hash-mismatch', evidence, wrong);
  return batches.some((batch) => verdict(batch) === 'not-recomputable')
    ? notKnown('hash-not-recomputable', evidence)
    : passed(evidence);
}

/**
 * TPC-13: the 7- and 30-day figures, kept in the report, with the change against the week before. Figures of days that
 * are not what the batches of those days sum to, as the snapshot found, are no figures to publish.
 */
export function weekFigures({ publication, at }: ReportInputs): ItemAnswer {
  const summary = weekSummary(publication.rows.daily, at);
  if (summary === null) return notKnown('days-missing');
  const { from, until, revenue, distributed, transactions } = summary;
  const evidence = {
    period: `${from} – ${until}`,
    'missing-days': String(summary.quiet),
    'revenue-7d': revenue.week,
    'revenue-7d-before': revenue.before,
    'revenue-7d-change': revenue.change,
    'distributed-7d': distributed.week,
    'distributed-7d-before': distributed.before,
    'distributed-7d-change': distributed.change,
    'transactions-7d': transactions.week,
    'transactions-7d-before': transactions.before,
    'transactions-7d-change': transactions.change,
    'revenue-30d': revenue.month,
    'distributed-30d': distributed.month,
    'transactions-30d': transactions.month,
  };
  const state = knownState(publication, 'daily');
  const differing = (state?.findings ?? []).filter(({ guard }) => guard === 'totals-differ');
  const days = differing.flatMap(({ subjects }) => subjects).filter((day) => day >= from && day <= until);
  if (days.length > 0) return failed('values-differ', evidence, days);
  return state?.not_evaluated.includes('totals-differ') === true
    ? notKnown('not-evaluated', evidence)
    : passed(evidence);
}

/** TPC-12, TPC-18 C: no (transaction_id, type) stands twice in the ledger behind any batch. */
export function duplicates({ publication }: ReportInputs, mayBeEmpty: boolean): ItemAnswer {
  const twice = publication.rows.ledger.filter((row) => compare(row.duplicates, '0') > 0);
  const evidence = {
    batches: String(publication.rows.ledger.length),
    count: sumOf(publication.rows.ledger.map((row) => row.duplicates)),
  };
  if (publication.rows.ledger.length === 0 && !mayBeEmpty) return notKnown('nothing-there', evidence);
  return twice.length === 0
    ? passed(evidence)
    : failed(
        'duplicates',
        evidence,
        twice.map(({ batch_id }) => batch_id),
      );
}
