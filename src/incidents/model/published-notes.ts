import { compareInstants } from '../../core/instant.ts';
import type { RowRecord, SealedWords } from '../../ledger/record.ts';
import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import { type NoteKind, noteWith, readNoteFile } from './note-file.ts';
import { type NotesRecord, updatesOf, WORDS_OF_FACTS } from './note-record.ts';
import type { AcceptedNote, NotesManifest, RefusedNote } from './notes-manifest.ts';
import type { NotesPublication, PublishedNote, Refusal } from './notes-publication.ts';
import { recordedNote } from './recorded-note.ts';
import { type SayTakenDown, withTakedowns } from './taken-down-note.ts';

/** What the files of `generated/notes` say. */
export interface NotesContent {
  readonly manifest: NotesManifest;
  readonly accepted: readonly AcceptedNote[];
  readonly record: NotesRecord;
  /** By digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/**
 * Everything that was published of notes, from the accepted copies and the record alone. A copy that can no longer
 * be read is told from the record; one of which that makes no note either is named among those that are not shown.
 * `say` tells what stands in the place of a text that was taken down.
 */
export function publishedNotes(content: NotesContent, say: SayTakenDown): NotesPublication {
  const { manifest, accepted } = content;
  const refused = new Map(manifest.refused.map((one) => [one.file, one]));
  const known = accepted.map((copy) => {
    const published = publishedNote(copy, content, refused.get(copy.file));
    return {
      copy,
      published:
        published === null ? null : { ...published, note: withTakedowns(published.note, content, say) },
    };
  });
  const published = (kind: NoteKind) =>
    known.flatMap((one) => (one.copy.kind === kind && one.published !== null ? [one.published] : []));
  const accepting = new Set(accepted.map(({ file }) => file));
  const lost = known.filter((one) => one.published === null).map(({ copy }) => copy.file);
  return {
    observed_at: manifest.observed_at,
    demo: manifest.demo,
    incidents: (published('incident') as PublishedNote<Incident>[]).toSorted((a, b) =>
      compareInstants(b.note.started, a.note.started),
    ),
    maintenance: (published('maintenance') as PublishedNote<Maintenance>[]).toSorted((a, b) =>
      compareInstants(a.note.starts, b.note.starts),
    ),
    refused: [
      ...manifest.refused
        .filter(({ file }) => !accepting.has(file))
        .map(({ file, since, refusals }) => ({ file, since, refusals })),
      ...lost.map((file) => ({ file, since: manifest.observed_at, refusals: [UNREADABLE] })),
    ],
  };
}

/** What was accepted of it can no longer be read, and the record does not hold it. */
const UNREADABLE: Refusal = { rule: 'form', line: 1, column: 1 };

/** One of them; null where neither its copy nor the record makes a note. */
export function publishedNote(
  copy: AcceptedNote,
  { record, words }: Pick<NotesContent, 'record' | 'words'>,
  refusal: RefusedNote | undefined,
): PublishedNote<Incident | Maintenance> | null {
  const accepted = acceptedNote(copy);
  const recorded = accepted === null ? recordedNote(copy.kind, slugOf(copy), { record, words }) : null;
  const note = accepted ?? recorded?.note ?? null;
  const row = record.get(copy.kind)?.get(slugOf(copy));
  if (note === null || row === undefined) return null;
  const updates = updatesOf(record, copy.kind, note.slug);
  const posted = new Map(updates.map(({ number, row: { first_seen } }) => [number, first_seen]));
  const late = new Map(
    updates.flatMap(({ number, row: { first_late } }) =>
      first_late === undefined ? [] : [[number, first_late] as const],
    ),
  );
  if (!note.updates.every(({ number }) => posted.has(number))) return null;
  return {
    note,
    images: copy.images ?? [],
    posted_at: row.first_seen,
    updates_posted: posted,
    ...(row.first_late === undefined && late.size === 0
      ? {}
      : { late: { note: row.first_late ?? null, updates: late } }),
    changes: changesOf(row, words),
    refused: refusal === undefined ? null : { since: refusal.since, refusals: refusal.refusals },
    ...(recorded === null ? {} : { unreadable: recorded.left_out }),
    gone: row.gone,
  };
}

/** The note in an accepted copy; null where it can no longer be read as one. */
export function acceptedNote({ kind, file, text, impact }: AcceptedNote): Incident | Maintenance | null {
  return noteWith(readNoteFile(kind, file, new TextEncoder().encode(text)), impact);
}

/** The name that a note has in the record and on the site. */
export function slugOf({ file }: Pick<AcceptedNote, 'file'>): string {
  return file.replace(/^.*\//, '').replace(/\.md$/, '');
}

/** One entry for each fact that changed. Words that had to go by law are told as their hash. */
function changesOf(row: RowRecord, words: NotesContent['words']): PublishedNote<Incident>['changes'] {
  const told = (field: string, value: string | undefined) => {
    if (value === undefined) return null;
    return WORDS_OF_FACTS.includes(field) ? (words.get(value)?.text ?? value) : value;
  };
  return row.changes.flatMap(({ seen_at, before, after, late }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => ({
      seen_at,
      field,
      before: told(field, before[field]),
      after: told(field, after[field]),
      ...(late === undefined ? {} : { late }),
    })),
  );
}
