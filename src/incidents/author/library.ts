import type { Language } from '../../core/language.ts';
import type { Playbook } from '../../systems/playbook.ts';
import { readPlaybooks } from '../../systems/playbook-file.ts';
import type { System } from '../../systems/system.ts';
import { listSystems, readSystemFile, SystemFileError, sqlIn } from '../../systems/system-file.ts';
import { formatProblem } from '../../words/said.ts';

/** The systems that can be written about, each with its playbooks, and what is wrong in the files of the others. */
export interface Library {
  readonly systems: ReadonlyMap<string, Shelf>;
  /** `file:line:column field: reason`, a line each. */
  readonly problems: readonly string[];
}

export interface Shelf {
  readonly system: System;
  /** Reads a file of SQL of the system; null for one that is not there. */
  readonly sql: (file: string) => string | null;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/** Reads everything a writer may refer to. A broken file costs its own system or playbook only, and is said. */
export async function readLibrary(contentRoot: string, language: Language): Promise<Library> {
  const systems = new Map<string, Shelf>();
  const problems: string[] = [];
  for (const id of await listSystems(contentRoot)) {
    try {
      const { system, folder } = await readSystemFile(contentRoot, id);
      const read = await readPlaybooks(contentRoot, system);
      systems.set(id, { system, sql: sqlIn(folder), playbooks: read.playbooks });
      problems.push(...read.problems.map((problem) => formatProblem(problem, language)));
    } catch (error) {
      if (!(error instanceof SystemFileError)) throw error;
      const { problems: own, message } = error;
      problems.push(...(own.length === 0 ? [message] : own.map((one) => formatProblem(one, language))));
    }
  }
  return { systems, problems };
}
