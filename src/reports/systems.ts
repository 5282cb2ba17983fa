import path from 'node:path';
import { listSystems, readSystemFile, SystemFileError, sqlIn } from '../systems/system-file.ts';
import { formatProblem } from '../words/said.ts';
import { readPublished } from './content.ts';
import { readRoutines } from './routine-file.ts';
import type { RoutineSystem } from './run.ts';

export interface RoutineSystems {
  readonly systems: readonly RoutineSystem[];
  /** What is wrong in written files, a line each; internal files are named only where that may be read. */
  readonly problems: readonly string[];
  readonly internalProblems: readonly string[];
}

/** Every system with its routines: the public ones from written content, the internal ones from their own folder. */
export async function readRoutineSystems(
  contentRoot: string,
  internalFolder: string | undefined,
): Promise<RoutineSystems> {
  const systems: RoutineSystem[] = [];
  const problems: string[] = [];
  const internalProblems: string[] = [];
  for (const id of await listSystems(contentRoot)) {
    try {
      const { system, folder } = await readSystemFile(contentRoot, id);
      const open = await readRoutines(folder, system, false);
      const closed =
        internalFolder === undefined
          ? { files: [], problems: [] }
          : await readRoutines(path.join(internalFolder, id), system, true);
      problems.push(...open.problems.map((problem) => formatProblem(problem)));
      internalProblems.push(...closed.problems.map((problem) => formatProblem(problem)));
      const published = await readPublished(contentRoot, id);
      systems.push({ system, sql: sqlIn(folder), routines: [...open.files, ...closed.files], published });
    } catch (error) {
      if (!(error instanceof SystemFileError)) throw error;
      problems.push(error.message);
    }
  }
  return { systems, problems, internalProblems };
}
