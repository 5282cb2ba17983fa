import type { Publication } from '../../../ledger/publication.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { subjectOf } from '../incidents/named.ts';
import type { Link } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import type { Table } from '../table.ts';
import { calendarOf, reportMonths } from './report-calendar.ts';
import { headlineOf, lastChange } from './reports-page.ts';
import { routineTable } from './routine-table.ts';
import { knownRoutines } from './routines.ts';

/** The routines of one system: what each came to, and a calendar of them alone. */
export interface ReportSystemPage {
  readonly shell: Shell;
  readonly title: string;
  readonly sentence: string;
  readonly routines: Table | null;
  /** Empty where no routine has run yet. */
  readonly calendars: readonly Table[];
  readonly links: readonly Link[];
}

/** How many months stand on the page: a year. */
const MONTHS = 12;

/** The systems that have such a page: those with a public routine, or with reports of one. */
export function reportSystems(reported: ReportsPublication): string[] {
  return [...new Set(knownRoutines(reported).map(({ system }) => system))];
}

export function reportSystemOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  reported: ReportsPublication,
  id: string,
): ReportSystemPage {
  const { t, paths, language } = reader;
  const { name, href } = subjectOf(reader, status, { system: id, components: [] });
  const own = {
    ...reported,
    routines: reported.routines.filter(({ system }) => system === id),
    reports: reported.reports.filter(({ system }) => system === id),
  };
  const months = reportMonths(own.reports).slice(0, MONTHS);
  const title = t('reports.systemTitle', { system: name });
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'report-system', id },
      title,
      description: t('reports.systemDescription', { system: name }),
      dated: { posted: lastChange(own.reports), demo: reported.demo, of: 'reports' },
    }),
    title,
    sentence: headlineOf(reader, own),
    routines: routineTable(reader, status, reported, id),
    calendars: months.map((month) => calendarOf(reader, own.reports, month)),
    links: [
      ...(href === null ? [] : [{ href, text: t('reports.toStatus', { system: name }) }]),
      { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
    ],
  };
}
