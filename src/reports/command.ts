import path from 'node:path';
import { clockDoubts } from '../core/clock.ts';
import { addDuration, durationSeconds, type IsoInstant, wholeSeconds } from '../core/instant.ts';
import { peersOf } from '../status/ask/peers.ts';
import { assertClockOf } from '../store/clock.ts';
import { exclusively } from '../store/lock.ts';
import { formatProblem } from '../words/said.ts';
import { beginAsking } from './ask.ts';
import { type CheckedContent, readChecked } from './content.ts';
import { dueNow, firstLookedAt, keyOf } from './due.ts';
import {
  assertRecipient,
  type InternalReport,
  type InternalWay,
  internalDues,
  writeInternal,
} from './internal.ts';
import { counts } from './markdown.ts';
import type { Report } from './model/report.ts';
import type { ReportManifest } from './model/report-manifest.ts';
import { readMonthly } from './monthly.ts';
import { draftPublicNote } from './public-note.ts';
import { addReports, type ReportRecord, readReports, reportsRoot } from './record.ts';
import type { RoutineFile } from './routine-file.ts';
import { type RoutineSystem, type Running, runRoutine } from './run.ts';
import { readSignOffs } from './sign-offs.ts';
import { readRoutineSystems } from './systems.ts';

export interface ReportCommand {
  readonly contentRoot: string;
  /** Where internal routines are written, one folder a system; none unless told. */
  readonly internalFolder?: string | undefined;
  /** A folder that git ignores: `internal/` and `drafts/` are made in it. */
  readonly scratch: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly now: () => IsoInstant;
  /** An age recipient. */
  readonly encryptTo?: string | undefined;
  /** Whether the files and the logs of this machine are public, as those of a public repository's runner are. */
  readonly publicMachine: boolean;
  readonly trust?: string;
  /** Milliseconds to wait for another run that writes to the same folder. */
  readonly patience?: number;
  readonly onStep?: (message: string) => void;
}

export interface ReportEnding {
  readonly text: string;
  /** 0 unless a file was wrong or the record could not be written: a failed item is an answer. */
  readonly exitCode: 0 | 1;
  /** The public reports that were added. */
  readonly reports: readonly Report[];
}

const NOT_WRITTEN =
  'Internal reports were not written: what is on this machine is public. --encrypt-to <age recipient> lets them leave it encrypted.';

/** `npm run report -- --due`, without the process around it: whatever is due, each once. */
export async function reportDue(command: ReportCommand): Promise<ReportEnding> {
  const root = reportsRoot(command.contentRoot);
  const { onStep, patience } = command;
  const way = wayOf(command);
  return exclusively(root, { patience, onStep }, async () => runDue(command, way, await readReports(root)));
}

/** @throws ExpectedError */
export function wayOf({ scratch, encryptTo, publicMachine }: ReportCommand): InternalWay {
  const folder = path.join(scratch, 'internal');
  if (encryptTo !== undefined && encryptTo !== '') {
    assertRecipient(encryptTo);
    return { kind: 'encrypted', folder, recipient: encryptTo };
  }
  return publicMachine ? { kind: 'nowhere' } : { kind: 'files', folder };
}

async function runDue(command: ReportCommand, way: InternalWay, record: ReportRecord): Promise<ReportEnding> {
  const now = wholeSeconds(command.now());
  const { systems, problems, internalProblems } = await readRoutineSystems(
    command.contentRoot,
    command.internalFolder,
  );
  const checked = await checkedFor(command.contentRoot, systems, now);
  const lines = [...problems, ...(way.kind === 'files' ? internalProblems : [])];
  const { run, end } = beginAsking({ settings: command.settings, now: command.now, trust: command.trust });
  const silences: string[] = [];
  const running: Running = {
    checked,
    monthly: await readMonthly(command.contentRoot, now),
    run,
    now,
    onSilence: (file, item, cause) => {
      if (!file.internal || way.kind === 'files') silences.push(`  ${file.routine.id}, ${item}: ${cause}`);
    },
  };
  const reports: Report[] = [];
  const internal: InternalReport[] = [];
  const since: ReportManifest['since'] = {};
  try {
    for (const one of systems) {
      command.onStep?.(`Routines of ${one.system.id}`);
      const own = await runDueOf(one, record, running, way);
      reports.push(...own.reports);
      internal.push(...own.internal);
      Object.assign(since, own.since);
    }
  } finally {
    end();
  }
  const peers = await peersOf(run);
  await assertClockOf(command.contentRoot, now, peers);
  lines.push(...clockDoubts(now, peers));
  const demo = checked.demo || systems.some(({ published }) => published.publication.manifest?.source.demo);
  const signOffs = await readSignOffs(
    command.contentRoot,
    {
      reports: [...record.reports, ...reports],
      routines: systems.flatMap(({ routines }) => routines.filter(({ internal }) => !internal)),
      signed: record.signed,
    },
    now,
  );
  // First: once the public reports are kept, nothing is due any more, and what was internal beside them would be lost.
  const written = await writeInternal(internal, way, now);
  await addReports(record, { reports, signed: signOffs.lines, since, demo, now });
  lines.push(...signOffs.problems.map((problem) => formatProblem(problem)));
  for (const report of reports)
    lines.push(`${report.system}, ${report.routine}, due ${report.due_at}: ${told(report)}`);
  lines.push(...silences);
  lines.push(...(await drafts(command, systems, reports)));
  if (signOffs.lines.length > 0) lines.push(`${signOffs.lines.length} sign-offs added.`);
  if (signOffs.unverified)
    lines.push('ssh-keygen is not installed: signatures were not verified, and count as claimed.');
  if (internal.length > 0 && way.kind === 'nowhere') lines.push(NOT_WRITTEN);
  if (way.kind === 'encrypted' && written.length > 0)
    lines.push(`Internal, encrypted: ${written.join(', ')}`);
  if (internal.length > 0 && way.kind === 'files')
    lines.push(`${internal.length} internal reports in ${way.folder}.`);
  const wrong = problems.length + internalProblems.length + signOffs.problems.length;
  if (internalProblems.length > 0 && way.kind !== 'files')
    lines.push('An internal routine could not be read.');
  return { text: lines.join('\n') || 'Nothing is due.', exitCode: wrong === 0 ? 0 : 1, reports };
}

/** The samples that the longest look back of any item needs. */
export function checkedFor(
  contentRoot: string,
  systems: readonly RoutineSystem[],
  now: IsoInstant,
): Promise<CheckedContent> {
  const items = systems.flatMap(({ routines }) => routines.flatMap(({ routine }) => routine.items));
  const spans = items.flatMap((item) =>
    'over' in item && item.over !== undefined ? [durationSeconds(item.over)] : [],
  );
  return readChecked(contentRoot, addDuration(now, `-PT${Math.max(86_400, ...spans)}S`), now);
}

async function drafts(
  { scratch }: ReportCommand,
  systems: readonly RoutineSystem[],
  reports: readonly Report[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const report of reports) {
    const system = systems.find((one) => one.system.id === report.system)?.system;
    const unit = system?.transparency?.datasets.daily?.unit ?? '';
    const file = await draftPublicNote(path.join(scratch, 'drafts'), report, unit);
    if (file !== null) lines.push(`A public note was prepared, to be read before it is used: ${file}`);
  }
  return lines;
}

function told(report: Report): string {
  return report.kept === 'late' ? `late, ${counts(report)}` : counts(report);
}

/** Runs what is due of one system: its public routines with the internal ones beside them, and internal ones alone. */
async function runDueOf(one: RoutineSystem, record: ReportRecord, running: Running, way: InternalWay) {
  const { system, routines, published } = one;
  const { now } = running;
  const reports: Report[] = [];
  const internal: InternalReport[] = [];
  const since: ReportManifest['since'] = {};
  const run = (file: RoutineFile, occurrence: Parameters<typeof runRoutine>[2], beside: number) =>
    runRoutine(one, file, occurrence, running, beside);
  for (const file of routines.filter((candidate) => !candidate.internal)) {
    const { routine } = file;
    const key = keyOf(system.id, routine.id);
    const own = record.reports.filter(
      (report) => report.system === system.id && report.routine === routine.id,
    );
    since[key] = record.manifest?.since[key] ?? firstLookedAt(routine, now);
    const beside = routines.filter((other) => other.internal && other.routine.beside === routine.id);
    const items = beside.reduce((sum, other) => sum + other.routine.items.length, 0);
    for (const occurrence of dueNow(routine, own, since[key], published.publication, now)) {
      reports.push(await run(file, occurrence, items));
      if (occurrence.kept === 'missed') continue;
      for (const other of beside)
        internal.push({ routine: other.routine, report: await run(other, occurrence, 0) });
    }
  }
  for (const file of routines.filter((candidate) => candidate.internal)) {
    const { routine } = file;
    if (routine.beside !== undefined) continue;
    const folder = way.kind === 'files' ? way.folder : '';
    const dues = (await internalDues(folder, system.id, routine.id)).map((due_at) => ({ due_at }));
    for (const occurrence of dueNow(routine, dues, firstLookedAt(routine, now), published.publication, now))
      internal.push({ routine, report: await run(file, occurrence, 0) });
  }
  return { reports, internal, since };
}
