import type { Incident } from './incident.ts';
import { compareInstants } from './instant.ts';
import type { Maintenance } from './maintenance.ts';
import { type NoteKind, noteWith, readNoteFile } from './note-file.ts';
import { type NotesRecord, updateId, WORDS_OF_FACTS } from './note-record.ts';
import type { AcceptedNote, NotesManifest, RefusedNote } from './notes-manifest.ts';
import type { NotesPublication, PublishedNote } from './notes-publication.ts';
import type { RowRecord, SealedWords } from './record.ts';

/** What the files of `generated/notes` say. */
export interface NotesContent {
  readonly manifest: NotesManifest;
  readonly accepted: readonly AcceptedNote[];
  readonly record: NotesRecord;
  /** By digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/**
 * Everything that was published of notes, from the accepted copies and the record alone.
 *
 * @throws Error that names a note which can not be read, or of which the record does not know
 */
export function publishedNotes(content: NotesContent): NotesPublication {
  const { manifest, accepted } = content;
  const refused = new Map(manifest.refused.map((one) => [one.file, one]));
  const published = (kind: NoteKind) =>
    accepted
      .filter((copy) => copy.kind === kind)
      .map((copy) => publishedNote(copy, content, refused.get(copy.file)));
  const known = new Set(accepted.map(({ file }) => file));
  return {
    observed_at: manifest.observed_at,
    demo: manifest.demo,
    incidents: (published('incident') as PublishedNote<Incident>[]).toSorted((a, b) =>
      compareInstants(b.note.started, a.note.started),
    ),
    maintenance: (published('maintenance') as PublishedNote<Maintenance>[]).toSorted((a, b) =>
      compareInstants(a.note.starts, b.note.starts),
    ),
    refused: manifest.refused
      .filter(({ file }) => !known.has(file))
      .map(({ file, since, refusals }) => ({ file, since, refusals })),
  };
}

/** One of them. */
export function publishedNote(
  copy: AcceptedNote,
  { record, words }: Pick<NotesContent, 'record' | 'words'>,
  refusal: RefusedNote | undefined,
): PublishedNote<Incident | Maintenance> {
  const note = acceptedNote(copy);
  const row = record.get(copy.kind)?.get(note.slug);
  if (row === undefined) throw new Error(`the record does not know the published note ${copy.file}`);
  const updates = record.get(`${copy.kind}-update`);
  const posted = note.updates.map(({ number }) => {
    const update = updates?.get(updateId(note.slug, number));
    if (update === undefined)
      throw new Error(`the record does not know update ${number} of the published note ${copy.file}`);
    return [number, update.first_seen] as const;
  });
  return {
    note,
    images: copy.images ?? [],
    posted_at: row.first_seen,
    updates_posted: new Map(posted),
    changes: changesOf(row, words),
    refused: refusal === undefined ? null : { since: refusal.since, refusals: refusal.refusals },
    gone: row.gone,
  };
}

/** The note in an accepted copy. */
export function acceptedNote({ kind, file, text, impact }: AcceptedNote): Incident | Maintenance {
  const note = noteWith(readNoteFile(kind, file, new TextEncoder().encode(text)), impact);
  if (note === null) throw new Error(`the accepted copy of ${file} can not be read`);
  return note;
}

/** One entry for each fact that changed. Words that had to go by law are told as their hash. */
function changesOf(row: RowRecord, words: NotesContent['words']): PublishedNote<Incident>['changes'] {
  const told = (field: string, value: string | undefined) => {
    if (value === undefined) return null;
    return WORDS_OF_FACTS.includes(field) ? (words.get(value)?.text ?? value) : value;
  };
  return row.changes.flatMap(({ seen_at, before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
      seen_at,
      field,
      before: told(field, before[field]),
      after: told(field, after[field]),
    })),
  );
}
