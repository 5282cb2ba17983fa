import type { Said, Value } from '../../words/said.ts';

/** The longest that one word and a whole value or list may be: a finding is published, and read on a phone. */
const LONGEST_WORD = 120;
const LONGEST = 240;
/** What a writer copies into the note has to be whole: a correction to write, a text to put back. */
const COPIED = ['entry', 'was', 'said'];
const LONGEST_COPIED = 2_000;
/** As many characters in common with a secret as no other word has by chance. */
const SHARED = 8;

/** What is said, by code and values, of a part of the note: `Said` without its several hundred codes. */
interface Coded {
  readonly code: string;
  readonly values?: Readonly<Record<string, Value>>;
  readonly part?: string | Coded;
}

/**
 * What a finding says, without any value that repeats what another finding of the note hides, or a part of it: a refusal
 * is published, and would publish the key that it refuses. Long values are cut.
 */
export function withheld(hidden: readonly string[]): <S extends Coded>(said: S) => S {
  const repeats = repeatsAny(hidden);
  const text = (value: string, most = LONGEST) => (repeats(value) ? '…' : cut(visible(value), most));
  const plain = (value: Value, most: number): Value => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return text(value, most);
    if (!('length' in value)) return inside(value);
    return shortened(
      value.map((part) => plain(part, most) as string | Said),
      most,
    );
  };
  const inside = <S extends Coded>(said: S): S =>
    said.values === undefined
      ? said
      : {
          ...said,
          values: Object.fromEntries(
            Object.entries(said.values).map(([name, value]) => [
              name,
              plain(value, COPIED.includes(name) ? LONGEST_COPIED : LONGEST),
            ]),
          ),
        };
  return (said) => {
    const { part } = said;
    // The name of a field is written by whoever wrote the rest.
    const named: Pick<Coded, 'part'> =
      part === undefined ? {} : { part: typeof part === 'string' ? text(part) : inside(part) };
    return { ...inside(said), ...named };
  };
}

/** As many parts of a list as a person reads. */
function shortened(list: readonly (string | Said)[], most: number): readonly (string | Said)[] {
  let length = 0;
  const shown = list.filter((part) => {
    length += typeof part === 'string' ? part.length + 2 : 0;
    return length <= most;
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
