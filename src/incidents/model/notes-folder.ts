import { type IsoInstant, monthOf } from '../../core/instant.ts';
import { playRecord, type SealedWords, type SeenEntry, sealedWordsSchema } from '../../ledger/record.ts';
import { isTakenDown } from '../../ledger/snapshot-folder.ts';
import { TAKEN_DOWN } from '../../ledger/takedown.ts';
import { entryId } from '../../log/entry.ts';
import type { ContentFolder, RowsOf, Series } from '../../store/content-folder.ts';
import { NOTE_SERIES, type NoteEntry, type NoteSeries, noteEntrySchema } from './note-record.ts';
import {
  type AcceptedNote,
  acceptedNoteSchema,
  imageFileOf,
  type NotesManifest,
  notesManifestSchema,
} from './notes-manifest.ts';
import { acceptedNote, type NotesContent, slugOf } from './published-notes.ts';
import { withoutText } from './taken-down-note.ts';

const ofThisMonth = (_: unknown, now: IsoInstant) => monthOf(now);

/** What was posted, changed or taken out: facts and updates. */
export const NOTES_RECORD: Series<NotesManifest, NoteEntry> = {
  name: 'record',
  row: noteEntrySchema,
  files: ({ record }) => record.entries,
  stem: ofThisMonth,
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: NOTE_SERIES,
    of: ({ dataset, id }) => ({ kind: dataset, id: entryId(...id.split('/')) }),
    at: ({ seen_at }) => seen_at,
  },
};

/** The words that entries hold as hashes. */
export const NOTES_WORDS: Series<NotesManifest, SealedWords> = {
  name: 'words',
  row: sealedWordsSchema,
  files: ({ record }) => record.words,
  stem: ofThisMonth,
  kept: { rule: 'every-line', within: 'series', same: isTakenDown },
  entered: { because: 'what is entered holds the digest of each, and a text may have to go' },
};

/** The notes as they were accepted last, by the month in their names: one of a month long past is not written again. */
export const ACCEPTED: Series<NotesManifest, AcceptedNote> = {
  name: 'accepted',
  row: acceptedNoteSchema,
  files: ({ accepted }) => accepted,
  stem: (note) => /^\d{4}-\d{2}(?=-\d{2}-)/.exec(slugOf(note))?.[0] ?? 'undated',
  kept: {
    rule: 'every-row',
    id: ({ file }) => file,
    isTold: async (was, is, change) => {
      if (is === null) return false;
      const slug = slugOf(was);
      const isOfNote = ({ id }: NoteEntry) => id === slug || id.startsWith(`${slug}/`);
      return saysTheSame(was, is) || (await change.added(NOTES_RECORD)).some(isOfNote);
    },
  },
  entered: { because: 'they are what the lines of the record come to' },
};

/**
 * Whether two copies are of the same note: its file may be written otherwise, and the text of an update may have gone with
 * the images that it shows. That it was taken down, the fold of the log knows.
 */
function saysTheSame(was: AcceptedNote, is: AcceptedNote): boolean {
  const gone = new Set(
    acceptedNote(is)?.updates.flatMap(({ number, text }) =>
      text.en === TAKEN_DOWN.en && text.id === TAKEN_DOWN.id ? [number] : [],
    ),
  );
  const before = [...gone].reduce((copy, number) => withoutText(copy, number) ?? copy, was);
  const said = (copy: AcceptedNote) => JSON.stringify([acceptedNote(copy), copy.images ?? []]);
  return acceptedNote(was) !== null && said(before) === said(is);
}

/** `generated/notes`: what was published of incidents and maintenance. */
export const NOTES: ContentFolder<NotesManifest> = {
  name: 'notes',
  manifest: notesManifestSchema,
  series: [ACCEPTED, NOTES_RECORD, NOTES_WORDS],
  attachments: {
    name: 'images',
    of: (rows) => rows(ACCEPTED).flatMap(({ images = [] }) => images.map(imageFileOf)),
  },
  isDemo: ({ demo }) => demo,
};

/** The notes, the record and the words behind it; the record as its entries stand, or of the times that a log vouches for. */
export function notesIn(
  rows: RowsOf<NotesManifest>,
  entries: readonly SeenEntry<NoteSeries>[] = rows(NOTES_RECORD),
): Omit<NotesContent, 'manifest'> {
  return {
    accepted: rows(ACCEPTED),
    record: playRecord(entries),
    words: new Map(rows(NOTES_WORDS).map((line) => [line.digest, line])),
  };
}
