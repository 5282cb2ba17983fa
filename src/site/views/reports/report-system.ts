import type { Publication } from '../../../ledger/publication.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { subjectOf } from '../incidents/named.ts';
import { type Shell, shellOf } from '../shell.ts';
import { calendarOf, type ReportCalendar, reportMonths } from './report-calendar.ts';
import { markKey } from './report-mark.ts';
import { headlineOf, lastChange } from './reports-page.ts';
import { type RoutineTable, routineTable } from './routine-table.ts';
import { knownRoutines } from './routines.ts';

/** The routines of one system: what each came to, and a calendar of them alone. */
export interface ReportSystemPage {
  readonly shell: Shell;
  readonly title: string;
  readonly sentence: string;
  readonly routines: { readonly title: string; readonly table: RoutineTable };
  readonly rules: readonly string[];
  /** Null where no routine has run yet. */
  readonly calendar: {
    readonly title: string;
    readonly note: string;
    readonly months: readonly ReportCalendar[];
  } | null;
  readonly key: { readonly title: string; readonly marks: ReturnType<typeof markKey> };
  readonly links: readonly { readonly href: string; readonly text: string }[];
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
    routines: { title: t('reports.routines'), table: routineTable(reader, status, reported, id) },
    rules: [t('reports.passedRule'), t('reports.signedRule'), t('reports.internalRule')],
    calendar:
      months.length === 0
        ? null
        : {
            title: t('reports.calendar'),
            note: t('reports.calendarNote'),
            months: months.map((month) => calendarOf(reader, own.reports, month)),
          },
    key: { title: t('reports.key'), marks: markKey(reader) },
    links: [
      ...(href === null ? [] : [{ href, text: t('reports.toStatus', { system: name }) }]),
      { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
    ],
  };
}
