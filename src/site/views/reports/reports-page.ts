import { compareInstants } from '../../../core/instant.ts';
import type { Publication } from '../../../ledger/publication.ts';
import { datedAt } from '../../../log/late.ts';
import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { subjectOf } from '../incidents/named.ts';
import { renewal } from '../renewal.ts';
import { type Link, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { countTable, type Table } from '../table.ts';
import { reportedNow } from './due-words.ts';
import { calendarOf, reportMonths } from './report-calendar.ts';
import { shapeCounts } from './report-mark.ts';
import { reportSystemLink } from './report-system-link.ts';
import { routineTable } from './routine-table.ts';
import { knownRoutines, reportsOf, routineSystems } from './routines.ts';

/** Every routine with its latest result and how it was kept, by system; the latest months as calendars. */
export interface ReportsPage {
  readonly shell: Shell;
  readonly sentence: string;
  readonly asOf: readonly Segment[];
  readonly renewal: Freshness | null;
  /** The latest months; empty before the first report. */
  readonly calendars: readonly Table[];
  readonly systems: readonly {
    readonly name: string;
    readonly href: string | null;
    readonly table: Table | null;
    /** Its routines and its calendar alone; none without a public routine. */
    readonly links: readonly Link[];
  }[];
  readonly months: Table | null;
  readonly links: readonly Link[];
}

/** How many months stand on the page itself. */
const MONTHS = 2;

export function reportsPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  reported: ReportsPublication,
): ReportsPage {
  const { t, rich, format, paths, language } = reader;
  const { reports, observed_at, demo } = reported;
  const known = knownRoutines(reported);
  const months = reportMonths(reports);
  const asOf: Segment[] =
    observed_at === null ? [] : rich('reports.asOf', { when: timePiece(reader, observed_at) });
  const described = status.systems.map(({ system }) => system.id);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'reports' },
      title: t('reports.title'),
      description: t('reports.description'),
      dated: { posted: observed_at, demo, of: 'reports' },
    }),
    sentence: headlineOf(reader, reported),
    asOf,
    renewal: observed_at === null ? null : renewal(reader, status, reportedNow(status, reported), asOf),
    calendars: months.slice(0, MONTHS).map((month) => calendarOf(reader, reports, month)),
    systems: routineSystems(known, described).map((id) => {
      const { name, href } = subjectOf(reader, status, { system: id, components: [] });
      const table = routineTable(reader, status, reported, id);
      return { name, href, table, links: table === null ? [] : [reportSystemLink(reader, id, name)] };
    }),
    months:
      months.length === 0
        ? null
        : countTable(
            { name: t('reports.month'), count: t('reports.runs') },
            months.map((month) => ({
              href: paths.page(language, { name: 'report-month', month }),
              name: format.month(month),
              count: format.count(reports.filter(({ due_at }) => due_at.startsWith(month)).length),
            })),
          ),
    links: [
      ...(reader.offers('transparency')
        ? [{ href: paths.page(language, { name: 'audit' }), text: t('audit.title') }]
        : []),
      ...(observed_at === null
        ? []
        : [
            {
              href: paths.reportResults,
              text: t('reports.csv'),
              download: `${demo ? 'DEMO-' : ''}report-results.csv`,
            },
          ]),
    ],
  };
}

/** What the latest run of every routine came to. */
export function headlineOf(reader: Reader, reported: ReportsPublication): string {
  const { t, format } = reader;
  if (reported.observed_at === null) return t('reports.never');
  const known = knownRoutines(reported);
  const latest = known.flatMap((one) => reportsOf(reported, one).slice(0, 1));
  const counts = shapeCounts(reader, latest);
  const never = known.length - latest.length;
  if (never > 0) counts.push(t('count.never', { n: format.count(never) }));
  return t('reports.headline', { counts: counts.join(', ') });
}

/** When what some reports say changed last: their run, or a sign-off after it; null where none ever ran. */
export function lastChange(reports: readonly Report[]): string | null {
  const times = reports.flatMap(({ ran_at, late, items }) => [
    ...(ran_at === null ? [] : [late === undefined ? ran_at : datedAt(late)]),
    ...items.flatMap(({ sign_off }) => (sign_off === undefined ? [] : [sign_off.at])),
  ]);
  return times.toSorted(compareInstants).at(-1) ?? null;
}
