import type { Late } from '../../log/late.ts';
import type { Reader } from '../../words/reader.ts';
import { type Segment, timePiece } from './segment.ts';
import { capital } from './status/state-mark.ts';

/** What is said of a time that the log does not vouch for: the operator's word, and since when the log has it. */
export function lateSentence(reader: Reader, { stated, logged, began }: Late): Segment[] {
  return reader.rich(began ? 'late.began' : 'late.stated', {
    stated: timePiece(reader, stated),
    logged: timePiece(reader, logged),
  });
}

/** The same in brackets, behind a sentence that says the time; nothing where the log has it in time. */
export function lateRemark(reader: Reader, late: Late | null | undefined): Segment[] {
  return late == null ? [] : [' (', ...lateSentence(reader, late), ')'];
}

/** The same as a sentence of its own, behind another. */
export function lateNote(reader: Reader, late: Late | null | undefined): Segment[] {
  if (late == null) return [];
  const [first = '', ...rest] = lateSentence(reader, late);
  return [' ', typeof first === 'string' ? capital(first) : first, ...rest, '.'];
}
