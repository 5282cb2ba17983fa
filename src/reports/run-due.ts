import { dueNow, firstLookedAt, keyOf } from './due.ts';
import { type InternalReport, type InternalWay, internalDues } from './internal.ts';
import type { Report } from './model/report.ts';
import type { ReportManifest } from './model/report-manifest.ts';
import type { ReportRecord } from './record.ts';
import type { RoutineFile } from './routine-file.ts';
import { type RoutineSystem, type Running, runRoutine } from './run.ts';

/** Runs what is due of one system: its public routines with the internal ones beside them, and internal ones alone. */
export async function runDueOf(one: RoutineSystem, record: ReportRecord, running: Running, way: InternalWay) {
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
