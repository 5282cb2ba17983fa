/**
 * A way of promising results, profit or returns. The lists in `en.ts` and `id.ts` are reviewed: who adds a line
 * adds a real sentence that must fail, and one that must pass, to `src/core/promise/promise.test.ts`.
 */
export interface Term {
  readonly about: Promised;
  /** Matched anywhere, without regard to case unless the pattern says so. */
  readonly pattern: RegExp;
  /** Technical senses of the same words: a match that touches one of these promises nothing. */
  readonly unless?: RegExp;
}

/** What is promised, in the policy's own words. */
export type Promised =
  | 'guarantee'
  | 'profit'
  | 'return'
  | 'yield'
  | 'income'
  | 'price'
  | 'risk'
  | 'safety'
  | 'refund'
  | 'recovery'
  | 'recurrence';

/** How a language denies. */
export interface Denial {
  readonly negators: RegExp;
  /** The words that may stand between a negator and what it denies. Anything else ends its reach. */
  readonly bridges: ReadonlySet<string>;
  /** What a negator after the term must be followed by: "profit is not *promised*". */
  readonly denies: ReadonlySet<string>;
  /** Says that a word in quotation marks is only spoken of. */
  readonly mention: RegExp;
}

/** A pattern as text, read without regard to case. */
export function term(about: Promised, pattern: string, unless?: string): Term {
  const read = (text: string) => new RegExp(text, 'giu');
  return { about, pattern: read(pattern), ...(unless === undefined ? {} : { unless: read(unless) }) };
}
