import type { IsoInstant } from '../core/instant.ts';
import { knownAnswers } from '../status/known-answers.ts';
import type { System } from '../systems/system.ts';
import { type Asking, askFor } from './ask.ts';
import type { CheckedContent, PublishedContent } from './content.ts';
import { makeReport, missedReport } from './make.ts';
import type { Report } from './model/report.ts';
import type { Computed } from './model/routine.ts';
import type { Occurrence } from './model/routine-schedule.ts';
import type { MonthlyContent } from './monthly.ts';
import type { RoutineFile } from './routine-file.ts';

/** A system with its routines, and what is known of it. */
export interface RoutineSystem {
  readonly system: System;
  /** Reads a file of SQL of the system; null for one that is not there. */
  readonly sql: (file: string) => string | null;
  readonly routines: readonly RoutineFile[];
  readonly published: PublishedContent;
}

export interface Running {
  readonly checked: CheckedContent;
  readonly monthly: MonthlyContent;
  readonly run: Asking['run'];
  readonly now: IsoInstant;
  readonly onSilence: (file: RoutineFile, item: string, cause: string) => void;
}

/** Carries out a routine for one time it was due: asks what has to be asked, and makes the report of it. */
export async function runRoutine(
  { system, sql, published }: RoutineSystem,
  file: RoutineFile,
  { due_at, kept }: Occurrence,
  { checked, monthly, run, now, onSilence }: Running,
  internal: number,
): Promise<Report> {
  const { routine, folder, sha256 } = file;
  if (kept === 'missed') return missedReport(system.id, routine, due_at);
  const answers = await askFor(routine, {
    run,
    system,
    folder,
    onSilence: (item, cause) => onSilence(file, item, cause),
  });
  const { runs, every } = knownAnswers(system, sql, checked.status, now);
  const computes = (name: Computed) =>
    routine.items.some((item) => 'computed' in item && item.computed === name);
  const hashes = {
    routine: sha256,
    [system.id]: published.sha256,
    status: checked.sha256,
    audit: computes('audit') ? monthly.audit.sha256 : null,
    restore: computes('archive-restored') ? monthly.restore.sha256 : null,
  };
  const known = Object.entries(hashes).filter((entry): entry is [string, string] => entry[1] !== null);
  return makeReport(
    routine,
    kept,
    {
      system,
      at: now,
      due_at,
      publication: published.publication,
      runs,
      every,
      audit: monthly.audit.value,
      restore: monthly.restore.value,
      answers,
      hashes: Object.fromEntries(known),
    },
    internal,
  );
}
