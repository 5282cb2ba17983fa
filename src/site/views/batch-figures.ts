import { alteredFields, FIXED_BATCH_FIELDS } from '../../ledger/alteration.ts';
import { type Batch, batchSchema } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { RowRecord } from '../../ledger/record.ts';
import type { Reader } from '../../words/reader.ts';
import { words } from './record-changes.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';

type Field = keyof Batch;
const FIELDS = Object.keys(batchSchema.shape) as Field[];
const AMOUNTS: readonly string[] = ['revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'];
const CODES: readonly string[] = ['id', 'public_hash', 'onchain_tx'];
const INSTANTS: readonly string[] = ['created_at', 'period_start', 'period_end'];

/** The figures of a batch: present value, and the first one where it was another. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly altered: string | null;
}

interface FigureRow {
  readonly name: string;
  /** `code`: an id or a hash, set in a face in which every letter can be told from every other. */
  readonly kind: 'code' | 'plain';
  /** Set only where the table has the column and the values differ. */
  readonly first: readonly Segment[] | null;
  readonly present: readonly Segment[];
  readonly differs: boolean;
}

/** First and present value beside each other: nothing published is ever silently replaced. */
export function figureTable(reader: Reader, publication: Publication, batch: Batch): FigureTable {
  const { t } = reader;
  const row = publication.record.get('batches')?.get(batch.id);
  const rows = FIELDS.map((field) => figureRow(reader, publication, batch, row, field));
  const differing = rows.some((figure) => figure.differs);
  return {
    head: differing
      ? [t('batch.field'), t('batch.first'), t('batch.present')]
      : [t('batch.field'), t('batch.valueHead')],
    rows,
    altered: row && alteredFields(row, FIXED_BATCH_FIELDS).length > 0 ? t('batch.altered') : null,
  };
}

function figureRow(
  reader: Reader,
  publication: Publication,
  batch: Batch,
  row: RowRecord | undefined,
  field: Field,
): FigureRow {
  const differs = row !== undefined && row.first[field] !== row.latest[field];
  return {
    name: reader.t(`field.${field}`),
    kind: CODES.includes(field) ? 'code' : 'plain',
    first: differs ? recorded(reader, publication, field, row.first[field]) : null,
    present: shownFigure(reader, field, batch[field]),
    differs,
  };
}

function recorded(
  reader: Reader,
  publication: Publication,
  field: Field,
  value: string | undefined,
): Segment[] {
  return words(reader, publication, 'batches', field, value) ?? shownFigure(reader, field, value ?? null);
}

/** One value of a batch as a reader writes it. */
export function shownFigure(reader: Reader, field: string, value: string | null): Segment[] {
  const { format, t } = reader;
  if (value === null) return [t('word.absent')];
  if (AMOUNTS.includes(field)) return [{ kind: 'amount', amount: format.amount(value) }];
  if (field === 'tx_count') return [format.count(value)];
  if (INSTANTS.includes(field)) return [timePiece(reader, value)];
  return [foreignPiece(reader, value)];
}
