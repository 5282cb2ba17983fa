import { isoInstantSchema } from '../../../core/instant.ts';
import type { FactCorrection } from '../../../incidents/model/note.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { lateRemark } from '../late.ts';
import { foreignPiece, type Piece, type Segment, timePiece } from '../segment.ts';

/** Facts that were published otherwise before: both values, when it was seen, and the reason that people gave. */
export interface NoteChange {
  readonly what: readonly Segment[];
  readonly why: string;
}

/** Facts that have a name in words. */
const FACTS = [
  'started',
  'resolved',
  'title.en',
  'title.id',
  'components',
  'severity',
  'impact',
  'system',
  'playbook',
  'starts',
  'lasts',
  'recurs',
  'cancelled',
] as const;
const isFact = (field: string): field is (typeof FACTS)[number] => FACTS.some((fact) => fact === field);

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
): NoteChange[] {
  const told = changes.filter(({ field, before }) => !PROGRESS.includes(field) && before !== null);
  const value = (text: string | null): string | Piece =>
    text === null || text === ''
      ? reader.t('incident.empty')
      : isoInstantSchema.safeParse(text).success
        ? timePiece(reader, text)
        : foreignPiece(reader, text);
  return told.map(({ field, before, after, seen_at, late }) => {
    const correction = note.corrections.findLast((one) => one.field === field);
    return {
      what: [
        ...reader.rich<'incident.change', Piece>('incident.change', {
          field: isFact(field) ? reader.t(`fact.${field}`) : field,
          before: value(before),
          after: value(after),
          when: timePiece(reader, seen_at),
        }),
        ...lateRemark(reader, late),
      ],
      why:
        correction === undefined
          ? reader.t('incident.noReason')
          : reader.t('incident.reason', { reason: correction.reason[reader.language] }),
    };
  });
}
