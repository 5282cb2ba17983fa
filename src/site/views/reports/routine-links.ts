import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import { reportLinesName } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import { reportSystemLink } from './report-system-link.ts';
import type { KnownRoutine } from './routines.ts';

interface RoutineLink {
  readonly href: string;
  readonly text: string;
  readonly download?: string;
}

/** From a routine to its months, to the files of those that are `shown`, and for the audit to what it found. */
export function routineLinks(
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
