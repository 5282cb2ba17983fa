import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicRoutine } from '../domain/reports-publication.ts';
import { routineSchema } from '../domain/routine.ts';
import { formatProblem } from '../domain/yaml.ts';
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
      return { system: system.id, parsed: yamlOf(file, readFileSync(file, 'utf8'), routineSchema) };
    });
  });
  const problems = read.flatMap(({ parsed }) => ('problems' in parsed ? parsed.problems : []));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  return read.flatMap(({ system, parsed }) => ('value' in parsed ? [{ system, routine: parsed.value }] : []));
}
