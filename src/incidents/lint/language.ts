import { francAll } from 'franc';
import type { Passage, Section } from '../model/note-file.ts';
import { readable } from './public-text.ts';
import type { Breach, Rule } from './rule.ts';

/** The letters that a passage must have before its language is judged by its letters; a shorter one is by its words. */
const LETTERS = 40;
/** How far behind the other language must be (1 is level): a text full of English terms is still Indonesian. */
const CLEARLY = 0.85;

/** Words that no sentence does without and that the other language does not have; of the first list one is enough. */
const WORDS = {
  en: {
    sure: /\b(?:is|are|was|were|has|have|had|been|isn['’]t|aren['’]t|we['’]re|it['’]s)\b/giu,
    likely:
      /\b(?:the|a|an|of|and|we|our|it|this|that|these|with|for|from|not|now|since|again|into|by|to|in|on|at|will|can)\b/giu,
  },
  id: {
    sure: /\b(?:sedang|telah|sudah|belum|kami|tidak|adalah|masih|akan)\b/giu,
    likely:
      /\b(?:di|yang|dan|dari|ini|itu|untuk|pada|dengan|karena|sejak|ke|dalam|oleh|kembali|tim|pukul)\b/giu,
  },
} as const;

const NAMES = { en: 'English', id: 'Indonesian' } as const;
const HEADINGS = { en: 'English', id: 'Indonesia' } as const;

/** Each text is in the language of its heading: not swapped, and not the same text twice. */
export const language: Rule = {
  id: 'language',
  find: ({ sections, facts, whereIs }) => {
    const breaches = sections.flatMap(inSection);
    const { en = '', id = '' } = facts?.title ?? {};
    if (same(en, id) && en.trim().includes(' '))
      breaches.push({
        ...whereIs(['title', 'id']),
        level: isSentence(en) ? 'error' : 'warning',
        reason: 'the title is the same in both languages',
        instead: 'Write title.id in Indonesian.',
      });
    return breaches;
  },
};

function inSection({ number, passages }: Section): Breach[] {
  const en = passages.find((passage) => passage.language === 'en');
  const id = passages.find((passage) => passage.language === 'id');
  if (en !== undefined && id !== undefined && same(en.text, id.text) && /\p{L}+\s+\p{L}+/u.test(en.text))
    return [
      {
        line: id.line,
        column: 1,
        reason: `update ${number} has the same text under "### English" and "### Indonesia"`,
        instead: 'Write the English text under "### English" and its translation under "### Indonesia".',
      },
    ];
  const wrong = passages.filter((passage) => {
    const judged = languageOf(passage);
    return judged !== null && judged !== passage.language;
  });
  if (wrong.length === 2)
    return wrong.slice(0, 1).map(({ line }) => ({
      line,
      column: 1,
      reason: `the two languages of update ${number} are swapped`,
      instead: 'Exchange the headings "### English" and "### Indonesia".',
    }));
  return wrong.map((passage) => ({
    line: passage.line,
    column: 1,
    reason: `the text of update ${number} under "### ${HEADINGS[passage.language]}" is not ${NAMES[passage.language]}`,
    instead: `Write it in ${NAMES[passage.language]}.`,
  }));
}

/** The language of a passage; null where that is not sure. */
function languageOf({ tree }: Passage): 'en' | 'id' | null {
  const { text } = readable(tree, ['code', 'inlineCode', 'link']);
  if ((text.match(/\p{L}/gu) ?? []).length < LETTERS) return byWords(text);
  const [first, second] = francAll(text, { only: ['eng', 'ind'] });
  if (first === undefined || (second?.[1] ?? 0) > CLEARLY) return null;
  return first[0] === 'eng' ? 'en' : first[0] === 'ind' ? 'id' : null;
}

/** Whether a title is more than names and terms, which may be the same in both languages. */
function isSentence(title: string): boolean {
  return byWords(title) !== null || (title.match(/\p{L}{7,}/gu) ?? []).length >= 2;
}

/** The language whose words stand in a text, and none of the other; null where both do, or too few. */
function byWords(text: string): 'en' | 'id' | null {
  const count = ({ sure, likely }: (typeof WORDS)['en' | 'id']) =>
    2 * (text.match(sure) ?? []).length + (text.match(likely) ?? []).length;
  const [en, id] = [count(WORDS.en), count(WORDS.id)];
  if (en >= 2 && id === 0) return 'en';
  return id >= 2 && en === 0 ? 'id' : null;
}

function same(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim();
  return bare(a) === bare(b);
}
