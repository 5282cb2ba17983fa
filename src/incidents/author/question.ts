import { ExpectedError } from '../../core/expected-error.ts';
import { nearest } from '../lint/nearest.ts';
import type { Say } from './say.ts';

/** One thing that must be known, by flag or by asking for it. */
export interface Question {
  /** Without its hyphens, such as `title-en`. */
  readonly flag: string;
  readonly asks: string;
  /** What can be chosen; anything when absent. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  /** True when several can be chosen; their values are joined by commas. */
  readonly several?: boolean;
  /** True when an empty answer is one. */
  readonly optional?: boolean;
  /** What is taken without an answer; a question without it must be answered. */
  readonly initial?: string;
  /** What an answer was understood as, shown in its place once it is given; null for the answer itself. */
  readonly understood?: (answer: string) => string | null;
  /** Why an answer can not be taken; null when it can. */
  readonly fault?: (answer: string) => string | null;
}

/** The answers that came as flags, by the name of the flag. */
export type Flags = Readonly<Record<string, string | undefined>>;

/** Puts a question to a person at a terminal. */
export type Asker = (question: Question, say: Say) => Promise<string>;

/** Who can be asked, and in which words. */
export interface Asking {
  readonly asker: Asker | null;
  readonly say: Say;
}

/** How many of a long list are named: the newest notes, which stand first. */
const NAMED = 20;

/**
 * The answer to each question, in their order: from its flag, else by asking, else what is taken without an answer.
 *
 * @throws ExpectedError that names every missing answer, and every one that can not be chosen, at once
 */
export async function answersTo<const Asked extends readonly Question[]>(
  { asker, say }: Asking,
  flags: Flags,
  questions: Asked,
): Promise<Record<Asked[number]['flag'], string>> {
  const answers: Record<string, string> = {};
  const reasons: string[] = [];
  for (const question of questions) {
    const { flag, asks, initial } = question;
    const given = flags[flag];
    if (given === undefined && asker === null && initial === undefined)
      reasons.push(`${say('author.answer.missing', { flag, asks })}${choicesOf(question, say)}`);
    const answer = given ?? (await asker?.(question, say)) ?? initial ?? '';
    if (given !== undefined) reasons.push(...faultsOf(question, given, say));
    answers[flag] = answer;
  }
  if (reasons.length > 0) throw new ExpectedError(reasons);
  return answers as Record<Asked[number]['flag'], string>;
}

/** The parts of an answer to a question of which several can be chosen. */
export function partsOf(answer: string): string[] {
  return answer
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The one of `known` that was mistyped or named by a part of it alone; null where that is not clear. */
export function meant(answer: string, known: readonly string[]): string | null {
  const close = nearest(answer, known);
  if (close !== null) return close;
  const holding = answer.length < 4 ? [] : known.filter((one) => one.includes(answer.toLowerCase()));
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

function faultsOf(question: Question, answer: string, say: Say): string[] {
  const { flag, asks, choices, several, fault, optional } = question;
  if (optional === true && answer.trim() === '') return [];
  const parts = several === true ? partsOf(answer) : [answer.trim()];
  if (parts.length === 0 || parts.includes('')) return [say('author.answer.empty', { flag, asks })];
  const wrong = fault?.(answer) ?? null;
  if (wrong !== null) return [`--${flag}: ${wrong}`];
  if (choices === undefined) return [];
  const known = choices.map(({ value }) => value);
  return parts
    .filter((part) => !known.includes(part))
    .map((part) => {
      const close = meant(part, known);
      const hint = close === null ? choicesOf(question, say) : say('frame.nearest', { known: close });
      return `${say('author.answer.unknown', { flag, answer: part })}${hint}`;
    });
}

function choicesOf({ choices }: Question, say: Say): string {
  if (choices === undefined) return '';
  const known = choices.slice(0, NAMED).map(({ value }) => value);
  return say(choices.length > NAMED ? 'author.answer.newest' : 'frame.oneOf', {
    known: known.join(', ') || say('author.note.none-yet'),
  });
}
