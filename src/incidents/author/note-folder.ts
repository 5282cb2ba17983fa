import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { writeAtomically } from '../../store/atomic-file.ts';
import { NOTE_FOLDERS, type NoteKind } from '../model/note-file.ts';
import type { Say } from './say.ts';

/** Where people's notes of one kind stand. */
export function noteFolder(contentRoot: string, kind: NoteKind): string {
  return path.join(contentRoot, 'written', NOTE_FOLDERS[kind]);
}

/** The slugs of the notes in a folder, in order; none where there is no such folder. */
export async function slugsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // No note was ever written.
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .toSorted();
}

/** @throws ExpectedError when there is no such note, with those there are */
export async function readNoteBytes(
  folder: string,
  slug: string,
  say: Say,
): Promise<{ file: string; bytes: Buffer }> {
  const name = path.basename(slug, '.md');
  const file = path.join(folder, `${name}.md`);
  try {
    return { file, bytes: await readFile(file) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const known = (await slugsIn(folder)).slice(-5).join(', ') || say('author.note.none-yet');
    throw new ExpectedError([
      `${say('author.note.none', { slug: name })}${say('author.answer.newest', { known })}`,
    ]);
  }
}

/** Writes a note that is new. @throws ExpectedError when the file is there already: nothing is overwritten */
export async function writeNew(file: string, text: string, say: Say): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ExpectedError([say('author.note.there', { file })]);
  }
}

/** Replaces a note as a whole, unless somebody changed it since it was read. */
export async function rewrite(file: string, before: Buffer, text: string, say: Say): Promise<void> {
  if (!(await readFile(file)).equals(before)) throw new ExpectedError([say('author.note.changed', { file })]);
  await writeAtomically(file, text);
}
