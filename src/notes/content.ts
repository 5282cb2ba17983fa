import { AlteredFileError, type ContentFile } from '../domain/manifest.ts';
import { noteEntrySchema } from '../domain/note-record.ts';
import { acceptedNoteSchema, type NotesManifest, notesManifestSchema } from '../domain/notes-manifest.ts';
import type { NotesContent } from '../domain/published-notes.ts';
import { playRecord, sealedWordsSchema } from '../domain/record.ts';
import { MANIFEST_FILE, readLines, readManifestText, restoring } from '../store/content-file.ts';
import { assertNothingPublished } from '../store/first-run.ts';

/** The folders that a run writes to, and cleans of what no manifest names. */
export const FOLDERS: readonly string[] = ['accepted', 'record', 'words'];

/** What `generated/notes` says before a run. */
export interface NotesBefore extends Omit<NotesContent, 'manifest'> {
  /** Null before the first run. */
  readonly manifest: NotesManifest | null;
  /** The bytes of the manifest as they were read. */
  readonly manifestText: string | null;
  /** The parsed lines of a file that the manifest names. */
  readonly lines: (file: ContentFile) => readonly unknown[];
}

/**
 * Reads everything the manifest names, and checks each file against the hash it has there.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export async function readNotes(root: string): Promise<NotesBefore> {
  const manifestText = await readManifestText(root);
  if (manifestText === null) {
    await assertNothingPublished(root, FOLDERS);
    const nothing = { accepted: [], record: new Map(), words: new Map(), lines: () => [] };
    return { manifest: null, manifestText, ...nothing };
  }
  const manifest = parseManifest(root, manifestText);
  const files = new Map<string, unknown[]>();
  const problems: string[] = [];
  for (const file of filesOf(manifest)) {
    try {
      files.set(file.path, await readLines(root, file));
    } catch (error) {
      if (!(error instanceof AlteredFileError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new AlteredFileError(problems.join('\n'));
  const lines = (file: ContentFile) => files.get(file.path) ?? [];
  const words = manifest.record.words.flatMap(lines).map((line) => sealedWordsSchema.parse(line));
  return {
    manifest,
    manifestText,
    lines,
    accepted: manifest.accepted.flatMap(lines).map((line) => acceptedNoteSchema.parse(line)),
    record: playRecord(manifest.record.entries.flatMap(lines).map((line) => noteEntrySchema.parse(line))),
    words: new Map(words.map((line) => [line.digest, line])),
  };
}

/** Every file that a manifest vouches for. */
export function filesOf({ accepted, record }: NotesManifest): ContentFile[] {
  return [...accepted, ...record.entries, ...record.words];
}

function parseManifest(root: string, text: string): NotesManifest {
  try {
    return notesManifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AlteredFileError(`${MANIFEST_FILE} is not a manifest. ${restoring(root, MANIFEST_FILE)}`, {
      cause,
    });
  }
}
