import type { FactCorrection } from '../../domain/note.ts';
import type { PublishedNote } from '../../domain/notes-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
import { foreignPiece, type Piece, type Segment, timePiece } from '../segment.ts';

/** Facts that were published otherwise before: both values, when it was seen, and the reason that people gave. */
export interface NoteChanges {
  readonly title: string;
  readonly entries: readonly { readonly what: readonly Segment[]; readonly why: string }[];
}

/** What an incident gains as it goes on is no change of what was said before. */
const PROGRESS = ['next_update_by', 'corrections', 'checklist'];

export function noteChanges(
  reader: Reader,
  {
    changes,
    note,
  }: Pick<PublishedNote<never>, 'changes'> & {
    readonly note: { readonly corrections: readonly FactCorrection[] };
  },
): NoteChanges | null {
  const told = changes.filter(({ field, before }) => !PROGRESS.includes(field) && before !== null);
  if (told.length === 0) return null;
  const value = (text: string | null): string | Piece =>
    text === null ? reader.t('incident.empty') : foreignPiece(reader, text);
  return {
    title: reader.t('incident.changes'),
    entries: told.map(({ field, before, after, seen_at }) => {
      const correction = note.corrections.findLast((one) => one.field === field);
      return {
        what: reader.rich<'incident.change', Piece>('incident.change', {
          field,
          before: value(before),
          after: value(after),
          when: timePiece(reader, seen_at),
        }),
        why:
          correction === undefined
            ? reader.t('incident.noReason')
            : reader.t('incident.reason', { reason: correction.reason[reader.language] }),
      };
    }),
  };
}
