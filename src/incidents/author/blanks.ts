import { LANGUAGES } from '../../core/language.ts';
import type { Words } from '../model/note.ts';
import { type Asking, answersTo } from './question.ts';
import { BLANK, type Told } from './sentences.ts';

const CONFIRMED = `${BLANK} `;

/**
 * Asks for each place that a person must fill in, sentence by sentence: whether one that says what people did is
 * true, then what belongs in its places. What is not known yet stays marked; without somebody to ask, everything.
 */
export async function fillBlanks(asking: Asking, told: Told): Promise<Told> {
  if (asking.asker === null) return told;
  const said: Words[] = [];
  for (const words of told.said) {
    const confirmed = await confirm(asking, words);
    if (confirmed === null) continue;
    said.push({
      en: await fill(asking, confirmed.en, 'en'),
      id: await fill(asking, confirmed.id, 'id'),
    });
  }
  // A note that says nothing is none: then everything stays as it was offered.
  return said.length === 0 ? told : { ...told, said };
}

/** Words that were confirmed without their mark, with it where that is not known yet; null where they are not true. */
async function confirm(asking: Asking, words: Words): Promise<Words | null> {
  if (!LANGUAGES.every((language) => words[language].startsWith(CONFIRMED))) return words;
  const { say } = asking;
  const bare = { en: words.en.slice(CONFIRMED.length), id: words.id.slice(CONFIRMED.length) };
  const { true: answer } = await answersTo(asking, {}, [
    {
      flag: 'true',
      asks: say('author.ask.true', { sentence: `${bare.en} / ${bare.id}` }),
      choices: [
        { value: 'yes', name: say('author.choice.yes') },
        { value: 'no', name: say('author.choice.no') },
        { value: 'later', name: say('author.choice.later') },
      ],
    },
  ]);
  return answer === 'yes' ? bare : answer === 'no' ? null : words;
}

async function fill(asking: Asking, text: string, language: keyof Words): Promise<string> {
  if (text.startsWith(CONFIRMED)) return text; // Whether it is true is not known yet.
  const [begin = '', ...rest] = text.split(BLANK);
  let filled = begin;
  for (const [index, after] of rest.entries()) {
    const flag = `place-${language}` as const;
    const shown = `${filled}${BLANK}${[after, ...rest.slice(index + 1)].join(BLANK)}`;
    const asks = asking.say(`author.ask.${flag}`, { sentence: shown.trim() });
    const { [flag]: answer } = await answersTo(asking, {}, [{ flag, asks, optional: true }]);
    filled += `${belonging(answer, after)}${after}`;
  }
  return filled;
}

/** What was typed, or the mark where that was nothing; no second full stop where the sentence has its own. */
function belonging(answer: string, after: string): string {
  const typed = answer.trim();
  if (typed === '') return BLANK;
  return after.startsWith('.') ? typed.replace(/\.$/u, '') : typed;
}
