import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicRoutine } from '../../reports/model/reports-publication.ts';
import { type Routine, routineSchema } from '../../reports/model/routine.ts';
import type { System } from '../../systems/system.ts';
import { formatProblem } from '../../words/said.ts';
import { CONTENT } from './files.ts';
import { writtenSystems } from './systems.ts';
import { yamlOf } from './yaml.ts';

/** Every routine that stands here, in the order of systems and ids. Throws an Error with every mistake of every file at once. */
export function writtenRoutines(): PublicRoutine[] {
  const read = writtenSystems().flatMap(({ system }) => {
    const folder = join(CONTENT, 'written', 'systems', system.id, 'routines');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
    return names.toSorted().map((name) => {
      const file = join(folder, name);
      return { system, parsed: yamlOf(file, readFileSync(file, 'utf8'), routineSchema) };
    });
  });
  const problems = read.flatMap(({ parsed }) => ('problems' in parsed ? parsed.problems : []));
  if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'));
  return read.flatMap(({ system, parsed }) => {
    if (!('value' in parsed)) return [];
    return [{ system: system.id, routine: parsed.value, queries: queriesOf(system, parsed.value) }];
  });
}

/** The SQL behind each item of a routine. Throws an Error that names a file which is not there. */
function queriesOf(system: System, { items }: Routine): Record<string, string> {
  const folder = join(CONTENT, 'written', 'systems', system.id);
  const files = items.flatMap((item): [string, string][] => {
    if ('query' in item) return [[item.id, item.query.file]];
    const check = 'check' in item ? system.checks.find(({ id }) => id === item.check) : undefined;
    return check !== undefined && 'file' in check ? [[item.id, check.file]] : [];
  });
  return Object.fromEntries(files.map(([id, file]) => [id, readFileSync(join(folder, file), 'utf8')]));
}
