import { type NoteProblem, problem } from './problem.ts';

/** How many lists, quotations or links may stand within each other: far more than a person writes. */
const DEEPEST = 10;
/** How many marks one paragraph may hold: the time to read them grows with their square. */
const MOST_MARKS = 1000;
/** How many lines of lists and quotations a note may hold, each counted as often as it stands within another. */
const MOST_ITEMS = 5000;

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
    const wrong = begun > DEEPEST ? 'file.deep' : items > MOST_ITEMS ? 'file.long' : null;
    if (wrong !== null) return problem({ line: index + 1, column: 1 }, '', { code: wrong });
    for (const { 0: mark, index: at } of line.matchAll(MARKS)) {
      marks += 1;
      if (mark === '[' || mark === '{') depth += 1;
      if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
      const code = depth > DEEPEST ? 'file.deep' : marks > MOST_MARKS ? 'file.marks' : null;
      if (code !== null) return problem({ line: index + 1, column: at + 1 }, '', { code });
    }
  }
  return null;
}
