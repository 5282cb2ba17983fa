import { ENGLISH_DENIAL, ENGLISH_TERMS } from './en.ts';
import { INDONESIAN_DENIAL, INDONESIAN_TERMS } from './id.ts';
import type { Denial, Promised, Term } from './term.ts';

/** Sentences that are allowed whole, since a policy or a runbook demands them; compared without case and spaces. */
const ALLOWED_SENTENCES: readonly string[] = [
  'No profit, ROI, or guarantees are stated or implied.',
  'Tidak ada pernyataan atau jaminan hasil/ROI.',
];

/** Words of a text that promise results, profit or returns. */
export interface PromiseFound {
  /** Where in the text, counted in UTF-16 units as strings are. */
  readonly index: number;
  /** As they sound, without what hides in them. */
  readonly words: string;
  readonly about: Promised;
}

const TERMS: readonly Term[] = [...ENGLISH_TERMS, ...INDONESIAN_TERMS];
const DENIALS: readonly Denial[] = [ENGLISH_DENIAL, INDONESIAN_DENIAL];
const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_SENTENCES.map(bare));
const CLAUSE_END = /[;:.!?()–—]|\b(?:but|however|yet|tetapi|tapi|namun|melainkan)\b/giu;

/**
 * Every promise in a text of either language, in order. Both lists are held against it, since Indonesian texts
 * promise in English too. What a sentence denies is no promise, nor a sentence that is allowed whole.
 */
export function promisesIn(written: string): PromiseFound[] {
  const { text, at } = plainText(written);
  const found = TERMS.flatMap((one) => matches(text, one));
  if (found.length === 0) return [];
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  const spans = found.map(({ index, words }) => ({ from: index, to: index + words.length }));
  return longest(found)
    .filter((one) => {
      const sentence = sentences.containing(one.index);
      if (sentence === undefined || ALLOWED.has(bare(sentence.segment))) return false;
      return !DENIALS.some((denial) => isDenied(one, sentence, spans, denial));
    })
    .map((one) => ({ ...one, index: at(one.index) }));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function matches(text: string, { about, pattern, unless }: Term): PromiseFound[] {
  const found = [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ index, words, about }));
  if (found.length === 0 || unless === undefined) return found;
  const technical = [...text.matchAll(unless)];
  return found.filter(
    ({ index, words }) =>
      !technical.some((one) => one.index < index + words.length && index < one.index + one[0].length),
  );
}

/** Of findings that overlap, the longest. */
function longest(found: readonly PromiseFound[]): PromiseFound[] {
  const kept: PromiseFound[] = [];
  for (const one of found.toSorted((a, b) => a.index - b.index || b.words.length - a.words.length)) {
    const last = kept.at(-1);
    if (last === undefined || one.index >= last.index + last.words.length) kept.push(one);
    else if (one.words.length > last.words.length) kept[kept.length - 1] = one;
  }
  return kept;
}

function isDenied(
  { index, words }: PromiseFound,
  { segment, index: begin }: { readonly segment: string; readonly index: number },
  terms: readonly Span[],
  { negators, bridges, denies, mention }: Denial,
): boolean {
  const at = index - begin;
  const end = at + words.length;
  if (
    /["“”'‘’`«]/u.test(segment[at - 1] ?? '') &&
    /["“”'‘’`»]/u.test(segment[end] ?? '') &&
    mention.test(segment)
  )
    return true;
  const carries = ({ word, from }: Token) =>
    bridges.has(word) || terms.some((span) => span.from <= begin + from && begin + from < span.to);
  const clause = [...segment.slice(0, at).matchAll(CLAUSE_END)].at(-1);
  const start = clause === undefined ? 0 : clause.index + clause[0].length;
  for (const token of tokens(segment, start, at).reverse()) {
    if (negators.test(token.word)) {
      if (!token.comma) return true;
      break;
    }
    if (!carries(token)) break;
  }
  const stop = segment.slice(end).search(/[;:.!?()–—]/u);
  const after = tokens(segment, end, stop === -1 ? segment.length : end + stop);
  const negator = after.findIndex((token) => negators.test(token.word) || !carries(token));
  if (negator === -1 || !negators.test(after[negator]?.word ?? '')) return false;
  const denied = after.slice(negator + 1).find(({ word }) => denies.has(word) || !bridges.has(word));
  return denied !== undefined && denies.has(denied.word);
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly comma: boolean;
}

function tokens(text: string, from: number, to: number): Token[] {
  return [...text.slice(from, to).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].map((match) => {
    const start = from + match.index;
    return { word: match[0].toLowerCase(), from: start, comma: text[start + match[0].length] === ',' };
  });
}

function bare(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text as it sounds to a reader, and where each of its UTF-16 units stands in the text as written. */
interface PlainText {
  readonly text: string;
  readonly at: (index: number) => number;
}

/**
 * A text without what a reader does not see (soft hyphens, zero width, marks of direction), and with full-width and
 * mathematical letters as the letters that they look like: none of them hides a word.
 */
function plainText(written: string): PlainText {
  if (/^\p{ASCII}*$/u.test(written)) return { text: written, at: (index) => index };
  const places: number[] = [];
  let text = '';
  let from = 0;
  for (const character of written) {
    const seen = /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : character.normalize('NFKC');
    text += seen;
    for (let unit = 0; unit < seen.length; unit++) places.push(from);
    from += character.length;
  }
  return { text, at: (index) => places[index] ?? from };
}
