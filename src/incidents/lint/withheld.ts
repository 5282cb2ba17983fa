import type { Breach } from './rule.ts';

/** The longest that one value and a whole sentence may be: a finding is published, and read on a phone. */
const LONGEST_VALUE = 120;
const LONGEST = 500;
/** As many characters in common with a secret as no other word has by chance. */
const SHARED = 8;

type Said = Pick<Breach, 'reason' | 'instead'>;

/**
 * What a finding says, without the words that another finding of the note hides, wherever a value repeats them or a
 * part of them: a refusal is published, and would publish the key that it refuses. Long values are cut.
 */
export function withheld(hidden: readonly string[]): (said: Said) => Said {
  const repeats = repeatsAny(hidden);
  const plain = (sentence: string) => {
    const seen = visible(sentence);
    return cut(repeats(seen) ? without(seen, repeats) : seen, LONGEST);
  };
  return ({ reason, instead }) => ({ reason: plain(reason), instead: plain(instead) });
}

/** A value stands in quotation marks; where it does not, only its words are left out. */
function without(sentence: string, repeats: (value: string) => boolean): string {
  const quoted = sentence.replace(/"[^"]*"/gu, (value) => (repeats(value) ? '"…"' : value));
  return quoted.replace(/[^\s"]+?(?=[.,;]*(?:[\s"]|$))/gu, (word) => (repeats(word) ? '…' : word));
}

/** Whether a value has a part of any of them, or the whole of a short one. */
function repeatsAny(hidden: readonly string[]): (value: string) => boolean {
  const parts = new Map<number, Set<string>>();
  for (const words of hidden) {
    const size = Math.min(SHARED, words.length);
    if (size < 3) continue;
    const known = parts.get(size) ?? new Set();
    parts.set(size, known);
    for (let from = 0; from + size <= words.length; from++) known.add(words.slice(from, from + size));
  }
  return (value) =>
    [...parts].some(([size, known]) => {
      for (let from = 0; from + size <= value.length; from++)
        if (known.has(value.slice(from, from + size))) return true;
      return false;
    });
}

/** Values of a reasonable length, without characters that hide or turn it. */
function visible(sentence: string): string {
  return sentence
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
    .replace(/[^\s"]{121,}/gu, (word) => cut(word, LONGEST_VALUE));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
