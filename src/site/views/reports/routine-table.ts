import type { IsoInstant } from '../../../core/instant.ts';
import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Segment, timePiece } from '../segment.ts';
import { dueAfter, overdueOf, reportedNow } from './due-words.ts';
import { keptLately, keptPeriod, keptWords } from './kept-words.ts';
import { type ReportMark, reportMark } from './report-mark.ts';
import { countsOf, reportPath } from './report-rows.ts';
import { type KnownRoutine, knownRoutines, reportsOf, routineName } from './routines.ts';

export interface RoutineTable {
  readonly head: {
    readonly routine: string;
    readonly latest: string;
    readonly kept: string;
    readonly next: string;
  };
  readonly rows: readonly RoutineRow[];
}

interface RoutineRow {
  readonly name: string;
  readonly href: string;
  readonly mark: ReportMark;
  /** The latest report; null before the first. */
  readonly report: string | null;
  readonly counts: string;
  readonly kept: string;
  /** Which days that is counted over. */
  readonly period: string | null;
  readonly next: readonly Segment[];
  readonly overdue: ReturnType<typeof overdueOf>;
}

/** The routines of a system, each with its latest result. */
export function routineTable(
  reader: Reader,
  status: StatusPublication,
  reported: ReportsPublication,
  system: string,
): RoutineTable {
  const { t } = reader;
  return {
    head: {
      routine: t('reports.routine'),
      latest: t('reports.latest'),
      kept: t('reports.kept'),
      next: t('reports.next'),
    },
    rows: knownRoutines(reported)
      .filter((known) => known.system === system)
      .map((known) => routineRow(reader, reported, known, reportedNow(status, reported))),
  };
}

function routineRow(
  reader: Reader,
  reported: ReportsPublication,
  known: KnownRoutine,
  now: IsoInstant,
): RoutineRow {
  const { paths, language } = reader;
  const [latest] = reportsOf(reported, known);
  const kept = keptLately(reported, known);
  return {
    name: routineName(reader, known),
    href: paths.page(language, { name: 'routine', system: known.system, routine: known.id }),
    mark: reportMark(reader, latest),
    report: latest === undefined ? null : reportPath(reader, latest),
    counts: latest === undefined ? '' : countsOf(reader, latest),
    kept: keptWords(reader, known, kept),
    period: keptPeriod(reader, kept),
    next: nextOf(reader, known, latest),
    overdue: overdueOf(reader, known.routine, latest, now),
  };
}

/** When it falls due after its latest report. */
function nextOf(reader: Reader, { routine }: KnownRoutine, latest: Report | undefined): Segment[] {
  const { t } = reader;
  if (routine === null) return [t('word.none')];
  if (routine.due === null)
    return [t(routine.follows === undefined ? 'reports.onRequest' : 'reports.noNext')];
  const due = dueAfter(routine, latest);
  return [due === null ? t('word.unknown') : timePiece(reader, due)];
}
