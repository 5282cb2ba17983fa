import type { NoteFile } from '../model/note-file.ts';
import { type PublicText, updateTexts } from './public-text.ts';

/**
 * All words of a note that the public will read: every text of its facts as it was written, also where others can
 * not be read, and every update.
 */
export function noteTexts(note: NoteFile): PublicText[] {
  return [...factTexts(note), ...updateTexts(note)];
}

/** Every text of the facts; one that is not said twice, such as what proves a change, is the same in both languages. */
export function factTexts({ written, whereIs }: Pick<NoteFile, 'written' | 'whereIs'>): PublicText[] {
  return written.map(({ path, text }) => ({
    language: path.at(-1) === 'id' ? 'id' : 'en',
    text,
    at: () => whereIs(path),
  }));
}
