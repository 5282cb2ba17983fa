import { type NoteProblem, problem } from './problem.ts';

/** How many lists, quotations or links may stand within each other: far more than a person writes. */
const DEEPEST = 10;
/** How many marks one paragraph may hold: the time to read them grows with their square. */
const MOST_MARKS = 1000;
/** How many lines of lists and quotations a note may hold, each counted as often as it stands within another. */
const MOST_ITEMS = 5000;

const TOO_DEEP =
  'the text can not be read as Markdown: lists, quotations or links stand too deep within each other; write it plainer';
const TOO_MANY =
  'the text can not be read as Markdown: one paragraph holds more than 1,000 marks such as * _ [ ]; divide it by empty lines';
const TOO_LONG =
  'the text can not be read as Markdown: it holds more than 5,000 lines of lists or quotations; shorten it, or link to what is long';

const BEGINS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/u;
const BEGIN = />|[-+*]|\d[.)]/gu;
const MARKS = /\\.|[[\]{}*_~`]/gu;

/**
 * Why a text is not to be read as Markdown at all, found in the time that it takes to look at each character once:
 * the parser would need minutes, or end in the middle. Null when it may be read.
 */
export function nestingProblem(text: string): NoteProblem | null {
  let depth = 0;
  let marks = 0;
  let items = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^[\s>]*$/u.test(line)) depth = marks = 0;
    const [begins = ''] = BEGINS.exec(line) ?? [];
    const begun = (begins.match(BEGIN) ?? []).length;
    items += begun;
    const wrong = begun > DEEPEST ? TOO_DEEP : items > MOST_ITEMS ? TOO_LONG : null;
    if (wrong !== null) return problem({ line: index + 1, column: 1 }, '', wrong);
    for (const { 0: mark, index: at } of line.matchAll(MARKS)) {
      marks += 1;
      if (mark === '[' || mark === '{') depth += 1;
      if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
      const reason = depth > DEEPEST ? TOO_DEEP : marks > MOST_MARKS ? TOO_MANY : null;
      if (reason !== null) return problem({ line: index + 1, column: at + 1 }, '', reason);
    }
  }
  return null;
}
