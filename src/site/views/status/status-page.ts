import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { STATUS_DAYS } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Link } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { type Overview, overviewOf } from './overview.ts';
import { type ThisPage, thisPageOf } from './this-page.ts';

/** The list of systems, how their availability is counted, and how often this page itself was fed. */
export interface StatusPage {
  readonly shell: Shell;
  readonly overview: Overview;
  /** The inputs of availability. */
  readonly inputs: readonly Link[];
  readonly own: ThisPage | null;
  readonly links: readonly Link[];
}

export function statusPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
): StatusPage {
  const { t } = reader;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'status' },
      title: t('status.title'),
      description: t('status.description'),
      dated: { checks: status },
    }),
    overview: overviewOf(reader, status, notes),
    inputs: countingLinks(reader, status),
    own: thisPageOf(reader, status),
    links: reader.offers('reports')
      ? [{ href: reader.paths.page(reader.language, { name: 'reports' }), text: t('reports.all') }]
      : [],
  };
}

/** Where the inputs are that availability is counted from. */
export function countingLinks({ t, paths }: Reader, { manifest }: StatusPublication): Link[] {
  const name = `${manifest?.demo === true ? 'DEMO-' : ''}${STATUS_DAYS}.csv`;
  const days = t('dataset.status-days');
  return [
    ...(manifest === null
      ? []
      : [{ href: paths.data(STATUS_DAYS, 'csv'), text: `${days}, CSV`, download: name }]),
    { href: paths.data(STATUS_DAYS, 'json'), text: `${days}, JSON` },
  ];
}
