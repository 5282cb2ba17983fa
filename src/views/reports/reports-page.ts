import { compareInstants, type IsoInstant } from '../../domain/instant.ts';
import type { Publication } from '../../domain/publication.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportsPublication } from '../../domain/reports-publication.ts';
import type { StatusPublication } from '../../domain/status-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
import { subjectOf } from '../notes/named.ts';
import { type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { dueAfter, overdueOf, reportedNow } from './due-words.ts';
import { keptLately, keptWords } from './kept-words.ts';
import { calendarOf, type ReportCalendar, reportMonths } from './report-calendar.ts';
import { markKey, type ReportMark, type ReportShape, reportMark, shapeOf } from './report-mark.ts';
import { countsOf, reportPath } from './report-rows.ts';
import { type KnownRoutine, knownRoutines, reportsOf, routineName, routineSystems } from './routines.ts';

/** Every routine with its latest result and how it was kept, by system; the latest months as calendars. */
export interface ReportsPage {
  readonly shell: Shell;
  readonly sentence: string;
  readonly asOf: readonly Segment[];
  readonly rules: readonly string[];
  readonly calendar: {
    readonly title: string;
    readonly note: string;
    readonly months: readonly ReportCalendar[];
  } | null;
  readonly key: { readonly title: string; readonly marks: ReturnType<typeof markKey> };
  readonly systems: readonly {
    readonly name: string;
    readonly href: string | null;
    readonly table: RoutineTable;
    readonly none: string;
  }[];
  readonly months: {
    readonly title: string;
    readonly head: readonly [string, string];
    readonly rows: readonly { readonly href: string; readonly name: string; readonly count: string }[];
  };
  readonly links: readonly { readonly href: string; readonly text: string; readonly download?: string }[];
}

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
  readonly next: readonly Segment[];
  readonly overdue: ReturnType<typeof overdueOf>;
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
  const described = status.systems.map(({ system }) => system.id);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'reports' },
      title: t('reports.title'),
      description: t('reports.description'),
      dated: { posted: observed_at, demo, of: 'reports' },
    }),
    sentence: sentenceOf(reader, reported, known),
    asOf: observed_at === null ? [] : rich('reports.asOf', { when: timePiece(reader, observed_at) }),
    rules: [t('reports.manualRule'), t('reports.internalRule')],
    calendar:
      months.length === 0
        ? null
        : {
            title: t('reports.calendar'),
            note: t('reports.calendarNote'),
            months: months.slice(0, MONTHS).map((month) => calendarOf(reader, reports, month)),
          },
    key: { title: t('reports.key'), marks: markKey(reader) },
    systems: routineSystems(known, described).map((id) => {
      const { name, href } = subjectOf(reader, status, { system: id, components: [] });
      return { name, href, table: routineTable(reader, status, reported, id), none: t('reports.systemNone') };
    }),
    months: {
      title: t('reports.months'),
      head: [t('reports.month'), t('reports.runs')],
      rows: months.map((month) => ({
        href: paths.page(language, { name: 'report-month', month }),
        name: format.month(month),
        count: format.count(reports.filter(({ due_at }) => due_at.startsWith(month)).length),
      })),
    },
    links:
      observed_at === null
        ? []
        : [
            {
              href: paths.reportResults,
              text: t('reports.csv'),
              download: `${demo ? 'DEMO-' : ''}report-results.csv`,
            },
          ],
  };
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
  return {
    name: routineName(reader, known),
    href: paths.page(language, { name: 'routine', system: known.system, routine: known.id }),
    mark: reportMark(reader, latest),
    report: latest === undefined ? null : reportPath(reader, latest),
    counts: latest === undefined ? '' : countsOf(reader, latest),
    kept: keptWords(reader, known, keptLately(reported, known)),
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

/** What the latest run of every routine came to, the gravest first. */
function sentenceOf(reader: Reader, reported: ReportsPublication, known: readonly KnownRoutine[]): string {
  const { t, format } = reader;
  if (reported.observed_at === null) return t('reports.never');
  const latest = known.map((one) => reportsOf(reported, one)[0]);
  const shapes = latest.flatMap((report) => (report === undefined ? [] : [shapeOf(report)]));
  const counts = COUNTED.flatMap(([shape, key]) => {
    const count = shapes.filter((one) => one === shape).length;
    return count === 0 ? [] : [t(key, { n: format.count(count) })];
  });
  const never = latest.length - shapes.length;
  if (never > 0) counts.push(t('count.never', { n: format.count(never) }));
  return t('reports.headline', { counts: counts.join(', ') });
}

const COUNTED = [
  ['passed', 'count.passed'],
  ['late', 'count.late'],
  ['manual', 'count.manualOnly'],
  ['failed', 'count.failed'],
  ['not-known', 'count.not-known'],
  ['missed', 'count.missed'],
] as const satisfies readonly (readonly [ReportShape, string])[];

/** When what some reports say changed last: their run, or a sign-off after it; null where none ever ran. */
export function lastChange(reports: readonly Report[]): string | null {
  const times = reports.flatMap(({ ran_at, items }) => [
    ...(ran_at === null ? [] : [ran_at]),
    ...items.flatMap(({ sign_off }) => (sign_off === undefined ? [] : [sign_off.at])),
  ]);
  return times.toSorted(compareInstants).at(-1) ?? null;
}
