import { join } from 'node:path';
import { sha256Hex } from '../domain/canonical.ts';
import { noteEntrySchema } from '../domain/note-record.ts';
import { acceptedNoteSchema, notesManifestSchema } from '../domain/notes-manifest.ts';
import { NO_NOTES, type NotesPublication } from '../domain/notes-publication.ts';
import { publishedNotes } from '../domain/published-notes.ts';
import { playRecord, sealedWordsSchema } from '../domain/record.ts';
import { CONTENT, manifestText, parse, rowsOf } from './files.ts';

const FOLDER = join(CONTENT, 'generated', 'notes');

let known: { readonly key: string; readonly notes: NotesPublication } | undefined;

/** The notes as they were accepted, read and checked once for as long as their manifest stays the same. */
export function notes(): NotesPublication {
  const text = manifestText(FOLDER);
  const key = sha256Hex(text);
  if (known?.key !== key) known = { key, notes: text === '' ? NO_NOTES : read(text) };
  return known.notes;
}

function read(text: string): NotesPublication {
  const manifest = parse(notesManifestSchema, JSON.parse(text), join(FOLDER, 'manifest.json'));
  const words = manifest.record.words.flatMap((file) => rowsOf(FOLDER, file, sealedWordsSchema));
  return publishedNotes({
    manifest,
    accepted: manifest.accepted.flatMap((file) => rowsOf(FOLDER, file, acceptedNoteSchema)),
    record: playRecord(manifest.record.entries.flatMap((file) => rowsOf(FOLDER, file, noteEntrySchema))),
    words: new Map(words.map((sealed) => [sealed.digest, sealed])),
  });
}
