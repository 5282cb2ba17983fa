import type { Section } from '../model/note-file.ts';
import { EXAMPLE_MARK, EXAMPLE_PASSAGES } from './example-words.ts';
import { factTexts } from './note-texts.ts';
import type { Breach, Rule } from './rule.ts';

/** How much of a text may be the example's before it is the example: so many of its sequences of three words. */
const MOST = 0.6;
/** Fewer sequences than these are a coincidence. */
const LEAST = 5;

const FROM_EXAMPLE: ReadonlySet<string> = new Set(EXAMPLE_PASSAGES.flatMap(threes));
const GUIDE = 'content/written/incidents/README.md';

/** The example of the guide tells of what never was: nobody may publish it, also where a few words were changed. */
export const example: Rule = {
  id: 'example',
  find: (note, { published }) => {
    const told = published(note.slug)?.note.updates.length ?? null;
    const fresh = note.sections.slice(told ?? 0).flatMap(inSection);
    return [...(told === null ? inFacts(note) : []), ...fresh];
  },
};

function inFacts(note: Parameters<typeof factTexts>[0]): Breach[] {
  return factTexts(note).flatMap(({ text, at }) => (isExample(text) ? [breachAt(at(0))] : []));
}

function inSection({ passages }: Section): Breach[] {
  return passages.flatMap(({ text, line }) => (isExample(text) ? [breachAt({ line, column: 1 })] : []));
}

function isExample(text: string): boolean {
  if (EXAMPLE_MARK.test(text)) return true;
  const own = threes(text);
  const same = own.filter((three) => FROM_EXAMPLE.has(three)).length;
  return same >= LEAST && same / own.length >= MOST;
}

/** Every three words that follow each other, whatever their case; figures and marks are what people change first. */
function threes(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

function breachAt({ line, column }: { readonly line: number; readonly column: number }): Breach {
  return {
    line,
    column,
    reason: `these are the words of the example in ${GUIDE}, which tells of something that never was`,
    instead: 'Write what happened here, in words of your own; what is published stays to be seen for ever.',
  };
}
