import type { Said } from '../../words/said.ts';
import { type NoteProblem, problem, START } from './problem.ts';

/** More than five hundred updates of four hundred bytes need. */
const MOST_BYTES = 200_000;

const NOT_TEXT = { code: 'file.not-utf8' } as const;

/**
 * The text of a note from its bytes. A byte order mark is dropped and every line ends in `\n`, so that an editor
 * on Windows changes nothing. `text` is null where the bytes can not be read as text at all.
 */
export function decodeNote(bytes: Uint8Array): { text: string | null; problems: readonly NoteProblem[] } {
  const unreadable = (said: Said) => ({ text: null, problems: [problem(START, '', said)] });
  if (bytes.length > MOST_BYTES) return unreadable({ code: 'file.large' });
  if (bytes.includes(0)) return unreadable(NOT_TEXT); // UTF-16, or no text.
  // What is not UTF-8 becomes U+FFFD, so that everything else is still looked at.
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  return { text, problems: undecodable(bytes) };
}

/** The lines with bytes that are no UTF-8: as Latin-1 or Windows-1252 leaves them. */
function undecodable(bytes: Uint8Array): NoteProblem[] {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const problems: NoteProblem[] = [];
  let line = 1;
  for (let from = 0; from <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, from);
    const until = newline === -1 ? bytes.length : newline;
    const part = bytes.subarray(from, until);
    try {
      strict.decode(part);
    } catch {
      const column = new TextDecoder('utf-8').decode(part).indexOf('\uFFFD') + 1;
      problems.push(problem({ line, column }, '', NOT_TEXT));
    }
    from = until + 1;
  }
  return problems;
}
