import { monthOf } from '../../../core/instant.ts';
import { isOpen, standing } from '../../../incidents/model/incident.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { renewal } from '../renewal.ts';
import { type Link, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { inWords } from '../status/overall.ts';
import { capital } from '../status/state-mark.ts';
import { countTable, type Table } from '../table.ts';
import { type Communication, communicationOf } from './communication.ts';
import { disagreements } from './disagreements.ts';
import { byMonth, type IncidentMonth, incidentMonths, incidentSystems } from './incident-lists.ts';
import { nowOf, type OpenIncidents, openIncidents } from './incident-rows.ts';
import { subjectOf } from './named.ts';
import { refusedNotes } from './refusals.ts';

/** All incidents: what is open, how well people were told, and the past by month and by system. */
export interface IncidentsPage {
  readonly shell: Shell;
  readonly sentence: string;
  readonly asOf: readonly Segment[];
  readonly renewal: Freshness | null;
  /** Where our data and our words disagree now. */
  readonly notices: readonly (readonly Segment[])[];
  /** Null where none is open: the first sentence has said so. */
  readonly open: OpenIncidents | null;
  /** What is over, month by month. */
  readonly months: readonly IncidentMonth[];
  readonly none: string | null;
  /** How many there are by system and by month; each leads to them. */
  readonly filters: readonly { readonly title: string; readonly table: Table }[];
  readonly communication: Communication;
  readonly refused: ReturnType<typeof refusedNotes>;
  readonly links: readonly Link[];
}

/** How many months stand on the page itself; those before are one tap away. */
const MONTHS = 4;

export function incidentsPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
): IncidentsPage {
  const { t, rich, paths, language } = reader;
  // What is open stands above, and once; the page of its month has it as well.
  const over = notes.incidents.filter(({ note }) => !isOpen(note));
  const shown = incidentMonths({ ...notes, incidents: over }).slice(0, MONTHS);
  const open = openIncidents(reader, status, notes);
  const asOf: Segment[] =
    notes.observed_at === null ? [] : rich('incidents.asOf', { when: timePiece(reader, notes.observed_at) });
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'incidents' },
      title: t('incidents.title'),
      description: t('incidents.description'),
      dated: { posted: notes.observed_at, demo: notes.demo },
    }),
    sentence: sentenceOf(reader, status, notes),
    asOf,
    renewal: notes.observed_at === null ? null : renewal(reader, status, nowOf(status, notes), asOf),
    notices: disagreements(reader, status, notes),
    open: open.rows.length === 0 ? null : open,
    months: byMonth(
      reader,
      status,
      notes,
      over.filter(({ note }) => shown.includes(monthOf(note.started))),
    ),
    none: notes.incidents.length === 0 && notes.observed_at !== null ? t('incidents.none') : null,
    filters: filtersOf(reader, status, notes),
    communication: communicationOf(reader, status, notes),
    refused: refusedNotes(reader, notes),
    links: [{ href: paths.page(language, { name: 'maintenance' }), text: t('maintenance.all') }],
  };
}

function sentenceOf(reader: Reader, status: StatusPublication, notes: NotesPublication): string {
  const { t, format } = reader;
  if (notes.observed_at === null) return t('incidents.never');
  const when = format.stamp(nowOf(status, notes));
  const count = notes.incidents.filter(({ note }) => isOpen(note)).length;
  if (count === 0) return t('incidents.noneOpen', { when });
  return capital(t('incidents.open', { count, n: inWords(reader, count), when }));
}

function filtersOf(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
): IncidentsPage['filters'] {
  const { t, format, paths, language } = reader;
  // Where nobody ever looked, none is not a number.
  const count = (wanted: (note: NotesPublication['incidents'][number]['note']) => boolean) =>
    notes.observed_at === null
      ? t('state.notYet')
      : format.count(standing(notes.incidents).filter(({ note }) => wanted(note)).length);
  return [
    {
      title: t('incidents.bySystem'),
      table: countTable(
        { name: t('incidents.system'), count: t('incidents.count') },
        incidentSystems(status, notes).map((id) => ({
          href: paths.page(language, { name: 'incident-system', id }),
          name: subjectOf(reader, status, { system: id, components: [] }).name,
          count: count(({ system }) => system === id),
        })),
      ),
    },
    {
      title: t('incidents.byMonth'),
      table: countTable(
        { name: t('incidents.month'), count: t('incidents.count') },
        incidentMonths(notes).map((month) => ({
          href: paths.page(language, { name: 'incident-month', month }),
          name: format.month(month),
          count: count(({ started }) => monthOf(started) === month),
        })),
      ),
    },
  ];
}
