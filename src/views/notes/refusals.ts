import { demandOf } from '../../domain/note-rules.ts';
import type { NotesPublication, PublishedNote, Refusal } from '../../domain/notes-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
import { foreignPiece, type Piece, type Segment, timePiece } from '../segment.ts';

/** What was refused, and what is missing, said beside the note that stands. */
export function noteNotices(
  reader: Reader,
  { refused, unreadable = false, gone }: Pick<PublishedNote<never>, 'refused' | 'unreadable' | 'gone'>,
): Segment[][] {
  const notices: Segment[][] = [];
  if (unreadable) notices.push([reader.t('incident.unreadable')]);
  if (refused !== null)
    notices.push([
      ...reader.rich<'incident.refused' | 'incident.refusedText', Piece>(
        unreadable ? 'incident.refusedText' : 'incident.refused',
        { when: timePiece(reader, refused.since) },
      ),
      ...refused.refusals.flatMap((one) => [' ', ...refusalText(reader, one)]),
    ]);
  if (gone !== null) notices.push(reader.rich('incident.gone', { when: timePiece(reader, gone) }));
  return notices;
}

/** Notes that were never accepted: that they are there is said, not their words. */
export function refusedNotes(
  reader: Reader,
  { refused }: NotesPublication,
): { readonly title: string; readonly entries: readonly (readonly Segment[])[] } | null {
  if (refused.length === 0) return null;
  return {
    title: reader.t('incidents.refused', { count: refused.length, n: reader.format.count(refused.length) }),
    entries: refused.map(({ file, since, refusals }) => [
      ...reader.rich<'incidents.refusedNote', Piece>('incidents.refusedNote', {
        file: foreignPiece(reader, file),
        when: timePiece(reader, since),
      }),
      ...refusals.flatMap((one) => [' ', ...refusalText(reader, one)]),
    ]),
  };
}

/** Which rule, in the reader's language, and where; never what the refused text says: it is not published. */
function refusalText({ t, language, format }: Reader, { rule, line }: Refusal): Segment[] {
  const demand = demandOf(rule)?.[language];
  const where = format.count(line);
  return [
    demand === undefined
      ? t('incident.refusalOther', { line: where, rule })
      : t('incident.refusal', { line: where, demand }),
  ];
}
