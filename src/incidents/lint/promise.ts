import { promisesIn } from '../../core/promise/promise.ts';
import type { Promised } from '../../core/promise/term.ts';
import { type Place, readYaml } from '../../core/yaml.ts';
import type { Breach, Finding, Rules } from './rule.ts';
import { noteTexts } from './text.ts';

/** No promise of results, profit or returns, nor that money is safe, in either language (TPC-20). */
export const promiseRules: Rules<'promise'> = {
  promise: (note) => noteTexts(note).flatMap(({ text, at }) => promiseBreaches(text, at)),
};

/** What to write instead of each. */
const ADVICE = {
  guarantee: 'promise.guarantee',
  profit: 'promise.name',
  return: 'promise.name',
  yield: 'promise.name',
  income: 'promise.name',
  price: 'promise.happened',
  risk: 'promise.money',
  safety: 'promise.money',
  refund: 'promise.next',
  recovery: 'promise.next',
  recurrence: 'promise.recurrence',
} as const satisfies Record<Promised, string>;

/** Each promise in a text that the public will read; `at` is where the character at an index of it stands. */
function promiseBreaches(text: string, at: (index: number) => Place): Breach[] {
  return promisesIn(text).map(({ index, words, about }) => ({
    ...at(index),
    code: 'promise',
    values: { words, advice: { code: ADVICE[about] } },
  }));
}

/**
 * The promises in a file about the site or a system (routine, playbook, rotation, message): its words stand on pages as
 * those of notes do. Every text in it is looked at, whatever its field. What is no YAML is for its schema to refuse.
 */
export function promisesOfSystem(file: string, text: string): Finding[] {
  const { value, whereIs } = readYaml(text);
  return textsIn(value, []).flatMap(({ words, path }) =>
    promiseBreaches(words, () => whereIs(path)).map((breach) => ({
      ...breach,
      file,
      rule: 'promise',
      level: 'error' as const,
    })),
  );
}

interface Text {
  readonly words: string;
  readonly path: readonly PropertyKey[];
}

function textsIn(value: unknown, path: readonly PropertyKey[]): Text[] {
  if (typeof value === 'string') return [{ words: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key) => textsIn(value[key as keyof typeof value], [...path, key]));
}
