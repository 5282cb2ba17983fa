import type { IsoInstant } from '../core/instant.ts';
import { punctualityOf, type Report, type ReportItem } from '../reports/model/report.ts';
import type { ReportsPublication } from '../reports/model/reports-publication.ts';
import { REPORT_RESULTS } from '../words/paths.ts';
import { csvOf } from './csv.ts';
import { type Column, field, type OpenFile, type OpenTable, tableOf } from './table.ts';

/** A public item of a report; null for a run that was missed, which has none. */
type Row = Pick<Report, 'system' | 'routine' | 'due_at' | 'ran_at'> & {
  readonly kept: ReturnType<typeof punctualityOf>;
  /** Since when the log has it, where that is later than it says that it ran. */
  readonly logged_at: IsoInstant | null;
  readonly internal: number;
  readonly item: ReportItem | null;
};

const ofItem = (name: string, value: (item: ReportItem) => string | undefined): Column<Row> => ({
  name,
  type: 'string',
  text: 'verbatim',
  value: ({ item }) => (item === null ? null : (value(item) ?? null)),
});

const COLUMNS: readonly Column<Row>[] = [
  field('system'),
  field('routine'),
  field('due_at'),
  field('kept'),
  field('ran_at'),
  ofItem('item', ({ id }) => id),
  ofItem('result', ({ result }) => result),
  ofItem('reason', ({ reason }) => reason),
  ofItem('sign_off', ({ sign_off }) => sign_off?.standing),
  // A role comes from a file that somebody committed.
  { ...ofItem('sign_off_role', ({ sign_off }) => sign_off?.role), text: 'free' },
  ofItem('sign_off_at', ({ sign_off }) => sign_off?.at),
  { name: 'internal', type: 'integer', text: 'verbatim', value: ({ internal }) => `${internal}` },
  field('logged_at'),
];

/** A row for each public item of each report, newest report first; one row for a run that was missed. */
export function reportResultsTable({ reports }: ReportsPublication): OpenTable {
  const rows = reports.flatMap((report): Row[] =>
    (report.items.length === 0 ? [null] : report.items).map((item) => ({
      ...report,
      kept: punctualityOf(report),
      logged_at: report.late?.logged ?? null,
      item,
    })),
  );
  return tableOf(REPORT_RESULTS, COLUMNS, rows);
}

/** Null while no report was ever kept: then there is no file, which is not the same as an empty one. */
export function reportResultsCsv(reported: ReportsPublication): OpenFile | null {
  if (reported.observed_at === null) return null;
  return { name: `${REPORT_RESULTS}.csv`, text: csvOf(reportResultsTable(reported)) };
}
