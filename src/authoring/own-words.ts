import type { HeadingStatus } from '../domain/note/heading.ts';
import { CORRECTION } from '../domain/note.ts';
import { AuthoringError } from './error.ts';
import type { Flags } from './question.ts';
import { PLACE, type Told } from './sentences.ts';

/**
 * What the writer said in both languages, or the beginning of a correction; null where words are to be offered.
 *
 * @throws AuthoringError when only one language was given
 */
export function ownWords(flags: Flags, status: HeadingStatus): Told | null {
  const { 'text-en': en, 'text-id': id } = flags;
  if (en === undefined && id === undefined) {
    if (status !== CORRECTION) return null;
    return { words: { en: `Correction: ${PLACE}`, id: `Koreksi: ${PLACE}` }, heldBack: [] };
  }
  if (en === undefined || id === undefined)
    throw new AuthoringError([
      `--text-${en === undefined ? 'en' : 'id'} is missing: both languages say the same`,
    ]);
  return { words: { en, id }, heldBack: [] };
}
