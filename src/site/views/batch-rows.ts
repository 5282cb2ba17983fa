import { type Batch, PARTS } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { amountPiece, dayPiece } from './segment.ts';
import { type Cell, type Table, tableOf } from './table.ts';
import { verdictOf } from './verdict.ts';

/** What stands below all batches of a month. */
export interface BatchSum {
  readonly name: string;
  readonly transactions: Cell;
  readonly revenue: Cell;
}

/** The batches in the order in which they are given; on a phone each row becomes two lines. */
export function batchTable(
  reader: Reader,
  publication: Publication,
  batches: readonly Batch[],
  unit: string,
  sum?: BatchSum,
): Table {
  const { t, format, paths, language } = reader;
  return tableOf<Batch>(
    [
      {
        id: 'batch',
        label: t('batches.batch'),
        class: 'date',
        cell: ({ id, created_at }) => ({
          kind: 'to',
          href: paths.page(language, { name: 'batch', id }),
          of: [dayPiece(reader, created_at)],
        }),
        sum: sum?.name,
      },
      {
        id: 'transactions',
        label: t('batches.transactions'),
        align: 'right',
        phone: 'after',
        class: 'transactions',
        cell: ({ tx_count }) => format.count(tx_count),
        sum: sum?.transactions,
      },
      {
        id: 'revenue',
        label: t('batches.revenue'),
        align: 'right',
        class: 'revenue',
        cell: ({ revenue_sum }) => amountPiece(reader, revenue_sum),
        sum: sum?.revenue,
      },
      ...PARTS.map((part) => ({
        id: part,
        label: t(`field.${part}_sum`),
        align: 'right' as const,
        phone: 'hidden' as const,
        cell: (batch: Batch) => amountPiece(reader, batch[`${part}_sum`]),
      })),
      {
        id: 'verdict',
        label: t('batches.verdict'),
        class: 'verdict-cell',
        cell: (batch) => ({ kind: 'verdict', ...verdictOf(reader, publication, batch) }),
      },
    ],
    batches,
    { form: 'batches', caption: t('batches.caption', { unit }) },
  );
}
