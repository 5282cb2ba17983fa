import { assertWhole, openFolder, type Published } from '../../store/published.ts';
import { NOTES, notesIn } from '../model/notes-folder.ts';
import type { NotesManifest } from '../model/notes-manifest.ts';
import type { NotesContent } from '../model/published-notes.ts';

/** What `generated/notes` says before a run. */
export interface NotesBefore extends Omit<NotesContent, 'manifest'> {
  readonly published: Published<NotesManifest>;
  /** Null before the first run. */
  readonly manifest: NotesManifest | null;
}

/**
 * Reads everything the manifest names, after each file was held against the hash it has there.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export async function readNotes(root: string): Promise<NotesBefore> {
  const published = openFolder(root, NOTES);
  assertWhole(published);
  return { published, manifest: published.manifest, ...notesIn(published.rows) };
}
