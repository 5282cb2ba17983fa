import { z } from 'zod';
import { clockDoubts } from '../core/clock.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { addDuration, compareInstants, type IsoInstant, toIso, wholeSeconds } from '../core/instant.ts';
import { peersOf } from '../status/ask/peers.ts';
import { assertClockOf } from '../store/clock.ts';
import { exclusively } from '../store/lock.ts';
import { beginAsking } from './ask.ts';
import { checkedFor, type ReportCommand, type ReportEnding, wayOf } from './command.ts';
import { dueNow, firstLookedAt, keyOf } from './due.ts';
import { type InternalReport, writeInternal } from './internal.ts';
import { missedReport } from './make.ts';
import { reportMarkdown } from './markdown.ts';
import type { Occurrence } from './model/routine-schedule.ts';
import { readMonthly } from './monthly.ts';
import { addReports, type ReportRecord, readReports, reportsRoot } from './record.ts';
import { type RoutineSystem, type Running, runRoutine } from './run.ts';
import { readRoutineSystems } from './systems.ts';

export interface OneReport extends ReportCommand {
  readonly systemId: string;
  readonly routineId: string;
  /** As of when; then the report is shown and not kept: a run of then can not be made up now. */
  readonly at?: IsoInstant | undefined;
}

/**
 * `npm run report -- <system> <routine>`, without the process around it: runs a routine now and shows the report.
 * It is kept where the routine is due and not reported yet, or follows nothing but somebody's asking.
 */
export async function reportOne(command: OneReport): Promise<ReportEnding> {
  const { contentRoot, internalFolder, systemId, routineId, patience } = command;
  const clock = wholeSeconds(command.now());
  if (command.at !== undefined && !z.iso.datetime({ offset: true }).safeParse(command.at).success)
    throw new ExpectedError('--at: expected a time with its zone, such as 2026-11-22T09:00:00Z.');
  const now = command.at === undefined ? clock : toIso(command.at);
  if (compareInstants(now, clock) > 0) throw new ExpectedError('--at: expected a time that is past.');
  const { systems } = await readRoutineSystems(contentRoot, internalFolder);
  const one = systems.find(({ system }) => system.id === systemId);
  const file = one?.routines.find(({ routine }) => routine.id === routineId);
  if (one === undefined || file === undefined) throw new ExpectedError(unknownRoutine(systems, systemId));
  const way = wayOf(command);
  if (file.internal && way.kind !== 'files')
    throw new ExpectedError('An internal routine is not shown on this machine.');
  const root = reportsRoot(contentRoot);
  return await exclusively(root, { patience }, async () => {
    const record = await readReports(root);
    const checked = await checkedFor(contentRoot, [one], now);
    const { run, end } = beginAsking({ settings: command.settings, now: () => now, trust: command.trust });
    const silences: string[] = [];
    const onSilence: Running['onSilence'] = (asked, item, cause) => {
      if (!asked.internal || way.kind === 'files') silences.push(`${item}: ${cause}`);
    };
    try {
      const { occurrence, keep } = toRun(one, file.routine, record, now, command.at !== undefined);
      const beside = one.routines.filter(({ internal, routine }) => internal && routine.beside === routineId);
      const items = beside.reduce((sum, { routine }) => sum + routine.items.length, 0);
      const running = { checked, monthly: await readMonthly(contentRoot, now), run, now, onSilence };
      const report = await runRoutine(one, file, occurrence, running, items);
      const peers = keep ? await peersOf(run) : [];
      if (keep) await assertClockOf(contentRoot, now, peers);
      if (keep && file.internal) await writeInternal([{ routine: file.routine, report }], way, now);
      if (keep && !file.internal) {
        const key = keyOf(systemId, routineId);
        const known = record.manifest?.since[key] ?? firstLookedAt(file.routine, now);
        const own = record.reports.filter((was) => was.system === systemId && was.routine === routineId);
        // What nobody ran before this one: with this report the schedule no longer looks behind it.
        const missed = dueNow(file.routine, own, known, one.published.publication, now)
          .filter(({ kept, due_at }) => kept === 'missed' && due_at !== report.due_at)
          .map(({ due_at }) => missedReport(systemId, file.routine, due_at));
        const internal: InternalReport[] = [];
        for (const { routine, ...other } of beside.filter((candidate) => candidate.internal))
          internal.push({
            routine,
            report: await runRoutine(one, { routine, ...other }, occurrence, running, 0),
          });
        await writeInternal(internal, way, now);
        const demo = checked.demo || one.published.publication.manifest?.source.demo === true;
        const reports = [...missed, report];
        await addReports(record, { reports, signed: [], since: { [key]: known }, demo, now });
      }
      const note = keep ? [] : ['Shown, not kept: it is not due now, or was reported already.'];
      const text = [
        reportMarkdown(file.routine, report),
        ...silences,
        ...clockDoubts(now, peers),
        ...note,
      ].join('\n');
      return { text, exitCode: 0, reports: keep && !file.internal ? [report] : [] };
    } finally {
      end();
    }
  });
}

/** Which of its times a run now stands for, and whether it is kept. */
function toRun(
  { system, published }: RoutineSystem,
  routine: RoutineSystem['routines'][number]['routine'],
  record: ReportRecord,
  now: IsoInstant,
  pretended: boolean,
): { readonly occurrence: Occurrence; readonly keep: boolean } {
  const occurrence: Occurrence = { due_at: now, kept: 'on-time' };
  if (routine.due === null && routine.follows === undefined) return { occurrence, keep: !pretended };
  const own = record.reports.filter((one) => one.system === system.id && one.routine === routine.id);
  const known = addDuration(now, `-${routine.late_until}`);
  const due = dueNow(routine, own, known, published.publication, now).findLast(
    ({ kept }) => kept !== 'missed',
  );
  return due === undefined ? { occurrence, keep: false } : { occurrence: due, keep: !pretended };
}

function unknownRoutine(systems: readonly RoutineSystem[], systemId: string): string {
  const known = systems.flatMap(({ system, routines }) =>
    routines.filter(({ internal }) => !internal).map(({ routine }) => `${system.id} ${routine.id}`),
  );
  return `There is no such routine of "${systemId}" that can be read. There are:\n${known.join('\n')}`;
}
