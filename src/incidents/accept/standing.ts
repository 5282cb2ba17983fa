import { randomBytes } from 'node:crypto';
import type { IsoInstant } from '../../core/instant.ts';
import { observeRows } from '../../ledger/observation.ts';
import { type KeptNote, rowsOfNotes, type StandingNote } from '../model/note-record.ts';
import type { AcceptedNote } from '../model/notes-manifest.ts';
import type { NotesBefore } from './content.ts';

/** A note that stands as it was accepted, now or before. */
export interface Standing extends StandingNote {
  readonly copy: AcceptedNote;
}
/** One whose accepted copy can no longer be read. */
export interface Kept extends KeptNote {
  readonly copy: AcceptedNote;
}

export function standingNote(copy: AcceptedNote, there: boolean, note: StandingNote['note']): Standing {
  return { copy, note, images: copy.images ?? [], there };
}

/** What a run sees of the notes that it did not know before: entries of the record, and their sealed words. */
export function observeAll(
  { record, words }: Pick<NotesBefore, 'record' | 'words'>,
  standing: readonly Standing[],
  kept: readonly KeptNote[],
  now: IsoInstant,
) {
  const observer = { seenAt: now, words, newSalt: () => randomBytes(16).toString('hex') };
  const observations = (['incident', 'maintenance'] as const).flatMap((kind) =>
    rowsOfNotes(
      kind,
      standing.filter(({ copy }) => copy.kind === kind),
      kept.filter((one) => one.kind === kind),
      record,
    ).map((rows) => observeRows(rows, record.get(rows.dataset), observer)),
  );
  return {
    entries: observations.flatMap(({ entries }) => entries),
    words: observations.flatMap((one) => one.words),
  };
}
