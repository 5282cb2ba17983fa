import type { ReportsPublication } from '../../domain/reports-publication.ts';
import { reportLinesName } from '../../i18n/paths.ts';
import type { Reader } from '../../i18n/reader.ts';
import type { KnownRoutine } from './routines.ts';

interface RoutineLink {
  readonly href: string;
  readonly text: string;
  readonly download?: string;
}

/** From a routine to its months, to the files of those that are `shown`, and for the audit to what it found. */
export function routineLinks(
  { t, format, paths, language }: Reader,
  { demo }: ReportsPublication,
  { routine }: KnownRoutine,
  { all, shown }: { readonly all: readonly string[]; readonly shown: readonly string[] },
): RoutineLink[] {
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
    { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
  ];
}
