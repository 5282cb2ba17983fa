import { canonicalJson, type Json } from '../../core/canonical.ts';
import type { ObservedRows } from '../../ledger/observation.ts';
import { type RecordEntry, type RecordOf, type RowRecord, recordEntryOf } from '../../ledger/record.ts';
import { parseMarkdown } from '../note/markdown.ts';
import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import type { Words } from './note.ts';
import type { NoteKind } from './note-file.ts';
import { imagesIn, type NoteImage } from './note-image.ts';

/** What the record of notes tells of: the facts of each note by its slug, and each update as `<slug>/<number>`. */
export const NOTE_SERIES = ['incident', 'incident-update', 'maintenance', 'maintenance-update'] as const;
export type NoteSeries = (typeof NOTE_SERIES)[number];

export const noteEntrySchema = recordEntryOf(NOTE_SERIES);
export type NoteEntry = RecordEntry<NoteSeries>;
export type NotesRecord = RecordOf<NoteSeries>;

/** The facts that hold words of people: in the record as salted hashes. */
export const WORDS_OF_FACTS: readonly string[] = [
  'title.en',
  'title.id',
  'corrections',
  'checklist',
  'late_reason',
  'withdrawn_by',
];
const WORDS_OF_UPDATES: readonly string[] = ['en', 'id', 'images'];

/** Whether a field of an entry holds the digest of words of people. */
export function isWordOfNote(series: NoteSeries, field: string): boolean {
  return (series.endsWith('-update') ? WORDS_OF_UPDATES : WORDS_OF_FACTS).includes(field);
}

/** A note that stands, and whether its file is still there. */
export interface StandingNote {
  readonly note: Incident | Maintenance;
  /** As they were accepted. */
  readonly images: readonly NoteImage[];
  readonly there: boolean;
}

/** A published note whose copy can no longer be read: of it nothing new is seen, but that its file is there. */
export interface KeptNote {
  readonly kind: NoteKind;
  readonly slug: string;
  readonly there: boolean;
}

/** The notes of one kind as rows of the record: facts first. Of a note that is gone the updates stay. */
export function rowsOfNotes(
  kind: NoteKind,
  notes: readonly StandingNote[],
  kept: readonly KeptNote[],
  record: NotesRecord,
): ObservedRows<NoteSeries>[] {
  const updates = notes.flatMap(({ note, images }) =>
    note.updates.map(({ number, status, at, text }) => ({
      id: updateId(note.slug, number),
      fields: { status, at, ...text, images: imagesOf(text, images) },
    })),
  );
  const there = notes.filter((one) => one.there).map(({ note }) => note);
  return [
    {
      dataset: kind,
      rows: there.map((note) => ({ id: note.slug, fields: factsOf(note) })),
      words: WORDS_OF_FACTS,
      present: new Set([...there, ...kept.filter((one) => one.there)].map(({ slug }) => slug)),
    },
    {
      dataset: `${kind}-update`,
      rows: updates,
      words: WORDS_OF_UPDATES,
      present: new Set([
        ...updates.map(({ id }) => id),
        ...kept.flatMap(({ slug }) =>
          updatesOf(record, kind, slug).map(({ number }) => updateId(slug, number)),
        ),
      ]),
    },
  ];
}

/** What the record has of the updates of a note, by their number. */
export function updatesOf(
  record: NotesRecord,
  kind: NoteKind,
  slug: string,
): { readonly number: number; readonly row: RowRecord }[] {
  const rows: { number: number; row: RowRecord }[] = [];
  const known = record.get(`${kind}-update`);
  for (let number = 1; ; number++) {
    const row = known?.get(updateId(slug, number));
    if (row === undefined) return rows;
    rows.push({ number, row });
  }
}

/** By what the record names an update. */
export function updateId(slug: string, number: number): string {
  return `${slug}/${number}`;
}

/** The images that an update shows, each path with the SHA-256 of its bytes; null where it shows none. */
function imagesOf(text: Words, accepted: readonly NoteImage[]): string | null {
  if (accepted.length === 0) return null;
  const paths = new Set(
    Object.values(text).flatMap((words) => imagesIn(parseMarkdown(words, false)).map(({ path }) => path)),
  );
  const shown = accepted.filter(({ path }) => paths.has(path));
  if (shown.length === 0) return null;
  return canonicalJson(Object.fromEntries(shown.map(({ path, sha256 }) => [path, sha256])));
}

/** The front matter as text; null where a fact is not stated. */
function factsOf(note: Incident | Maintenance): Record<string, string | null> {
  const list = (items: readonly string[]) => (items.length === 0 ? null : items.join(', '));
  const json = (value: unknown) => (value === null ? null : canonicalJson(value as Json));
  const common = {
    'title.en': note.title.en,
    'title.id': note.title.id,
    system: note.system,
    components: list(note.components),
    corrections: note.corrections.length === 0 ? null : json(note.corrections),
    late_reason: json(note.late_reason),
    withdrawn_by: json(note.withdrawn_by),
  };
  if (note.kind === 'maintenance') {
    const { starts, lasts, recurs, cancelled } = note;
    const rule = recurs === null ? null : `${recurs.rule} ${recurs.zone}`;
    return { ...common, starts, lasts, recurs: rule, cancelled: list(cancelled) };
  }
  const { severity, impact, playbook, started, resolved, next_update_by, checklist } = note;
  return {
    ...common,
    severity,
    impact,
    playbook,
    started,
    resolved,
    next_update_by,
    checklist: json(checklist),
  };
}
