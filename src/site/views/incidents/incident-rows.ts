import { compareInstants, type IsoInstant, toSeconds } from '../../../core/instant.ts';
import { type Incident, isOpen } from '../../../incidents/model/incident.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { WITHDRAWN } from '../../../incidents/model/note.ts';
import type { NotesPublication, PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { PUBLIC_IMPACTS } from '../../../systems/severity.ts';
import type { Reader } from '../../../words/reader.ts';
import { renewedUntil } from '../renewal.ts';
import { briefTimePiece, linkPiece, type Segment } from '../segment.ts';
import { capital } from '../status/state-mark.ts';
import { subjectOf } from './named.ts';
import { incidentMark, type NoteMark } from './note-mark.ts';
import { type Shown, shownBetween } from './shown.ts';
import { spanOf } from './span.ts';

/** One incident in a list: what, how grave, where, when, and when more is to be heard. */
export interface IncidentRow {
  readonly href: string;
  readonly title: string;
  readonly mark: NoteMark;
  readonly impact: string;
  readonly about: string;
  readonly when: readonly Segment[];
  /** When what stands here was said; null for what is over. */
  readonly latest: readonly Segment[] | null;
  /** When the next update is due, and what is said once that time is over; none for what is over. */
  readonly next: readonly {
    readonly text: readonly Segment[];
    readonly late: boolean;
    readonly shown: Shown;
  }[];
}

export function incidentRow(
  reader: Reader,
  status: StatusPublication,
  published: PublishedNote<Incident>,
  now: IsoInstant,
): IncidentRow {
  const { t, rich, language, paths } = reader;
  const { note } = published;
  const subject = subjectOf(reader, status, note);
  return {
    href: paths.page(language, { name: 'incident', slug: note.slug }),
    title: note.title[language],
    mark: incidentMark(reader, note),
    impact: t(`impact.${note.impact}`),
    about: `${subject.name}: ${subject.components}`,
    when: whenOf(reader, published),
    latest: isOpen(note)
      ? rich('incidents.latest', { when: briefTimePiece(reader, lastPosted(published)) })
      : null,
    next: nextUpdate(reader, status, note, now),
  };
}

/** "5 Jan 2026, 16:12 WIB, 3 hours 28 minutes", or since when. */
function whenOf(reader: Reader, published: PublishedNote<Incident>): Segment[] {
  const { started, resolved } = published.note;
  const withdrawn = withdrawnAt(published);
  if (withdrawn !== null)
    return reader.rich('incidents.withdrawn', { when: briefTimePiece(reader, withdrawn) });
  const from = briefTimePiece(reader, started);
  if (resolved === null) return reader.rich('incidents.since', { from });
  const length = spanOf(reader, toSeconds(resolved) - toSeconds(started));
  return reader.rich('incidents.lasted', { from, length });
}

/** When the update that withdraws a note was posted; null while the note stands. */
export function withdrawnAt({
  note,
  posted_at,
  updates_posted,
}: Pick<PublishedNote<Incident | Maintenance>, 'note' | 'posted_at' | 'updates_posted'>): IsoInstant | null {
  const update = note.updates.find(({ status }) => status === WITHDRAWN);
  return update === undefined ? null : (updates_posted.get(update.number) ?? posted_at);
}

/** When the last update of a note was posted. */
export function lastPosted({
  posted_at,
  updates_posted,
}: Pick<PublishedNote<Incident>, 'posted_at' | 'updates_posted'>): IsoInstant {
  return [...updates_posted.values()].reduce((last, at) => (last < at ? at : last), posted_at);
}

/** Empty where no time was announced, or nothing more is to come. */
export function nextUpdate(
  reader: Reader,
  status: StatusPublication,
  note: Incident,
  now: IsoInstant,
): IncidentRow['next'] {
  const { next_update_by: by } = note;
  if (by === null || !isOpen(note)) return [];
  const when = briefTimePiece(reader, by);
  const said = (key: 'incidents.nextBy' | 'incidents.overdue' | 'incidents.overdueUnknown'): Segment[] => {
    const sentence: Segment[] = reader.rich(key, { when });
    const [first = '', ...rest] = sentence;
    return [typeof first === 'string' ? capital(first) : first, ...rest];
  };
  return [
    { text: said('incidents.nextBy'), late: false, shown: shownBetween(null, by, now) },
    ...awaited(status, by, now, {
      late: { text: said('incidents.overdue'), late: true },
      unknown: { text: said('incidents.overdueUnknown'), late: true },
    }),
  ];
}

/**
 * What is said once `by` has passed without what was due: that it is late, for as long as this page would have heard
 * of it, and that nobody knows from then on.
 */
export function awaited<Said extends object>(
  status: StatusPublication,
  by: IsoInstant,
  now: IsoInstant,
  { late, unknown }: { readonly late: Said; readonly unknown: Said },
): (Said & { readonly shown: Shown })[] {
  const until = renewedUntil(status);
  if (until === null) return [{ ...late, shown: shownBetween(by, null, now) }];
  if (compareInstants(by, until) >= 0) return [{ ...unknown, shown: shownBetween(by, null, now) }];
  return [
    { ...late, shown: shownBetween(by, until, now) },
    { ...unknown, shown: shownBetween(until, null, now) },
  ];
}

export interface OpenIncidents {
  readonly rows: readonly IncidentRow[];
  readonly none: string;
}

/** What is open, the newest first. */
export function openIncidents(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  system: string | null = null,
): OpenIncidents {
  const now = nowOf(status, notes);
  const open = notes.incidents.filter(
    ({ note }) => isOpen(note) && (system === null || note.system === system),
  );
  return {
    rows: open.map((published) => incidentRow(reader, status, published, now)),
    none:
      notes.observed_at === null
        ? reader.t('incidents.never')
        : reader.t('incidents.noneOpen.short', { when: reader.format.stamp(now) }),
  };
}

/** What is open in one sentence: the gravest, of these the newest, by its title, and since when; null where none is. */
export function openSentence(reader: Reader, { incidents }: NotesPublication): Segment[] | null {
  const { rich, language, paths, format } = reader;
  const open = incidents
    .map(({ note }) => note)
    .filter(isOpen)
    .toSorted((a, b) => PUBLIC_IMPACTS.indexOf(b.impact) - PUBLIC_IMPACTS.indexOf(a.impact));
  const [first] = open;
  if (first === undefined) return null;
  return rich('incidents.openLine', {
    count: open.length,
    n: format.count(open.length),
    title: linkPiece(paths.page(language, { name: 'incident', slug: first.slug }), first.title[language]),
    since: briefTimePiece(reader, first.started),
  });
}

/** The latest instant of which anything is known: pages are made for it, and turn over by the clock from there. */
export function nowOf({ manifest }: StatusPublication, { observed_at }: NotesPublication): IsoInstant {
  const known = [manifest?.observed_at ?? '', observed_at ?? ''].toSorted().at(-1) ?? '';
  return known === '' ? '1970-01-01T00:00:00Z' : known;
}
