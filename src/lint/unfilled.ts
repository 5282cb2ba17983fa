import type { NoteFile } from '../domain/note-file.ts';
import { type PublicText, publicTexts, readable } from './public-text.ts';
import type { Breach, Rule } from './rule.ts';

const MARKED = /\[[^\][\n]*\]/gu;

/** A place that a template left to be filled in: `[…]`, `[fill: the time]`, or anything else in square brackets. */
export const unfilled: Rule = {
  id: 'unfilled',
  find: (note) => {
    const facts = publicTexts({ ...note, sections: [] });
    return [...facts, ...prose(note)].flatMap(marked);
  },
};

/** What stands in code or is the text of a link is no marked place. */
function prose({ sections }: NoteFile): Omit<PublicText, 'language'>[] {
  return sections
    .flatMap(({ passages }) => passages)
    .map(({ tree }) => readable(tree, ['code', 'inlineCode', 'link', 'linkReference']));
}

function marked({ text, at }: Omit<PublicText, 'language'>): Breach[] {
  return [...text.matchAll(MARKED)].map(({ index, 0: words }) => ({
    ...at(index),
    reason: `${words} is a place that is still to be filled in`,
    instead: 'Write what belongs there, without the square brackets, or take the sentence out.',
  }));
}
