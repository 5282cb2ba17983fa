import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Piece, timePiece } from '../segment.ts';
import { type ReportMark, reportMark, standCounts } from './report-mark.ts';
import { routineName, routineOf } from './routines.ts';

/** A report in a list: what ran, when it was due, and what it came to. */
export interface ReportRow {
  readonly href: string;
  readonly name: string;
  readonly due: Piece;
  readonly mark: ReportMark;
  readonly counts: string;
}

export function reportRow(reader: Reader, reported: ReportsPublication, report: Report): ReportRow {
  const { system, routine: id } = report;
  return {
    href: reportPath(reader, report),
    name: routineName(reader, { system, id, routine: routineOf(reported, system, id) }),
    due: timePiece(reader, report.due_at),
    mark: reportMark(reader, report),
    counts: countsOf(reader, report),
  };
}

export function reportPath({ paths, language }: Reader, { system, routine, due_at }: Report): string {
  return paths.page(language, { name: 'report', system, routine, due: due_at });
}

/** "9 passed, 1 not known, 1 not signed off, 2 internal items not shown"; empty for a run that was missed. */
export function countsOf(reader: Reader, { items, internal }: Report): string {
  const { t, format } = reader;
  const shown = standCounts(reader, items);
  if (internal === 0) return shown;
  const hidden = t('count.internal', { count: internal, n: format.count(internal) });
  return shown === '' ? hidden : `${shown}, ${hidden}`;
}
