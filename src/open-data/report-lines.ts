import { canonicalLines, type Json } from '../core/canonical.ts';
import { monthOf } from '../core/instant.ts';
import type { ReportsPublication } from '../reports/model/reports-publication.ts';
import { reportLinesName } from '../words/paths.ts';
import type { OpenFile } from './table.ts';

/** The reports that were due in a month, whole: oldest first, a canonical JSON a line. */
export interface ReportLines extends OpenFile {
  readonly month: string;
  readonly rows: number;
}

/** A file for each month in which a report was due, oldest first: a month that is over changes by sign-offs alone. */
export function reportLines({ reports }: ReportsPublication): ReportLines[] {
  return [...Map.groupBy(reports.toReversed(), ({ due_at }) => monthOf(due_at))].map(([month, due]) => ({
    month,
    name: `${reportLinesName(month)}.jsonl`,
    // As they were entered: what the log says of them stands there.
    text: canonicalLines(due.map(({ late: _late, ...report }) => report) as unknown as Json[]),
    rows: due.length,
  }));
}
