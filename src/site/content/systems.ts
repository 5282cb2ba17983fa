import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileProblem } from '../../core/yaml.ts';
import { type System, systemSchema } from '../../systems/system.ts';
import { formatProblem } from '../../words/said.ts';
import { CONTENT } from './files.ts';
import { yamlOf } from './yaml.ts';

/** A system as a person described it, and the bytes of its file. */
export interface WrittenSystem {
  readonly system: System;
  readonly text: string;
}

const FOLDER = join(CONTENT, 'written', 'systems');

/**
 * Every system, by id; those that publish datasets first. Throws an Error with every mistake of every file at
 * once, each as `file:line:column field: reason`.
 */
export function writtenSystems(): WrittenSystem[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER, { withFileTypes: true }) : [];
  const read = names
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map(readSystem);
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'));
  return read
    .flatMap((one) => ('system' in one ? [one] : []))
    .toSorted(
      (a, b) => Number(b.system.transparency !== undefined) - Number(a.system.transparency !== undefined),
    );
}

/** Reads files of SQL in the folder of a system; null for one that is not there. */
export function sqlOf(id: string): (file: string) => string | null {
  return (file) => {
    const path = join(FOLDER, id, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
}

function readSystem(id: string): WrittenSystem | { readonly problems: readonly FileProblem[] } {
  const file = join(FOLDER, id, 'system.yaml');
  const whole = { file, line: 1, column: 1 };
  if (!existsSync(file)) return { problems: [{ ...whole, field: '', code: 'expected.system-file' }] };
  const text = readFileSync(file, 'utf8');
  const parsed = yamlOf(file, text, systemSchema);
  if ('problems' in parsed) return parsed;
  if (parsed.value.id !== id)
    return { problems: [{ ...whole, field: 'id', code: 'system.folder', values: { id } }] };
  return { system: parsed.value, text };
}
