import type { IsoInstant } from '../../core/instant.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { allAnew, append, publish } from '../../store/publish.ts';
import type { NoteEntry } from '../model/note-record.ts';
import { ACCEPTED, NOTES_RECORD, NOTES_WORDS } from '../model/notes-folder.ts';
import type { AcceptedNote, NotesManifest, RefusedNote } from '../model/notes-manifest.ts';
import type { NotesBefore } from './content.ts';

/** What is to be published from now on. */
export interface NotesOutcome {
  readonly now: IsoInstant;
  readonly demo: boolean;
  readonly accepted: readonly AcceptedNote[];
  /** The images that are new, by where they are kept below the root: each is named by its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly refused: readonly RefusedNote[];
  readonly entries: readonly NoteEntry[];
  readonly words: readonly SealedWords[];
}

/** Makes what a run accepted the notes that are published. */
export async function publishNotes(
  { published }: NotesBefore,
  { now, demo, accepted, files, refused, entries, words }: NotesOutcome,
): Promise<NotesManifest> {
  const copies = allAnew(ACCEPTED, accepted, now);
  const record = append(published, NOTES_RECORD, entries, now);
  const sealed = append(published, NOTES_WORDS, words, now);
  const manifest: NotesManifest = {
    format: 'terang/notes/1',
    demo,
    observed_at: now,
    accepted: [...copies.files],
    refused: [...refused],
    record: { entries: [...record.files], words: [...sealed.files] },
  };
  const images = [...files].map(([path, text]) => ({ file: { path }, text }));
  const written = [...copies.written, ...images, ...record.written, ...sealed.written];
  return publish(published, manifest, written, now);
}
