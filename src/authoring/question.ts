import { AuthoringError } from './error.ts';

/** One thing that must be known, by flag or by asking for it. */
export interface Question {
  /** Without its hyphens, such as `title-en`. */
  readonly flag: string;
  readonly asks: string;
  /** What can be chosen; anything when absent. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  /** True when several can be chosen; their values are joined by commas. */
  readonly several?: boolean;
  /** What is taken without an answer; a question without it must be answered. */
  readonly initial?: string;
  /** Why an answer can not be taken; null when it can. */
  readonly fault?: (answer: string) => string | null;
}

/** The answers that came as flags, by the name of the flag. */
export type Flags = Readonly<Record<string, string | undefined>>;

/** Puts a question to a person at a terminal. */
export type Asker = (question: Question) => Promise<string>;

/**
 * The answer to each question, in their order: from its flag, else by asking, else what is taken without an answer.
 *
 * @throws AuthoringError that names every missing answer, and every one that can not be chosen, at once
 */
export async function answersTo<const Asked extends readonly Question[]>(
  { asker }: { readonly asker: Asker | null },
  flags: Flags,
  questions: Asked,
): Promise<Record<Asked[number]['flag'], string>> {
  const answers: Record<string, string> = {};
  const reasons: string[] = [];
  for (const question of questions) {
    const given = flags[question.flag];
    if (given === undefined && asker === null && question.initial === undefined)
      reasons.push(`--${question.flag} is missing: ${question.asks}${choicesOf(question)}`);
    const answer = given ?? (await asker?.(question)) ?? question.initial ?? '';
    if (given !== undefined) reasons.push(...faultsOf(question, given));
    answers[question.flag] = answer;
  }
  if (reasons.length > 0) throw new AuthoringError(reasons);
  return answers as Record<Asked[number]['flag'], string>;
}

/** The parts of an answer to a question of which several can be chosen. */
export function partsOf(answer: string): string[] {
  return answer
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function faultsOf(question: Question, answer: string): string[] {
  const parts = question.several === true ? partsOf(answer) : [answer.trim()];
  if (parts.length === 0 || parts.includes('')) return [`--${question.flag} is empty: ${question.asks}`];
  const fault = question.fault?.(answer) ?? null;
  if (fault !== null) return [`--${question.flag}: ${fault}`];
  if (question.choices === undefined) return [];
  const known = question.choices.map(({ value }) => value);
  return parts
    .filter((part) => !known.includes(part))
    .map((part) => `--${question.flag}: "${part}" is not known here${choicesOf(question)}`);
}

function choicesOf({ choices }: Question): string {
  return choices === undefined ? '' : `; one of ${choices.map(({ value }) => value).join(', ')}`;
}
