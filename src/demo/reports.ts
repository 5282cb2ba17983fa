import path from 'node:path';
import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import {
  addDays,
  addDuration,
  compareInstants,
  dayOf,
  durationSeconds,
  type IsoInstant,
  wholeSeconds,
} from '../core/instant.ts';
import { isRole } from '../core/role.ts';
import type { Publication } from '../ledger/publication.ts';
import type { PublishedRecord } from '../ledger/record.ts';
import type { Answers, Asked } from '../reports/answers.ts';
import { type CheckedContent, readChecked } from '../reports/content.ts';
import { dueNow, keyOf } from '../reports/due.ts';
import { makeReport, missedReport } from '../reports/make.ts';
import type { Report } from '../reports/model/report.ts';
import type { Routine } from '../reports/model/routine.ts';
import type { Occurrence } from '../reports/model/routine-schedule.ts';
import type { SignOffLine } from '../reports/model/sign-off.ts';
import { type MonthlyContent, readMonthly } from '../reports/monthly.ts';
import { addReports, readReports, reportsRoot } from '../reports/record.ts';
import type { RoutineFile } from '../reports/routine-file.ts';
import type { RoutineSystem } from '../reports/run.ts';
import { readRoutineSystems } from '../reports/systems.ts';
import { readContent } from '../snapshot/content.ts';
import type { Run } from '../status/sample.ts';
import { runsOf } from '../status/status-run.ts';
import { asOf } from './as-of.ts';

/** How long after a run somebody signs it off in the demo. */
const AFTER = 'PT40M';
/** By the day of the month, over and over. */
const STANDINGS = [null, 'claimed', 'signed', 'signed'] as const;

/** Sign-offs of the demo's manual items: most days signed, some claimed, some left open. Those of today are open. */
function demoSignOffs(
  systems: readonly RoutineSystem[],
  reports: readonly Report[],
  now: IsoInstant,
): SignOffLine[] {
  const today = addDuration(now, '-PT24H');
  return reports.flatMap(({ system, routine, due_at, ran_at, items }): SignOffLine[] => {
    const standing = STANDINGS[Number(due_at.slice(8, 10)) % STANDINGS.length] ?? null;
    if (standing === null || ran_at === null || compareInstants(due_at, today) > 0) return [];
    const written = systems
      .find((one) => one.system.id === system)
      ?.routines.find((one) => one.routine.id === routine)?.routine.items;
    return items.flatMap(({ id }): SignOffLine[] => {
      const item = written?.find((one) => one.id === id);
      if (item === undefined || !('manual' in item) || !isRole(item.manual.role)) return [];
      const { role } = item.manual;
      const at = addDuration(ran_at, AFTER);
      return [{ system, routine, due_at, item: id, role, at, standing, rules: 'role-and-time' }];
    });
  });
}

/** How far back the demo's reports go, and how many days ago a morning was late, and one was missed. */
const DAYS = 60;
const LATE = 12;
const MISSED = 23;
/** How long after it was due that one was missed is noticed. */
const NOTICED = 'PT12H';
/** The samples that a weekly routine looks back at. */
const LOOKS_BACK = 8;

/**
 * Makes 60 days of reports for the demo, with the code that makes them in production, from the invented samples and
 * the published ledger as it stood on each day. Only what would have been asked then is invented too.
 */
export async function makeDemoReports(contentRoot: string, now: IsoInstant): Promise<readonly Report[]> {
  const { systems } = await readRoutineSystems(contentRoot, undefined);
  const { record } = await readContent(path.join(contentRoot, 'generated', 'tpc'));
  const begin = `${addDays(dayOf(now), -DAYS)}T00:00:00Z`;
  const checked = await readChecked(contentRoot, `${addDays(dayOf(begin), -LOOKS_BACK)}T00:00:00Z`, now);
  const reports: Report[] = [];
  const since: Record<string, IsoInstant> = {};
  for (const one of systems) {
    const runs = byDay(one, checked);
    for (const file of one.routines) {
      since[keyOf(one.system.id, file.routine.id)] = begin;
      for (const { due_at } of dueNow(file.routine, [], begin, one.published.publication, now)) {
        const kept = storyOf(one.system.id, file.routine, due_at, now);
        const at = addDuration(
          due_at,
          kept === 'late' ? 'PT4H12M' : `PT${6 + (Number(due_at.slice(8, 10)) % 4)}M`,
        );
        if (compareInstants(at, now) > 0) continue;
        if (kept === 'missed') reports.push(missedReport(one.system.id, file.routine, due_at));
        else
          reports.push(
            reportOf(
              one,
              file,
              { due_at, kept },
              wholeSeconds(at),
              runs,
              checked.sha256 ?? '',
              await readMonthly(contentRoot, at),
              record,
            ),
          );
      }
    }
  }
  const kept = await readReports(reportsRoot(contentRoot));
  // In the order in which runs would have added them: one that was late comes behind those that were due after it.
  const ordered = reports.toSorted((a, b) => compareInstants(addedAt(a), addedAt(b)));
  const signed = demoSignOffs(systems, ordered, now);
  await addReports(kept, { reports: ordered, signed, since, demo: true, now });
  return ordered;
}

function reportOf(
  { system, published }: RoutineSystem,
  { routine, sha256 }: RoutineFile,
  { due_at, kept }: Occurrence & { readonly kept: 'on-time' | 'late' },
  at: IsoInstant,
  runs: (at: IsoInstant) => readonly Run[],
  status: string,
  monthly: MonthlyContent,
  record: PublishedRecord,
): Report {
  const publication = asOf({ ...published.publication, record }, at);
  const runsThen = runs(at);
  // Of the manifests as they would have read then: two reports of different days are not made of the same bytes.
  const { manifest } = publication;
  const hashes = {
    routine: sha256,
    status: sha256Hex(canonicalJson([status, runsThen.at(-1)?.at ?? null])),
    ...(manifest === null ? {} : { [system.id]: sha256Hex(canonicalJson(manifest as unknown as Json)) }),
  };
  const answers = invented(routine, publication);
  const internal = system.id === 'tpc' && routine.id === 'morning' ? 1 : 0;
  return makeReport(
    routine,
    kept,
    {
      system,
      at,
      due_at,
      publication,
      runs: runsThen,
      every: durationSeconds(system.checked_every),
      audit: monthly.audit.value,
      restore: monthly.restore.value,
      answers,
      hashes,
    },
    internal,
  );
}

/** When a run added a report; one that was missed is noticed by a later run. */
export function addedAt({ ran_at, due_at }: Pick<Report, 'ran_at' | 'due_at'>): IsoInstant {
  return ran_at ?? addDuration(due_at, NOTICED);
}

/** Two mornings of the main system went otherwise; everything else is on time. */
function storyOf(system: string, { id }: Routine, due: IsoInstant, now: IsoInstant): Occurrence['kept'] {
  if (system !== 'tpc' || id !== 'morning') return 'on-time';
  if (dayOf(due) === addDays(dayOf(now), -MISSED)) return 'missed';
  return dayOf(due) === addDays(dayOf(now), -LATE) ? 'late' : 'on-time';
}

/** The runs of the days before an instant, none of them after it. */
function byDay({ system }: RoutineSystem, { status }: CheckedContent): (at: IsoInstant) => readonly Run[] {
  const days = Map.groupBy(runsOf(status.lines, system.id), ({ at }) => dayOf(at));
  return (at) => {
    const needed = Array.from({ length: LOOKS_BACK + 1 }, (_, back) => addDays(dayOf(at), back - LOOKS_BACK));
    return needed.flatMap((day) => days.get(day) ?? []).filter((run) => run.at <= at);
  };
}

/** What the sources would have answered then: what this site shows (the API its newest), and escrows as they must be. */
function invented({ items }: Routine, { rows }: Publication): Answers {
  const answers = new Map<string, Asked>();
  const newest = rows.batches.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1)).slice(0, 10);
  for (const item of items) {
    if (!('computed' in item)) continue;
    if (item.computed === 'data-mismatch') {
      const metrics = rows.metrics[0] ?? {};
      const database = { before: metrics, after: metrics, batches: rows.batches };
      answers.set(item.id, { kind: 'three', three: { database, api: { metrics, batches: newest } } });
    }
    if (item.computed === 'escrow') {
      const escrows = ['personal', 'personal', 'reward-managed', 'reward-assisted'].map((label, index) => ({
        label,
        expected: `${1_500_000_000 + index}`,
        balance: `${1_500_000_000 + index * 2}`,
      }));
      answers.set(item.id, { kind: 'escrow', escrows, unlocks: [] });
    }
  }
  return answers;
}
