import { type AnchorBook, anchorOf } from '../../chain/anchor-book.ts';
import { alteredFields, FIXED_BATCH_FIELDS } from '../../ledger/alteration.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { RowRecord } from '../../ledger/record.ts';
import type { Reader } from '../../words/reader.ts';
import { isSettled } from './alterations.ts';
import { anchorSaid } from './anchor.ts';
import { lateRemark } from './late.ts';
import { hashPiece, linkPiece, type Piece, type Segment, timePiece } from './segment.ts';
import { type Mark, verdictOf } from './verdict.ts';

/** One link of the chain of proof: a plain sentence with its state and the way to its evidence. */
export interface ChainLink {
  readonly mark: Mark;
  readonly sentence: readonly Segment[];
  readonly href: string;
}

/** Hash, published record, on-chain: in that order, each said whether it is good, bad or not known. */
export function chainOf(
  reader: Reader,
  publication: Publication,
  anchors: AnchorBook,
  batch: Batch,
): ChainLink[] {
  const page = reader.paths.page(reader.language, { name: 'batch', id: batch.id });
  return [
    { ...hashLink(reader, publication, batch), href: `${page}#hash` },
    { ...recordLink(reader, publication, batch, page), href: `${page}#record` },
    { ...anchorSaid(reader, anchorOf(anchors, publication, batch)), href: `${page}#onchain` },
  ];
}

/**
 * `gone`: the source does not show it any more. `altered`: a figure, the hash or a proof was replaced; `settled`: so it was,
 * each time for a reason that the operator states. `added`: something empty was filled in, or a note changed.
 */
function historyOf(
  publication: Publication,
  { id }: Batch,
  row: RowRecord,
): 'unchanged' | 'added' | 'altered' | 'settled' | 'gone' {
  if (row.gone !== null) return 'gone';
  if (row.changes.length === 0) return 'unchanged';
  const altered = alterationsOf(row);
  if (altered.length === 0) return 'added';
  return altered.every((change) => isSettled(publication, id, change)) ? 'settled' : 'altered';
}

function alterationsOf({ changes }: RowRecord): RowRecord['changes'] {
  return changes.filter((change) => alteredFields({ changes: [change] }, FIXED_BATCH_FIELDS).length > 0);
}

function hashLink(reader: Reader, publication: Publication, batch: Batch): Omit<ChainLink, 'href'> {
  const { verdict, mark } = verdictOf(reader, publication, batch);
  if (verdict === 'missing') return { mark, sentence: [reader.t('chain.hash.missing')] };
  return { mark, sentence: reader.rich(`chain.hash.${verdict}`, { hash: hashPiece(reader, batch) }) };
}

function recordLink(
  reader: Reader,
  publication: Publication,
  batch: Batch,
  page: string,
): Omit<ChainLink, 'href'> {
  const row = publication.record.get('batches')?.get(batch.id);
  if (row === undefined) return { mark: 'absent', sentence: [reader.t('chain.record.absent')] };
  const when = timePiece(reader, row.first_seen);
  const history = historyOf(publication, batch, row);
  const changes = history === 'altered' || history === 'settled' ? alterationsOf(row) : row.changes;
  const last = timePiece(reader, changes.at(-1)?.seen_at ?? row.first_seen);
  const late = lateRemark(reader, row.first_late);
  // Published before the log had it, or made up since: nobody else can tell. What is older than the log says just that.
  const equal = row.first_late === undefined || row.first_late.began ? 'equal' : 'untold';
  switch (history) {
    case 'unchanged':
      return {
        mark: equal,
        sentence: [
          ...reader.rich<'chain.record.unchanged', Piece>('chain.record.unchanged', { when }),
          ...late,
        ],
      };
    case 'gone':
      return {
        mark: 'unequal',
        sentence: reader.rich('chain.record.gone', {
          when,
          last: timePiece(reader, row.gone ?? row.first_seen),
        }),
      };
    case 'added':
      return {
        mark: equal,
        sentence: [
          ...reader.rich<'chain.record.added', Piece>('chain.record.added', { when, last }),
          ...late,
        ],
      };
    case 'altered':
    case 'settled': {
      const link = linkPiece(`${page}#figures`, reader.t('chain.record.alteredLink'));
      // A reason is the operator's word: no alarm, and no proof either.
      const mark = history === 'altered' ? 'unequal' : 'untold';
      return { mark, sentence: reader.rich(`chain.record.${history}`, { when, last, link }) };
    }
    default:
      return history satisfies never;
  }
}
