import { dayOf, monthOf } from '../../../core/instant.ts';
import type { Publication } from '../../../ledger/publication.ts';
import { punctualityOf, type Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { reportLinesName } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Fact } from '../incidents/checklist.ts';
import { subjectOf } from '../incidents/named.ts';
import { lateSentence } from '../late.ts';
import { linkPiece, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { column, setPiece, type Table, tableOf } from '../table.ts';
import { dueAfter, dueWords, patienceWords } from './due-words.ts';
import { keptLately, keptWords } from './kept-words.ts';
import { calendarOf, reportMonths } from './report-calendar.ts';
import { reportMark } from './report-mark.ts';
import { countsOf, reportPath } from './report-rows.ts';
import { reportSystemLink } from './report-system-link.ts';
import { lastChange } from './reports-page.ts';
import { itemTable } from './routine-items.ts';
import { type KnownRoutine, reportsOf, routineName } from './routines.ts';

/** One routine: how well it was kept, what it consists of, and its latest reports. */
export interface RoutinePage {
  readonly shell: Shell;
  readonly title: string;
  readonly sentence: string;
  readonly kept: string | null;
  readonly notices: readonly (readonly Segment[])[];
  readonly facts: readonly Fact[];
  readonly items: { readonly table: Table; readonly internal: string | null } | null;
  readonly remarks: readonly string[];
  readonly calendars: readonly Table[];
  readonly runs: Table;
  readonly links: ReturnType<typeof routineLinks>;
}

/** How many months stand on the page itself; those before are one tap away. */
const MONTHS = 2;

export function routinePageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  reported: ReportsPublication,
  known: KnownRoutine,
): RoutinePage {
  const { t, language } = reader;
  const reports = reportsOf(reported, known);
  const system = subjectOf(reader, status, { system: known.system, components: [] });
  const title = `${system.name}: ${routineName(reader, known)}`;
  const kept = keptLately(reported, known);
  const { routine } = known;
  const file = reported.routines.find((one) => one.system === known.system && one.routine === routine);
  const months = reportMonths(reports);
  const shown = months.slice(0, MONTHS);
  const window = kept === null ? null : windowOf(reader, kept);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'routine', system: known.system, routine: known.id },
      title,
      description: t('routine.description', { system: system.name, routine: routineName(reader, known) }),
      dated: { posted: lastChange(reports), demo: reported.demo, of: 'reports' },
    }),
    title,
    sentence:
      kept === null
        ? `${capital(t('mark.never'))}.`
        : `${t('kept.sentence', { kept: keptWords(reader, known, kept) })}.`,
    kept: window,
    notices: routine === null ? [[t('routine.gone')]] : [],
    facts: factsOf(reader, known, system, reports[0]),
    items:
      file === undefined
        ? null
        : { table: itemTable(reader, status, file), internal: internalOf(reader, reports[0]) },
    remarks: (routine?.remarks ?? []).map((words) => words[language]),
    calendars: shown.map((month) => calendarOf(reader, reports, month)),
    runs: runTable(
      reader,
      reports.filter(({ due_at }) => shown.includes(monthOf(due_at))),
    ),
    links: routineLinks(reader, reported, known, { all: months, shown, name: system.name }),
  };
}

function windowOf({ t, format }: Reader, kept: NonNullable<ReturnType<typeof keptLately>>): string {
  const { untold, before } = kept;
  return [
    t('kept.window', {
      from: format.day(kept.from),
      to: format.day(kept.to),
      late: format.count(kept.late),
      missed: format.count(kept.missed),
    }),
    ...(untold === 0 ? [] : [t('kept.untoldOf', { n: format.count(untold) })]),
    ...(before === 0 ? [] : [t('kept.before', { n: format.count(before) })]),
  ].join(' ');
}

function factsOf(
  reader: Reader,
  { routine }: KnownRoutine,
  system: ReturnType<typeof subjectOf>,
  latest: Report | undefined,
): Fact[] {
  const { t } = reader;
  const next = dueAfter(routine, latest);
  return [
    {
      term: t('report.system'),
      lines: [[system.href === null ? system.name : linkPiece(system.href, system.name)]],
    },
    ...(routine === null
      ? []
      : [
          {
            term: t('routine.due'),
            lines: [
              [capital(dueWords(reader, routine))],
              ...(routine.due?.assumed === true ? [[t('routine.assumed')]] : []),
              ...(routine.due === null && routine.follows === undefined
                ? []
                : [[patienceWords(reader, routine)]]),
            ],
          },
        ]),
    ...(latest === undefined
      ? []
      : [
          {
            term: t('routine.latest'),
            lines: [
              [
                linkPiece(reportPath(reader, latest), reportMark(reader, latest).word),
                countsOf(reader, latest) === '' ? '' : `: ${countsOf(reader, latest)}`,
              ],
            ],
          },
        ]),
    ...(next === null
      ? []
      : [{ term: t('routine.next'), lines: [[timePiece(reader, next)], [t('routine.nextNote')]] }]),
  ];
}

/** How many items the latest report left out; null where that is none, or where nothing ran yet. */
function internalOf({ t, format }: Reader, latest: Report | undefined): string | null {
  const count = latest?.internal ?? 0;
  return count === 0 ? null : t('routine.internal', { count, n: format.count(count) });
}

function runTable(reader: Reader, reports: readonly Report[]): Table {
  const { t } = reader;
  return tableOf<Report>(
    [
      column('due', t('kept.due'), (report) => ({
        kind: 'to',
        href: reportPath(reader, report),
        of: [timePiece(reader, report.due_at)],
      })),
      column('how', t('kept.how'), (report) => {
        const { due_at, ran_at, kept } = report;
        // Of a run on time the day is enough; of a late one the time matters.
        const late = ran_at !== null && (kept === 'late' || dayOf(ran_at) !== dayOf(due_at));
        const how = capital(t(`kept.${punctualityOf(report)}`));
        if (report.late !== undefined) return [how, setPiece('note', ...lateSentence(reader, report.late))];
        return [how, ...(late ? [setPiece('note', timePiece(reader, ran_at))] : [])];
      }),
      column('result', t('kept.result'), (report) => [
        { kind: 'report', mark: reportMark(reader, report) },
        setPiece('note', countsOf(reader, report)),
      ]),
    ],
    reports,
  );
}

interface RoutineLink {
  readonly href: string;
  readonly text: string;
  readonly download?: string;
}

/** From a routine to its months, to the files of those that are `shown`, and for the audit to what it found. */
function routineLinks(
  reader: Reader,
  { demo }: ReportsPublication,
  { routine, system }: KnownRoutine,
  months: {
    readonly all: readonly string[];
    readonly shown: readonly string[];
    /** What the system is called. */
    readonly name: string;
  },
): RoutineLink[] {
  const { t, format, paths, language } = reader;
  const { all, shown, name } = months;
  const isAudit = routine?.items.some((item) => 'computed' in item && item.computed === 'audit') ?? false;
  return [
    ...(isAudit ? [{ href: paths.page(language, { name: 'audit' }), text: t('audit.toThis') }] : []),
    ...all.map((month) => ({
      href: paths.page(language, { name: 'report-month', month }),
      text: t('report.toMonth', { month: format.month(month) }),
    })),
    ...shown.map((month) => ({
      href: paths.reportLines(month),
      text: t('reports.json', { month: format.month(month) }),
      download: `${demo ? 'DEMO-' : ''}${reportLinesName(month)}.jsonl`,
    })),
    reportSystemLink(reader, system, name),
    { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
  ];
}
