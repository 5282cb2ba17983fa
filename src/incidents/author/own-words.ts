import { ExpectedError } from '../../core/expected-error.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import type { HeadingStatus } from '../note/heading.ts';
import type { Flags } from './question.ts';
import type { Say } from './say.ts';
import { BLANK, type Told } from './sentences.ts';

/** The fact that withdraws a note: the role, to be filled in. */
export const withdrawnByPlace = { withdrawn_by: { en: BLANK, id: BLANK } } as const;

/**
 * What the writer said in both languages, or the beginning of a correction or a withdrawal; null where words are to be offered.
 *
 * @throws ExpectedError when only one language was given
 */
export function ownWords(flags: Flags, status: HeadingStatus, say: Say): Told | null {
  const { 'text-en': en, 'text-id': id } = flags;
  if (en === undefined && id === undefined) {
    // Why it is withdrawn is the writer's to say.
    if (status === WITHDRAWN) return asTold(inEveryLanguage('author.by-mistake'));
    if (status !== CORRECTION) return null;
    return asTold(inEveryLanguage('author.correction'));
  }
  if (en === undefined || id === undefined)
    throw new ExpectedError([
      say('author.answer.both-languages', { missing: `text-${en === undefined ? 'en' : 'id'}` }),
    ]);
  return asTold({ en, id });
}

/** Words that rest on no check. */
export function asTold(words: Told['said'][number]): Told {
  return { said: [words], between: ' ', heldBack: [] };
}
