import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { linkPiece, type Segment, timePiece } from '../segment.ts';
import { type Cell, column, setPiece, type Table, tableOf } from '../table.ts';
import { dueAfter, overdueOf, reportedNow } from './due-words.ts';
import { keptLately, keptPeriod, keptWords } from './kept-words.ts';
import { reportMark } from './report-mark.ts';
import { countsOf, reportPath } from './report-rows.ts';
import { type KnownRoutine, knownRoutines, reportsOf, routineName } from './routines.ts';

/** The routines of a system, each with its latest result and how well it was kept; null where it has none. */
export function routineTable(
  reader: Reader,
  status: StatusPublication,
  reported: ReportsPublication,
  system: string,
): Table | null {
  const { t, paths, language } = reader;
  const now = reportedNow(status, reported);
  const rows = knownRoutines(reported)
    .filter((known) => known.system === system)
    .map((known) => ({ known, latest: reportsOf(reported, known)[0], kept: keptLately(reported, known) }));
  if (rows.length === 0) return null;
  return tableOf<(typeof rows)[number]>(
    [
      column('routine', t('reports.routine'), ({ known }) =>
        linkPiece(
          paths.page(language, { name: 'routine', system, routine: known.id }),
          routineName(reader, known),
        ),
      ),
      column('latest', t('reports.latest'), ({ latest }) => latestOf(reader, latest)),
      column('kept', t('reports.kept'), ({ known, kept }) => {
        const period = keptPeriod(reader, kept);
        return [keptWords(reader, known, kept), ...(period === null ? [] : [setPiece('note', period)])];
      }),
      column(
        'next',
        t('reports.next'),
        ({ known, latest }) => {
          const overdue = overdueOf(reader, known.routine, latest, now);
          return [
            ...nextOf(reader, known, latest),
            ...(overdue === null
              ? []
              : [{ kind: 'set', as: 'overdue', of: [overdue.text], shown: overdue.shown } as const]),
          ];
        },
        { class: 'small' },
      ),
    ],
    rows,
  );
}

/** What the latest report comes to, one tap away from it. */
function latestOf(reader: Reader, latest: Report | undefined): Cell {
  const mark = { kind: 'report', mark: reportMark(reader, latest) } as const;
  return latest === undefined
    ? mark
    : [
        { kind: 'to', href: reportPath(reader, latest), of: [mark] },
        setPiece('note', countsOf(reader, latest)),
      ];
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
