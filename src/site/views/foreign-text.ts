import type { Reader } from '../../words/reader.ts';

/** Text that people wrote into the database, cut where a character would be invisible or turn the line. */
export interface ForeignText {
  /** What is shown at once. */
  readonly lead: readonly ForeignRun[];
  /** The rest of a very long text, one tap away; null for a text that is shown whole. */
  readonly rest: { readonly label: string; readonly runs: readonly ForeignRun[] } | null;
}

export type ForeignRun =
  | { readonly text: string; readonly code?: never }
  /** A character that would hide or deceive, by its code: `U+202E`. */
  | { readonly code: string; readonly text?: never };

// Control (but a line feed, which wraps), format (bidi overrides, zero width, tags), line and paragraph
// separators, half surrogates, private use, and blank letters that pretend to be nothing.
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/u;
const AT_ONCE = 400;

/** Never throws and never drops a character: what was written is what is shown, or its code. */
export function foreignText({ t, format }: Reader, written: string): ForeignText {
  const characters = [...written];
  const long = characters.length > AT_ONCE;
  return {
    lead: runs(long ? characters.slice(0, AT_ONCE) : characters),
    rest: long
      ? {
          label: t('word.whole', { n: format.count(characters.length - AT_ONCE) }),
          runs: runs(characters.slice(AT_ONCE)),
        }
      : null,
  };
}

function runs(characters: readonly string[]): ForeignRun[] {
  const found: ForeignRun[] = [];
  let text = '';
  for (const character of characters) {
    if (!HIDDEN.test(character)) {
      text += character;
      continue;
    }
    if (text !== '') found.push({ text });
    text = '';
    found.push({ code: codeOf(character) });
  }
  if (text !== '') found.push({ text });
  return found;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
