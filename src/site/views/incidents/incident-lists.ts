import { monthOf } from '../../../core/instant.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import type { NotesPublication, PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Page } from '../../../words/paths.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Link } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { type IncidentRow, incidentRow, lastPosted, nowOf } from './incident-rows.ts';
import { subjectOf } from './named.ts';

/** The incidents of one month, or of one system: what the filters of the list lead to. */
export interface IncidentList {
  readonly shell: Shell;
  readonly title: string;
  readonly months: readonly IncidentMonth[];
  readonly none: string;
  readonly back: Link;
}

export interface IncidentMonth {
  readonly name: string;
  readonly href: string;
  readonly rows: readonly IncidentRow[];
}

/** Months in which an incident began (UTC), newest first. */
export function incidentMonths({ incidents }: NotesPublication): string[] {
  return [...new Set(incidents.map(({ note }) => monthOf(note.started)))].toSorted().toReversed();
}

/** Every system that is described, and any other that a note is about. */
export function incidentSystems({ systems }: StatusPublication, { incidents }: NotesPublication): string[] {
  return [
    ...new Set([...systems.map(({ system }) => system.id), ...incidents.map(({ note }) => note.system)]),
  ];
}

export function incidentMonthOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  month: string,
): IncidentList {
  const title = reader.t('incidents.monthTitle', { month: reader.format.month(month) });
  const own = notes.incidents.filter(({ note }) => monthOf(note.started) === month);
  return listOf(reader, publication, status, notes, { page: { name: 'incident-month', month }, title, own });
}

export function incidentSystemOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  id: string,
): IncidentList {
  const { name } = subjectOf(reader, status, { system: id, components: [] });
  const title = reader.t('incidents.systemTitle', { name });
  const own = notes.incidents.filter(({ note }) => note.system === id);
  return listOf(reader, publication, status, notes, { page: { name: 'incident-system', id }, title, own });
}

interface Wanted {
  readonly page: Page;
  readonly title: string;
  readonly own: readonly PublishedNote<Incident>[];
}

function listOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  { page, title, own }: Wanted,
): IncidentList {
  const { t, paths, language } = reader;
  const posted = own.map(lastPosted).toSorted().at(-1) ?? null;
  return {
    shell: shellOf(reader, publication, {
      page,
      title,
      description: t('incidents.description'),
      dated: { posted, demo: notes.demo },
    }),
    title,
    months: byMonth(reader, status, notes, own),
    none: t(notes.observed_at === null ? 'incidents.never' : 'incidents.none'),
    back: { href: paths.page(language, { name: 'incidents' }), text: t('incidents.back') },
  };
}

/** Newest first, month by month. */
export function byMonth(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  incidents: readonly PublishedNote<Incident>[],
): IncidentMonth[] {
  const now = nowOf(status, notes);
  return [...Map.groupBy(incidents, ({ note }) => monthOf(note.started))]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, own]) => ({
      name: reader.format.month(month),
      href: reader.paths.page(reader.language, { name: 'incident-month', month }),
      rows: own.map((published) => incidentRow(reader, status, published, now)),
    }));
}
