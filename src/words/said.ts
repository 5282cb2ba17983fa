import type { Language } from '../core/language.ts';
import type { Place } from '../core/yaml.ts';
import { en } from './en.ts';
import type { Key, Values } from './message.ts';
import { translator } from './translator.ts';

type FindingKey = Extract<Key, `finding.${string}`>;
/** What can be found or wrong: a message of the catalogue. What to do instead is another, `finding.<code>.instead`. */
export type Code = Exclude<FindingKey extends `finding.${infer Name}` ? Name : never, `${string}.instead`>;
type NamesOf<Name extends string> = `finding.${Name}` extends Key ? keyof Values<`finding.${Name}`> : never;

/** What fills a placeholder: text of somebody else's, a number, something that has words itself, or a list of them. */
export type Value = string | number | Said | readonly (string | Said)[];

/** Something to be said, before it has words: a code of the catalogue, and a value for each of its placeholders. */
export type Said = {
  [Name in Code]: [NamesOf<Name> | NamesOf<`${Name}.instead`>] extends [never]
    ? { readonly code: Name; readonly values?: never }
    : {
        readonly code: Name;
        readonly values: Readonly<Record<NamesOf<Name> | NamesOf<`${Name}.instead`>, Value>>;
      };
}[Code];

/** The words of something said. */
export function say({ code, values }: Said, language: Language): string {
  return wordsOf(`finding.${code}`, values, language);
}

/** What to do instead: of the code itself, or the same for every code of its rule; null where neither says it. */
export function sayInstead(
  { code, values, rule }: Said & { readonly rule: string },
  language: Language,
): string | null {
  const key = [code, rule].map((name) => `finding.${name}.instead`).find((name) => Object.hasOwn(en, name));
  return key === undefined ? null : wordsOf(key, values, language);
}

/** `file:line:column field: what is wrong`, as editors and GitHub understand it. */
export function formatProblem(
  problem: Said & Place & { readonly file: string; readonly field: string | Said },
  language: Language = 'en',
): string {
  const { file, line, column, field } = problem;
  return `${file}:${line}:${column} ${sayIn(field, problem, language)}`;
}

/** What is wrong, behind the part of the file that it is about; nothing before it where that is the whole. */
export function sayIn(part: string | Said, said: Said, language: Language): string {
  const named = typeof part === 'string' ? part : say(part, language);
  return `${named === '' ? '' : `${named}: `}${say(said, language)}`;
}

function wordsOf(key: string, values: Said['values'], language: Language): string {
  const filled = Object.entries<Value>(values ?? {}).map(([name, value]) => [name, filler(value, language)]);
  // The type of what is said has chosen key and values.
  const t = translator(language).t as (key: string, values: object) => string;
  return t(key, Object.fromEntries(filled));
}

function filler(value: Value, language: Language): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (!('length' in value)) return say(value, language);
  const parts = value.map((part) => (typeof part === 'string' ? part : say(part, language)));
  // Parts that are sentences hold commas themselves.
  const isOfSentences = value.some((part, index) => typeof part !== 'string' && parts[index]?.includes(', '));
  return parts.join(isOfSentences ? '; ' : ', ');
}
