import { type AnchorBook, anchorOf, NO_ANCHORS } from '../../chain/anchor-book.ts';
import { type Batch, PARTS } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { anchorShortly } from './anchor.ts';
import { amountPiece, dayPiece } from './segment.ts';
import { type Cell, column, figure, type Table, tableOf } from './table.ts';
import { verdictOf } from './verdict.ts';

/** What stands below all batches of a month. */
export interface BatchSum {
  readonly name: string;
  readonly transactions: Cell;
  readonly revenue: Cell;
}

/** What a table of batches has besides its rows. */
export interface BatchTable {
  readonly sum?: BatchSum;
  readonly anchors?: AnchorBook;
}

/** The batches in the order in which they are given; on a phone each row becomes two lines. */
export function batchTable(
  reader: Reader,
  publication: Publication,
  batches: readonly Batch[],
  unit: string,
  { sum, anchors = NO_ANCHORS }: BatchTable = {},
): Table {
  const { t, format, paths, language } = reader;
  return tableOf<Batch>(
    [
      column(
        'batch',
        t('batches.batch'),
        ({ id, created_at }) => ({
          kind: 'to',
          href: paths.page(language, { name: 'batch', id }),
          of: [dayPiece(reader, created_at)],
        }),
        { class: 'date', sum: sum?.name },
      ),
      figure('transactions', t('batches.transactions'), ({ tx_count }) => format.count(tx_count), {
        phone: 'after',
        class: 'transactions',
        sum: sum?.transactions,
      }),
      figure('revenue', t('batches.revenue'), ({ revenue_sum }) => amountPiece(reader, revenue_sum), {
        class: 'revenue',
        sum: sum?.revenue,
      }),
      ...PARTS.map((part) =>
        figure(part, t(`field.${part}_sum`), (batch: Batch) => amountPiece(reader, batch[`${part}_sum`]), {
          phone: 'hidden',
        }),
      ),
      column(
        'verdict',
        t('batches.verdict'),
        (batch) => ({ kind: 'verdict', ...verdictOf(reader, publication, batch) }),
        { class: 'verdict-cell' },
      ),
      column(
        'onchain',
        t('batches.onchain'),
        (batch) => ({ kind: 'verdict', ...anchorShortly(reader, anchorOf(anchors, publication, batch)) }),
        { class: 'verdict-cell', phone: 'hidden' },
      ),
    ],
    batches,
    { form: 'batches', caption: t('batches.caption', { unit }) },
  );
}
