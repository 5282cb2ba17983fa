import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '../../core/yaml.ts';
import type { System } from '../../systems/system.ts';
import { listSystems, readSystem, SystemFileError } from '../../systems/system-file.ts';
import { NOTE_FOLDERS, type NoteFile, type NoteKind, readNoteFile } from '../model/note-file.ts';
import { type Beside, imagesBeside } from './images.ts';

/** A note as it stands in the repository. */
export interface WrittenNote {
  readonly kind: NoteKind;
  /** Below `written/`, with a forward slash: `incidents/<slug>.md`. */
  readonly file: string;
  readonly note: NoteFile;
  /** Whether a path beside the note exists, such as `images/chart.png`. */
  readonly exists: (path: string) => boolean;
  readonly images: Beside;
}

const IMAGE = /\.(png|jpe?g|webp|avif|gif)$/;

/**
 * Every note below `written/`, by name. A file that only seems to be none (`note.md.txt`) is one too, so that it
 * is refused and not passed over; a README, hidden files and images are none.
 */
export async function writtenNotes(contentRoot: string): Promise<WrittenNote[]> {
  const notes: WrittenNote[] = [];
  for (const kind of ['incident', 'maintenance'] as const) {
    const folder = path.join(contentRoot, 'written', NOTE_FOLDERS[kind]);
    for (const name of await filesIn(folder)) {
      const at = path.join(folder, name);
      const note = readNoteFile(kind, at, await readFile(at));
      notes.push({
        kind,
        file: `${NOTE_FOLDERS[kind]}/${name}`,
        note,
        exists: (beside) => existsSync(path.join(folder, beside)),
        images: await imagesBeside(folder, note),
      });
    }
  }
  return notes;
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []; // Nobody has written any.
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !/^readme\.md$/iu.test(name) && !IMAGE.test(name))
    .toSorted();
}

/** What notes may name. A system whose file is wrong is left out and told of: the notes of the others go on. */
export interface Known {
  readonly systems: ReadonlyMap<string, System>;
  /** The ids of the playbooks, by system. */
  readonly playbooks: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly FileProblem[];
}

export async function readKnown(contentRoot: string): Promise<Known> {
  const systems = new Map<string, System>();
  const playbooks = new Map<string, string[]>();
  const problems: FileProblem[] = [];
  for (const id of await listSystems(contentRoot)) {
    try {
      systems.set(id, await readSystem(contentRoot, id));
    } catch (error) {
      if (!(error instanceof SystemFileError)) throw error;
      problems.push(...error.problems);
    }
    const folder = path.join(contentRoot, 'written', 'systems', id, 'playbooks');
    const names = existsSync(folder) ? await readdir(folder) : [];
    playbooks.set(
      id,
      names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length)),
    );
  }
  return { systems, playbooks, problems };
}
