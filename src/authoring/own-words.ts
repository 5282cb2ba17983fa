import type { HeadingStatus } from '../domain/note/heading.ts';
import { CORRECTION } from '../domain/note.ts';
import { AuthoringError } from './error.ts';
import type { Flags } from './question.ts';
import { PLACE, type Told } from './sentences.ts';
import type { Phrases } from './words/phrases.ts';

/**
 * What the writer said in both languages, or the beginning of a correction; null where words are to be offered.
 *
 * @throws AuthoringError when only one language was given
 */
export function ownWords(flags: Flags, status: HeadingStatus, say: Phrases): Told | null {
  const { 'text-en': en, 'text-id': id } = flags;
  if (en === undefined && id === undefined) {
    if (status !== CORRECTION) return null;
    return asTold({ en: `Correction: ${PLACE}`, id: `Koreksi: ${PLACE}` });
  }
  if (en === undefined || id === undefined)
    throw new AuthoringError([say['answer.both-languages'](`text-${en === undefined ? 'en' : 'id'}`)]);
  return asTold({ en, id });
}

/** Words that rest on no check. */
export function asTold(words: Told['said'][number]): Told {
  return { said: [words], between: ' ', heldBack: [] };
}
