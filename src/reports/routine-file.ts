import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import { type FileProblem, parseYaml } from '../core/yaml.ts';
import { questionSettingFaults } from '../systems/check/setting-use.ts';
import type { System } from '../systems/system.ts';
import { type Routine, routineSchema } from './model/routine.ts';

/** A routine, whose it is, who may see it, and the folder that its files of SQL lie in. */
export interface RoutineFile {
  readonly system: string;
  readonly routine: Routine;
  readonly internal: boolean;
  readonly folder: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

export interface RoutineFiles {
  readonly files: readonly RoutineFile[];
  /** A file that is wrong stops its own routine only. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads `<folder>/routines/*.yaml` of a system. Whatever lies in the internal folder is internal, whatever it says
 * of itself; what lies in written content is public, and an internal item there is refused.
 */
export async function readRoutines(folder: string, system: System, internal: boolean): Promise<RoutineFiles> {
  const names = await namesIn(path.join(folder, 'routines'));
  const read = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, 'routines', name);
      const text = await readFile(file, 'utf8');
      const parsed = parseYaml(file, text, routineSchema);
      if ('problems' in parsed) return parsed;
      const routine = parsed.value;
      const faults = faultsOf(routine, system, name, internal);
      const problems = faults.map(([field, text]) => ({
        file,
        line: 1,
        column: 1,
        field,
        code: 'schema.own' as const,
        values: { text },
      }));
      if (problems.length > 0) return { problems };
      return { file: { system: system.id, routine, internal, folder, sha256: sha256Hex(text) } };
    }),
  );
  return {
    files: read.flatMap((one) => ('file' in one ? [one.file] : [])),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])),
  };
}

/** What is wrong with a routine in its place: field and reason. */
function faultsOf(routine: Routine, system: System, name: string, internal: boolean): [string, string][] {
  const faults: [string, string][] = [];
  if (`${routine.id}.yaml` !== name) faults.push(['id', `expected the name of its file, ${name}`]);
  if (routine.beside !== undefined && !internal)
    faults.push(['beside', 'expected in an internal routine only']);
  const checks = new Set(system.checks.map(({ id }) => id));
  for (const [index, item] of routine.items.entries()) {
    if ('check' in item && !checks.has(item.check))
      faults.push([`items.${index}.check`, `expected a check of this system: ${[...checks].join(', ')}`]);
    for (const { path: field, reason } of settingFaultsOf(item, system))
      faults.push([`items.${index}.${field}`, reason]);
    if (item.visibility === 'internal' && !internal) faults.push([`items.${index}.visibility`, ELSEWHERE]);
  }
  if (routine.visibility === 'internal' && !internal) faults.push(['visibility', ELSEWHERE]);
  return faults;
}

function settingFaultsOf(item: Routine['items'][number], system: System) {
  const [field, question] =
    'query' in item ? ['query', item.query] : 'computed' in item ? ['ask', item.ask] : [null, {}];
  if (field === null) return [];
  return questionSettingFaults(question, system).map(({ path: at, reason }) => ({
    path: [field, ...at].join('.'),
    reason,
  }));
}

const ELSEWHERE =
  'expected "public": this folder is published. What is internal lies in the folder that TERANG_INTERNAL names';

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A system without routines.
    throw error;
  }
}
