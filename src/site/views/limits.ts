import { compareInstants } from '../../core/instant.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { type Segment, timePiece } from './segment.ts';

/** What the site does not prove, in plain sentences: as much a part of a proof as the proof. */
export function limitsOf(reader: Reader, { record }: Publication): Segment[][] {
  const { t, rich } = reader;
  const firsts = [...(record.get('batches')?.values() ?? [])].map((row) => row.first_seen);
  const [first] = firsts.toSorted(compareInstants);
  return [
    [t('limits.same')],
    first === undefined
      ? [t('limits.recordNone')]
      : rich('limits.record', { when: timePiece(reader, first) }),
    [t('limits.paid')],
    [t('limits.rows')],
    [t('limits.site')],
  ];
}
