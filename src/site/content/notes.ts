import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../core/canonical.ts';
import { imageFileName, type NoteImage } from '../../incidents/model/note-image.ts';
import { noteEntrySchema } from '../../incidents/model/note-record.ts';
import {
  acceptedNoteSchema,
  imageFileOf,
  notesManifestSchema,
} from '../../incidents/model/notes-manifest.ts';
import { NO_NOTES, type NotesPublication } from '../../incidents/model/notes-publication.ts';
import { publishedNotes } from '../../incidents/model/published-notes.ts';
import { playRecord, sealedWordsSchema } from '../../ledger/record.ts';
import { bytesOf, CONTENT, manifestText, parse, rowsOf } from './files.ts';

const FOLDER = join(CONTENT, 'generated', 'notes');

let known: { readonly key: string; readonly notes: NotesPublication } | undefined;

/**
 * The notes as they were accepted last, read and checked once for as long as the manifest stays the same. Throws
 * an Error that names the file when one differs from its manifest or holds a line that is not valid.
 */
export function notes(): NotesPublication {
  const text = manifestText(FOLDER);
  if (text === '') assertNoneAccepted();
  const key = sha256Hex(text);
  if (known?.key !== key) known = { key, notes: text === '' ? NO_NOTES : read(text) };
  return known.notes;
}

/** An image as it is served: its name below `/media/`, and its bytes. */
export function noteImages(): {
  readonly name: string;
  readonly type: NoteImage['type'];
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}[] {
  const { incidents, maintenance } = notes();
  const images = [...incidents, ...maintenance].flatMap((published) => published.images);
  const byName = new Map(images.map((image) => [imageFileName(image), image]));
  return [...byName].map(([name, image]) => ({
    name,
    type: image.type,
    bytes: () => new Uint8Array(bytesOf(FOLDER, imageFileOf(image))),
  }));
}

/** A site that tells of no incident must not come of a manifest that was lost. */
function assertNoneAccepted(): void {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }) : [];
  if (!files.some((file) => file.endsWith('.jsonl'))) return;
  const path = join(FOLDER, 'manifest.json');
  throw new Error(
    `${path} is missing, but files it vouched for are there. Restore it with "git checkout -- ${path}".`,
  );
}

function read(text: string): NotesPublication {
  const manifest = parse(notesManifestSchema, JSON.parse(text), join(FOLDER, 'manifest.json'));
  const entries = manifest.record.entries.flatMap((file) => rowsOf(FOLDER, file, noteEntrySchema));
  const words = manifest.record.words.flatMap((file) => rowsOf(FOLDER, file, sealedWordsSchema));
  const accepted = manifest.accepted.flatMap((file) => rowsOf(FOLDER, file, acceptedNoteSchema));
  for (const { images = [] } of accepted) for (const image of images) bytesOf(FOLDER, imageFileOf(image));
  return publishedNotes({
    manifest,
    accepted,
    record: playRecord(entries),
    words: new Map(words.map((sealed) => [sealed.digest, sealed])),
  });
}
