import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import { type Fault, knownOf } from '../core/fault.ts';
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
      const problems = faults.map(([field, fault]) => ({ file, line: 1, column: 1, field, ...fault }));
      if (problems.length > 0) return { problems };
      return { file: { system: system.id, routine, internal, folder, sha256: sha256Hex(text) } };
    }),
  );
  return {
    files: read.flatMap((one) => ('file' in one ? [one.file] : [])),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])),
  };
}

/** What is wrong with a routine in its place, by field. */
function faultsOf(routine: Routine, system: System, name: string, internal: boolean): [string, Fault][] {
  const faults: [string, Fault][] = [];
  if (`${routine.id}.yaml` !== name)
    faults.push(['id', { code: 'expected.file-name', values: { text: name.slice(0, -'.yaml'.length) } }]);
  if (routine.beside !== undefined && !internal) faults.push(['beside', { code: 'expected.internal-only' }]);
  const checks = new Set(system.checks.map(({ id }) => id));
  for (const [index, item] of routine.items.entries()) {
    if ('check' in item && !checks.has(item.check))
      faults.push([
        `items.${index}.check`,
        { code: 'expected.known-check', values: { known: knownOf(checks) } },
      ]);
    for (const { path: field, ...fault } of settingFaultsOf(item, system))
      faults.push([`items.${index}.${field.join('.')}`, fault]);
    if (item.visibility === 'internal' && !internal)
      faults.push([`items.${index}.visibility`, { code: 'expected.public' }]);
  }
  if (routine.visibility === 'internal' && !internal)
    faults.push(['visibility', { code: 'expected.public' }]);
  return faults;
}

function settingFaultsOf(item: Routine['items'][number], system: System) {
  const [field, question] =
    'query' in item ? ['query', item.query] : 'computed' in item ? ['ask', item.ask] : [null, {}];
  if (field === null) return [];
  return questionSettingFaults(question, system).map((fault) => ({ ...fault, path: [field, ...fault.path] }));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A system without routines.
    throw error;
  }
}
