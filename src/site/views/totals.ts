import { compare, type Decimal, sumOf } from '../../core/money.ts';
import { PARTS } from '../../ledger/batch.ts';
import type { Metrics } from '../../ledger/metrics.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { type AlteredSum, alteredSums, distributed, goneSums } from './alterations.ts';
import { amountPiece, type Segment } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** The totals since the beginning (TPC-04), each the sum of a column of the daily figures. */
export interface Totals {
  readonly table: Table;
  /** What was altered after publication and is in these sums, and what is gone and is in them no more. */
  readonly altered: readonly Segment[][];
}

/** Null while the totals are not known. */
export function totalsOf(reader: Reader, publication: Publication): Totals | null {
  const { t, format } = reader;
  const [metrics] = publication.rows.metrics;
  const state = knownState(publication, 'metrics');
  if (metrics === undefined || state === undefined) return null;
  const row = (name: string, transactions: string | null, amount: Decimal) => ({
    name,
    transactions,
    amount,
  });
  const rows = [
    row(t('totals.total'), metrics.tx_total, metrics.total_revenue),
    row(t('totals.verified'), metrics.tx_verified, metrics.verified_revenue),
    row(t('totals.distributed'), metrics.tx_distributed, metrics.distributed_revenue),
    ...PARTS.map((part) => row(t('totals.to', { part: t(`part.${part}`) }), null, metrics[part])),
  ];
  return {
    table: tableOf<(typeof rows)[number]>(
      [
        column('figure', t('totals.figure'), ({ name }) => name),
        figure('transactions', t('totals.transactions'), ({ transactions }) =>
          transactions === null ? null : format.count(transactions),
        ),
        figure('amount', t('totals.amount', { unit: state.unit ?? '' }), ({ amount }) =>
          amountPiece(reader, amount),
        ),
      ],
      rows,
    ),
    altered: [goneSums, alteredSums].flatMap((sentences) =>
      sentences(reader, publication, (kind) => isSumOfBatches(metrics, publication, kind)),
    ),
  };
}

/** Totals read at another time than the batches need not hold what was altered in them. */
function isSumOfBatches(metrics: Metrics, { rows }: Publication, kind: AlteredSum): boolean {
  const [total, sum] =
    kind === 'revenue'
      ? [metrics.distributed_revenue, sumOf(rows.batches.map((batch) => batch.revenue_sum))]
      : [sumOf(PARTS.map((part) => metrics[part])), sumOf(rows.batches.map(distributed))];
  return compare(total, sum) === 0;
}
