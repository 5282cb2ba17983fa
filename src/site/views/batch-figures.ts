import { alteredFields, FIXED_BATCH_FIELDS } from '../../ledger/alteration.ts';
import { type Batch, batchSchema } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { words } from './record-changes.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';
import { type Column, column, setPiece, type Table, tableOf } from './table.ts';

type Field = keyof Batch;
const FIELDS = Object.keys(batchSchema.shape) as Field[];
const AMOUNTS: readonly string[] = ['revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'];
const CODES: readonly string[] = ['id', 'public_hash', 'onchain_tx'];
const INSTANTS: readonly string[] = ['created_at', 'period_start', 'period_end'];

/** The figures of a batch: present value, and the first one where it was another. */
export interface FigureTable {
  readonly table: Table;
  readonly altered: boolean;
}

/** Who says what, beside the operator who states all of it. */
export interface SaidBy {
  /** Whether the published hash was recomputed from the figures here, and matches. */
  readonly recomputed: boolean;
  /** Whether every value is in the log, signed. */
  readonly log: boolean;
  /** Whether the chain bears the hash. */
  readonly chain: boolean;
}

/** First and present value beside each other: nothing published is ever silently replaced. */
export function figureTable(
  reader: Reader,
  publication: Publication,
  batch: Batch,
  said: SaidBy,
): FigureTable {
  const { t } = reader;
  const row = publication.record.get('batches')?.get(batch.id);
  const differs = (field: Field) => row !== undefined && row.first[field] !== row.latest[field];
  const present = (field: Field) => shownFigure(reader, field, batch[field]);
  // An id or a hash is set in a face in which every letter can be told from every other.
  const set = (field: Field, of: Segment[]) => (CODES.includes(field) ? [setPiece('mono', ...of)] : of);
  const columns: Column<Field>[] = [
    column('field', t('batch.field'), (field) => t(`field.${field}`), { class: 'nowrap quiet' }),
    column(
      'first',
      t('batch.first'),
      (field) =>
        set(field, differs(field) ? recorded(reader, publication, field, row?.first[field]) : present(field)),
      { class: 'first' },
    ),
    column('present', t(FIELDS.some(differs) ? 'batch.present' : 'batch.valueHead'), (field) =>
      differs(field) ? setPiece('strong', ...set(field, present(field))) : set(field, present(field)),
    ),
    column('said', t('batch.said'), (field) => saidOf(reader, field, batch[field], said), {
      class: 'small quiet',
    }),
  ];
  return {
    table: tableOf(
      columns.filter(({ id }) => id !== 'first' || FIELDS.some(differs)),
      FIELDS,
      { differs },
    ),
    altered: row !== undefined && alteredFields(row, FIXED_BATCH_FIELDS).length > 0,
  };
}

/** Of what is absent nobody says anything. */
function saidOf({ t }: Reader, field: Field, value: string | null, said: SaidBy): string {
  if (value === null) return '';
  const isHash = field === 'public_hash';
  return [
    t('batch.said.operator'),
    ...(isHash && said.recomputed ? [t('batch.said.recomputed')] : []),
    ...(said.log ? [t('batch.said.log')] : []),
    ...(said.chain && (isHash || field === 'onchain_tx') ? [t('batch.said.chain')] : []),
  ].join(' · ');
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
