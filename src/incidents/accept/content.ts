import { playRecord, sealedWordsSchema } from '../../ledger/record.ts';
import {
  MANIFEST_FILE,
  readLines,
  readManifestText,
  readUnaltered,
  restoring,
} from '../../store/content-file.ts';
import { assertNothingPublished } from '../../store/first-run.ts';
import { AlteredFileError, type ContentFile } from '../../store/unaltered.ts';
import { noteEntrySchema } from '../model/note-record.ts';
import {
  type AcceptedNote,
  acceptedNoteSchema,
  imageFileOf,
  type NotesManifest,
  notesManifestSchema,
} from '../model/notes-manifest.ts';
import type { NotesContent } from '../model/published-notes.ts';

/** The folders that a run writes to, and cleans of what no manifest names. */
export const FOLDERS: readonly string[] = ['accepted', 'images', 'record', 'words'];

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
  const each = async <File>(some: readonly File[], read: (file: File) => Promise<unknown>) => {
    for (const file of some)
      await read(file).catch((error) => {
        if (!(error instanceof AlteredFileError)) throw error;
        problems.push(error.message);
      });
    if (problems.length > 0) throw new AlteredFileError(problems.join('\n'));
  };
  await each(filesOf(manifest), async (file) => files.set(file.path, await readLines(root, file)));
  const lines = (file: ContentFile) => files.get(file.path) ?? [];
  const accepted = manifest.accepted.flatMap(lines).map((line) => acceptedNoteSchema.parse(line));
  await each(imageFilesOf(accepted), (file) => readUnaltered(root, file));
  const words = manifest.record.words.flatMap(lines).map((line) => sealedWordsSchema.parse(line));
  return {
    manifest,
    manifestText,
    lines,
    accepted,
    record: playRecord(manifest.record.entries.flatMap(lines).map((line) => noteEntrySchema.parse(line))),
    words: new Map(words.map((line) => [line.digest, line])),
  };
}

/** Every file of lines that a manifest vouches for. */
export function filesOf({ accepted, record }: NotesManifest): ContentFile[] {
  return [...accepted, ...record.entries, ...record.words];
}

/** And every image, for which the accepted notes vouch. */
export function imageFilesOf(accepted: readonly AcceptedNote[]): ReturnType<typeof imageFileOf>[] {
  return accepted.flatMap(({ images = [] }) => images.map(imageFileOf));
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
