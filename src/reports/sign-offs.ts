import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../core/fault.ts';
import { compareInstants, type IsoInstant } from '../core/instant.ts';
import { ROLES } from '../core/role.ts';
import { type FileProblem, parseYaml } from '../core/yaml.ts';
import { signerProblems } from './allowed-signers.ts';
import type { Report } from './model/report.ts';
import type { Routine } from './model/routine.ts';
import { type SignOffLine, signOffFileSchema, signOffName } from './model/sign-off.ts';
import { verified } from './signature.ts';

const RULES = 'role-and-time';

export interface SignOffs {
  /** Those that the record does not hold as they are now. */
  readonly lines: readonly SignOffLine[];
  readonly problems: readonly FileProblem[];
  /** True when signatures lie there and this machine has no `ssh-keygen`: then they are claims. */
  readonly unverified: boolean;
}

/** What sign-offs are held against. */
export interface Signable {
  readonly reports: readonly Report[];
  /** The routines as they are written now, for the roles of their manual items. */
  readonly routines: readonly { readonly system: string; readonly routine: Routine }[];
  /** The lines of the record. */
  readonly signed: readonly SignOffLine[];
}

/**
 * Reads the sign-offs of reports below `written/sign-offs/<system>/<routine>/`: in the role of the item, at a time
 * between the run and now. One counts as signed only with a detached SSH signature beside it (`<file>.sig`) by a key
 * that `allowed_signers` binds to that role; else it is claimed. What was signed when it was first seen stays so when
 * its key is withdrawn later. Who signed stays there: only the role is kept.
 */
export async function readSignOffs(
  contentRoot: string,
  { reports, routines, signed: known }: Signable,
  now: IsoInstant,
): Promise<SignOffs> {
  const root = path.join(contentRoot, 'written', 'sign-offs');
  const lines: SignOffLine[] = [];
  const problems: FileProblem[] = await signerProblems(root);
  let unverified = false;
  for (const file of await filesIn(root)) {
    const [system = '', routine = '', name = ''] = file.split('/');
    const where = path.join(root, file);
    const bytes = await readFile(where);
    const fault = (fault: Fault, field = '') =>
      problems.push({ file: where, line: 1, column: 1, field, ...fault });
    const report = reports.find(
      (one) => one.system === system && one.routine === routine && `${signOffName(one.due_at)}.yaml` === name,
    );
    const parsed = parseYaml(where, bytes.toString('utf8'), signOffFileSchema);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else if (report === undefined) fault({ code: 'expected.report-due' });
    else {
      const here = file.replace(/\.yaml$/, '');
      for (const { item, role, at, report: named } of parsed.value) {
        const line = { system, routine, due_at: report.due_at, item, role, at, rules: RULES } as const;
        const against = againstRules(line, report, routines, now);
        // What was published before there were rules stays as it was, shown as what it proves.
        if (against.length > 0 && known.some((was) => isSame(was, line) && was.rules === undefined)) continue;
        const signature = await verified({ root, file: where, bytes }, line, now, provenBefore(line, known));
        unverified ||= signature === 'no-tool';
        const good = signature !== 'no-tool' && signature !== 'claimed';
        // Else what was signed once could be laid beside any other report.
        const standing = good && named === here ? signature : 'claimed';
        const manual = report.items.some(({ id, result }) => id === item && result === 'manual');
        if (named !== undefined && named !== here)
          fault({ code: 'sign-off.named', values: { report: here } });
        else if (good && named === undefined) fault({ code: 'sign-off.unnamed', values: { report: here } });
        else if (!manual) fault({ code: 'sign-off.item', values: { item } });
        else if (against.length > 0) for (const [field, wrong] of against) fault(wrong, field);
        else lines.push({ ...line, standing });
      }
    }
  }
  // The last line of an item is what counts: one that was true before and is again is a line once more.
  const told = new Map(known.map((line) => [keyOf(line), line]));
  const isNew = (line: SignOffLine) => {
    const last = told.get(keyOf(line));
    if (last === undefined || !isSame(last, line)) return true;
    // A machine that can not verify takes nothing back.
    if (unverified && line.standing === 'claimed') return false;
    return last.standing !== line.standing || last.rules !== line.rules;
  };
  return { lines: lines.filter(isNew), problems, unverified };
}

type Said = Omit<SignOffLine, 'standing' | 'rules'>;

function keyOf({ system, routine, due_at, item }: Said): string {
  return JSON.stringify([system, routine, due_at, item]);
}

/** Whether two lines say the same of the same item, whatever either is worth. */
function isSame(a: Said, b: Said): boolean {
  return keyOf(a) === keyOf(b) && a.role === b.role && a.at === b.at;
}

/** What is left of what the record says of a signature once its key is withdrawn; null where it says nothing. */
function provenBefore(line: Said, known: readonly SignOffLine[]): 'signed-then' | 'key-only' | null {
  const signed = known.filter((was) => was.standing !== 'claimed' && isSame(was, line));
  if (signed.some(({ standing, rules }) => rules !== undefined && standing !== 'key-only'))
    return 'signed-then';
  return signed.length > 0 ? 'key-only' : null;
}

/** Which rules a sign-off breaks, by field. */
function againstRules(
  { item, role, at }: Said,
  { system, routine, due_at, ran_at }: Report,
  routines: Signable['routines'],
  now: IsoInstant,
): [string, Fault][] {
  const described = routines
    .find((one) => one.system === system && one.routine.id === routine)
    ?.routine.items.find(({ id }) => id === item);
  const own = described !== undefined && 'manual' in described ? [described.manual.role] : ROLES;
  const ran = ran_at ?? due_at;
  const broken: [string, Fault][] = [];
  if (!own.some((one) => one === role))
    broken.push(['role', { code: 'sign-off.role', values: { known: own } }]);
  if (compareInstants(ran, at) > 0 || compareInstants(at, now) > 0)
    broken.push(['at', { code: 'sign-off.time', values: { ran } }]);
  return broken;
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
