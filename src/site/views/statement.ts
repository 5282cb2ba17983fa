import type { Statement } from '../../ledger/statement.ts';
import type { Reader } from '../../words/reader.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';

/** Who says why a row was taken out of the source or altered there, and when that was decided: the operator's word, marked as such. */
export function statementSentence(
  reader: Reader,
  { by, reason, decided }: Pick<Statement, 'by' | 'reason' | 'decided'>,
): Segment[] {
  return reader.rich('record.stated', {
    role: reader.t(`role.${by}`),
    when: timePiece(reader, decided),
    reason: foreignPiece(reader, reason[reader.language]),
  });
}
