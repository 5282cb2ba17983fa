import type { Said, Value } from '../../words/said.ts';

/** The longest that one word and a whole value or list may be: a finding is published, and read on a phone. */
const LONGEST_WORD = 120;
const LONGEST = 240;
/** As many characters in common with a secret as no other word has by chance. */
const SHARED = 8;

/**
 * What a finding says, without any value that repeats what another finding of the note hides, or a part of it: a refusal
 * is published, and would publish the key that it refuses. Long values are cut.
 */
export function withheld(hidden: readonly string[]): <S extends Said>(said: S) => S {
  const repeats = repeatsAny(hidden);
  const text = (value: string) => (repeats(value) ? '…' : cut(visible(value), LONGEST));
  const plain = (value: Value): Value => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return text(value);
    return 'length' in value ? shortened(value.map((part) => plain(part) as string | Said)) : inside(value);
  };
  const inside = <S extends Said>(said: S): S =>
    said.values === undefined
      ? said
      : {
          ...said,
          values: Object.fromEntries(
            Object.entries<Value>(said.values).map(([name, value]) => [name, plain(value)]),
          ),
        };
  return inside;
}

/** As many parts of a list as a person reads. */
function shortened(list: readonly (string | Said)[]): readonly (string | Said)[] {
  let length = 0;
  const shown = list.filter((part) => {
    length += typeof part === 'string' ? part.length + 2 : 0;
    return length <= LONGEST;
  });
  return shown.length === list.length ? list : [...shown, '…'];
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

/** Words of a reasonable length, without characters that hide or turn them. */
function visible(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
    .replace(/\S{121,}/gu, (word) => cut(word, LONGEST_WORD));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
