import type { NoteFile } from '../model/note-file.ts';
import { factTexts } from './note-texts.ts';
import { type PublicText, readable } from './public-text.ts';
import type { Breach, Rule } from './rule.ts';

/** In facts, also what YAML leaves of `[…]` without quotation marks. An address written around (`[at]`) is no place. */
const MARKED = /(?<!!)\[(?!(?:at|dot|titik)\])[^\][\n]*\]|^(?:…|\.\.\.)$/gu;

/** A footnote without its text, or with it under the other language, is read as these letters. */
const NO_TEXT = {
  reason: 'this is the mark of a footnote that has no text',
  instead: 'Write what it says into the text, in (brackets): feeds and messages can not show footnotes.',
};

/** A place that a template left to be filled in: `[…]`, `[fill: the time]`, or anything else in square brackets. */
export const unfilled: Rule = {
  id: 'unfilled',
  find: (note) => [...factTexts(note), ...prose(note)].flatMap(marked),
};

/** Whether a field of the facts holds such a place: what else is wrong with it is seen once it is filled in. */
export function isUnfilled({ written }: Pick<NoteFile, 'written'>, field: string): boolean {
  return written.some(
    ({ path, text }) => `${path.join('.')}.`.startsWith(`${field}.`) && text.search(MARKED) !== -1,
  );
}

/** What stands in code or is the text of a link is no marked place. */
function prose({ sections }: NoteFile): Omit<PublicText, 'language'>[] {
  return sections
    .flatMap(({ passages }) => passages)
    .map(({ tree }) => readable(tree, ['code', 'inlineCode', 'link', 'linkReference']));
}

function marked({ text, at }: Omit<PublicText, 'language'>): Breach[] {
  return [...text.matchAll(MARKED)].map(({ index, 0: words }) => ({
    ...at(index),
    ...(words.startsWith('[^')
      ? NO_TEXT
      : {
          reason: `${words} is a place that is still to be filled in`,
          instead: 'Write what belongs there, without the square brackets, or take the sentence out.',
        }),
  }));
}
