import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { subjectOf } from '../incidents/named.ts';
import type { Link } from '../segment.ts';
import type { Table } from '../table.ts';
import { reportSystemLink } from './report-system-link.ts';
import { routineTable } from './routine-table.ts';

/** The latest results of a system's routines, on its own page. */
export interface SystemReports {
  /** Null for a system without public routines. */
  readonly table: Table | null;
  readonly links: readonly Link[];
}

export function systemReports(
  reader: Reader,
  status: StatusPublication,
  reported: ReportsPublication,
  id: string,
): SystemReports {
  const { t, paths, language } = reader;
  const table = routineTable(reader, status, reported, id);
  return {
    table,
    links: [
      ...(table === null
        ? []
        : [reportSystemLink(reader, id, subjectOf(reader, status, { system: id, components: [] }).name)]),
      { href: paths.page(language, { name: 'reports' }), text: t('reports.back') },
      // The audit is of this system alone.
      ...(id === 'tpc' ? [{ href: paths.page(language, { name: 'audit' }), text: t('audit.title') }] : []),
    ],
  };
}
