import type { Incident } from '../../../incidents/model/incident.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { isNoteRule } from '../../../incidents/model/note-rules.ts';
import type { NotesPublication, PublishedNote, Refusal } from '../../../incidents/model/notes-publication.ts';
import type { WordedFact } from '../../../incidents/model/recorded-note.ts';
import type { Reader } from '../../../words/reader.ts';
import { foreignPiece, type Piece, type Segment, timePiece } from '../segment.ts';
import { withdrawnAt } from './incident-rows.ts';

/** What was withdrawn, what was refused, and what is missing, said beside the note that stands. */
export function noteNotices(
  reader: Reader,
  published: PublishedNote<Incident> | PublishedNote<Maintenance>,
): Segment[][] {
  const notices: Segment[][] = [];
  const { refused, unreadable, gone } = published;
  const withdrawn = withdrawnAt(published);
  if (withdrawn !== null)
    notices.push(
      reader.rich<'incident.withdrawn', Piece>('incident.withdrawn', {
        when: timePiece(reader, withdrawn),
        by: published.note.withdrawn_by?.[reader.language] ?? reader.t('word.unknown'),
      }),
    );
  if (unreadable !== undefined) notices.push([unreadableText(reader, unreadable)]);
  if (refused !== null)
    notices.push([
      ...reader.rich<'incident.refused' | 'incident.refusedText', Piece>(
        unreadable !== undefined ? 'incident.refusedText' : 'incident.refused',
        { when: timePiece(reader, refused.since) },
      ),
      ...refusalTexts(reader, refused.refusals).flatMap((text) => [' ', text]),
    ]);
  if (gone !== null) notices.push(reader.rich('incident.gone', { when: timePiece(reader, gone) }));
  return notices;
}

/** That a text can no longer be read, and what the record does not give either. */
function unreadableText({ t, format }: Reader, left: readonly WordedFact[]): string {
  const facts = format.list(left.map((field) => t(`fact.${field}`)));
  return [t('incident.unreadable'), ...(left.length === 0 ? [] : [t('incident.leftOut', { facts })])].join(
    ' ',
  );
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
      ...refusalTexts(reader, refusals).flatMap((text) => [' ', text]),
    ]),
  };
}

/** Each rule once, in the reader's language, and on which lines; never what the refused text says: it is not published. */
function refusalTexts({ t, format }: Reader, refusals: readonly Refusal[]): string[] {
  return [...Map.groupBy(refusals, ({ rule }) => rule)].map(([rule, broken]) => {
    const lines = [...new Set(broken.map(({ line }) => line))].toSorted((a, b) => a - b);
    const where = { count: lines.length, lines: format.list(lines.map((line) => format.count(line))) };
    return isNoteRule(rule)
      ? t('incident.refusal', { ...where, demand: t(`rule.${rule}`) })
      : t('incident.refusalOther', { ...where, rule });
  });
}
