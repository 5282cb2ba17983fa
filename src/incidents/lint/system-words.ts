import { readYaml } from '../../core/yaml.ts';
import { promise, promiseBreaches } from './promise.ts';
import type { Finding } from './rule.ts';

/**
 * The promises in a file about a system (system, routine, playbook, rotation, message): its words stand on pages as
 * those of notes do. Every text in it is looked at, whatever its field. What is no YAML is for its schema to refuse.
 */
export function promisesOfSystem(file: string, text: string): Finding[] {
  const { value, whereIs } = readYaml(text);
  return textsIn(value, []).flatMap(({ words, path }) =>
    promiseBreaches(words, () => whereIs(path)).map((breach) => ({
      ...breach,
      file,
      rule: promise.id,
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
