import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IsoInstant } from '../domain/instant.ts';
import type { Report } from '../domain/report.ts';
import { type SignOffLine, signOffFileSchema, signOffName } from '../domain/sign-off.ts';
import { type FileProblem, parseYaml } from '../domain/yaml.ts';
import { verified } from './signature.ts';

export interface SignOffs {
  /** Those that the record does not hold as they are now. */
  readonly lines: readonly SignOffLine[];
  readonly problems: readonly FileProblem[];
  /** True when signatures lie there and this machine has no `ssh-keygen`: then they are claims. */
  readonly unverified: boolean;
}

/**
 * Reads the sign-offs of reports below `written/sign-offs/<system>/<routine>/`. One counts as signed only with a
 * detached SSH signature beside it (`<file>.sig`) by a key of `allowed_signers`; else it is claimed. What was signed
 * when it was first seen stays so when its key is withdrawn later. Who signed stays there: only the role is kept.
 */
export async function readSignOffs(
  contentRoot: string,
  reports: readonly Report[],
  known: readonly SignOffLine[],
  now: IsoInstant,
): Promise<SignOffs> {
  const root = path.join(contentRoot, 'written', 'sign-offs');
  const lines: SignOffLine[] = [];
  const problems: FileProblem[] = [];
  let unverified = false;
  for (const file of await filesIn(root)) {
    const [system = '', routine = '', name = ''] = file.split('/');
    const where = path.join(root, file);
    const bytes = await readFile(where);
    const fault = (reason: string) => problems.push({ file: where, line: 1, column: 1, field: '', reason });
    const report = reports.find(
      (one) => one.system === system && one.routine === routine && `${signOffName(one.due_at)}.yaml` === name,
    );
    const parsed = parseYaml(where, bytes.toString('utf8'), signOffFileSchema);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else if (report === undefined)
      fault('expected a report that was due then, such as 2026-11-22T090000Z.yaml');
    else {
      const here = file.replace(/\.yaml$/, '');
      for (const { item, role, at, report: named } of parsed.value) {
        const line = { system, routine, due_at: report.due_at, item, role, at };
        const signature = await verified(
          { root, file: where, bytes },
          at,
          now,
          known.some(signedBefore(line)),
        );
        unverified ||= signature === 'no-tool';
        const good = signature === 'signed' || signature === 'signed-then';
        // Else what was signed once could be laid beside any other report.
        const standing = good && named === here ? signature : 'claimed';
        const manual = report.items.some(({ id, result }) => id === item && result === 'manual');
        if (named !== undefined && named !== here) fault(`expected "report: ${here}"`);
        else if (good && named === undefined)
          fault(`a signature counts with "report: ${here}" in what is signed only`);
        else if (!manual) fault(`"${item}" is no item of that report which is done by hand`);
        else lines.push({ ...line, standing });
      }
    }
  }
  // The last line of an item is what counts: one that was true before and is again is a line once more.
  const told = new Map(known.map((line) => [keyOf(line), line]));
  const isNew = (line: SignOffLine) => {
    const last = told.get(keyOf(line));
    if (last === undefined || last.role !== line.role || last.at !== line.at) return true;
    // A machine that can not verify takes nothing back.
    return last.standing !== line.standing && !(unverified && line.standing === 'claimed');
  };
  return { lines: lines.filter(isNew), problems, unverified };
}

function keyOf({ system, routine, due_at, item }: Omit<SignOffLine, 'standing'>): string {
  return JSON.stringify([system, routine, due_at, item]);
}

/** Whether a line of the record says that just this was signed, when it was seen. */
function signedBefore(line: Omit<SignOffLine, 'standing'>) {
  return (was: SignOffLine) =>
    was.standing !== 'claimed' && keyOf(was) === keyOf(line) && was.role === line.role && was.at === line.at;
}

/** `<system>/<routine>/<name>.yaml` of every file there is. */
async function filesIn(root: string): Promise<string[]> {
  if (!existsSync(root)) return []; // Nobody signed anything yet.
  const names = await readdir(root, { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^[^/]+\/[^/]+\/[^/]+\.yaml$/.test(name))
    .toSorted();
}
