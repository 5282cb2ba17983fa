import type { Removal } from '../../ledger/removal.ts';
import type { Reader } from '../../words/reader.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';

/** Who says why a row is gone from the source, and when that was decided: the operator's word, marked as such. */
export function removalSentence(reader: Reader, { by, reason, decided }: Removal): Segment[] {
  return reader.rich('record.removal', {
    role: reader.t(`role.${by}`),
    when: timePiece(reader, decided),
    reason: foreignPiece(reader, reason[reader.language]),
  });
}
