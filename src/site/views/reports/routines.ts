import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { Routine } from '../../../reports/model/routine.ts';
import type { Reader } from '../../../words/reader.ts';

/** A routine by its ids, and its file where it is still carried out. */
export interface KnownRoutine {
  readonly system: string;
  readonly id: string;
  readonly routine: Routine | null;
}

/** Every routine that has a page: those that are carried out, and those of which only reports are left. */
export function knownRoutines({ routines, reports }: ReportsPublication): KnownRoutine[] {
  const written = routines.map(({ system, routine }) => ({ system, id: routine.id, routine }));
  const key = (one: { system: string; id: string }) => `${one.system}/${one.id}`;
  const keys = new Set(written.map(key));
  const gone = new Map(
    reports
      .map(({ system, routine }) => ({ system, id: routine, routine: null }))
      .filter((one) => !keys.has(key(one)))
      .map((one) => [key(one), one]),
  );
  return [...written, ...gone.values()].toSorted(byTimeOfDay);
}

/** The systems that have routines, in the order of the status page; after them any that is described no more. */
export function routineSystems(known: readonly KnownRoutine[], described: readonly string[]): string[] {
  return [...new Set([...described, ...known.map(({ system }) => system)])];
}

export function routineOf({ routines }: ReportsPublication, system: string, id: string): Routine | null {
  return routines.find((one) => one.system === system && one.routine.id === id)?.routine ?? null;
}

/** The name of a routine; its id where no file describes it any more. */
export function routineName({ language }: Reader, { id, routine }: KnownRoutine): string {
  return routine?.name[language] ?? id;
}

/** The reports of one routine, newest first. */
export function reportsOf({ reports }: ReportsPublication, { system, id }: KnownRoutine): Report[] {
  return reports.filter((report) => report.system === system && report.routine === id);
}

/** Daily ones in the order of the day, then weekly, monthly, and those that follow events. */
function byTimeOfDay(a: KnownRoutine, b: KnownRoutine): number {
  const [left, right] = [place(a), place(b)];
  if (left === right) return a.id < b.id ? -1 : 1;
  return left < right ? -1 : 1;
}

function place({ routine }: KnownRoutine): string {
  const rule = routine?.due?.rule ?? '';
  const frequency = ['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY'].findIndex((start) =>
    rule.startsWith(start),
  );
  const hour = /BYHOUR=(\d+)/.exec(rule)?.[1] ?? '';
  return `${frequency === -1 ? 9 : frequency} ${hour.padStart(2, '0')}`;
}
