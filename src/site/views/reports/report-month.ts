import { dayOf, monthOf } from '../../../core/instant.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { subjectOf } from '../incidents/named.ts';
import type { Link } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import type { Table } from '../table.ts';
import { anchorOf, calendarOf } from './report-calendar.ts';
import { type ReportRow, reportRow } from './report-rows.ts';
import { lastChange } from './reports-page.ts';

/** All reports of a month, day by day, newest first. */
export interface ReportMonthPage {
  readonly shell: Shell;
  readonly title: string;
  readonly calendar: Table;
  readonly days: readonly {
    readonly id: string;
    readonly name: string;
    readonly rows: readonly (ReportRow & { readonly system: string })[];
  }[];
  readonly back: Link;
}

export function reportMonthOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  reported: ReportsPublication,
  month: string,
): ReportMonthPage {
  const { t, format, paths, language } = reader;
  const own = reported.reports.filter(({ due_at }) => monthOf(due_at) === month);
  const title = t('reports.monthTitle', { month: format.month(month) });
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'report-month', month },
      title,
      description: t('reports.description'),
      dated: { posted: lastChange(own), demo: reported.demo, of: 'reports' },
    }),
    title,
    calendar: calendarOf(reader, own, month),
    days: [...Map.groupBy(own, ({ due_at }) => dayOf(due_at))].map(([day, reports]) => ({
      id: anchorOf(day),
      name: format.day(day),
      rows: reports.map((report) => ({
        ...reportRow(reader, reported, report),
        system: subjectOf(reader, status, { system: report.system, components: [] }).name,
      })),
    })),
    back: { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
  };
}
