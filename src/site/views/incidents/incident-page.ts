import { type IsoInstant, toSeconds } from '../../../core/instant.ts';
import { type Incident, isOpen } from '../../../incidents/model/incident.ts';
import { isWithdrawn } from '../../../incidents/model/note.ts';
import { checklistDue } from '../../../incidents/model/note-warnings.ts';
import type { NotesPublication, PublishedNote } from '../../../incidents/model/notes-publication.ts';
import { isDemo, type Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { lateSentence } from '../late.ts';
import { altOf } from '../og/image.ts';
import { incidentImage } from '../og/incident-image.ts';
import { renewal, renewedUntil } from '../renewal.ts';
import { type Link, linkPiece, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { checklistOf, type Fact } from './checklist.ts';
import { incidentRemarks } from './disagreements.ts';
import { type IncidentBars, incidentBars } from './incident-bars.ts';
import { type IncidentRow, lastPosted, nextUpdate, nowOf } from './incident-rows.ts';
import { type Targets, targetsAgainst } from './incident-targets.ts';
import { type Subject, subjectOf } from './named.ts';
import { type NoteChange, noteChanges } from './note-changes.ts';
import { incidentMark, type NoteMark } from './note-mark.ts';
import { type TimelineEntry, timelineOf } from './note-timeline.ts';
import { noteNotices } from './refusals.ts';
import { spanOf } from './span.ts';

/** One incident: what was said, when, and what the checks saw of it. */
export interface IncidentPage {
  readonly shell: Shell;
  readonly title: string;
  readonly mark: NoteMark;
  readonly notices: readonly (readonly Segment[])[];
  /** Where our data and our words disagree now, and until when this page can know. */
  readonly present: {
    readonly notices: readonly (readonly Segment[])[];
    readonly until: IsoInstant | null;
  };
  readonly next: IncidentRow['next'];
  /** Since when it has not been renewed; null for what is over, to which nothing need be added. */
  readonly renewal: Freshness | null;
  readonly facts: readonly Fact[];
  readonly targets: Targets;
  readonly postmortem: TimelineEntry | null;
  readonly timeline: readonly TimelineEntry[];
  readonly bars: IncidentBars;
  readonly checklist: readonly Fact[] | null;
  readonly changes: readonly NoteChange[];
  readonly links: readonly Link[];
}

export function incidentPageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
  published: PublishedNote<Incident>,
): IncidentPage {
  const { t, rich, language, paths } = reader;
  const { note } = published;
  const now = nowOf(status, notes);
  const subject = subjectOf(reader, status, note);
  const title = note.title[language];
  const seen = status.systems.find(({ system }) => system.id === note.system);
  const { entries, postmortem } = timelineOf(reader, published);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'incident', slug: note.slug },
      title,
      description: t('incident.description', { system: subject.name, title }),
      dated: { posted: lastPosted(published), demo: notes.demo },
      image: altOf(
        incidentImage(reader, {
          incident: note,
          posted_at: published.posted_at,
          system: subject.system,
          demo: notes.demo || isDemo(publication),
        }),
      ),
    }),
    title,
    mark: incidentMark(reader, note),
    present: {
      notices: seen === undefined ? [] : incidentRemarks(reader, seen, note, now),
      until: renewedUntil(status),
    },
    notices: noteNotices(reader, published),
    next: nextUpdate(reader, status, note, now),
    renewal: isOpen(note)
      ? renewal(
          reader,
          status,
          now,
          rich('incidents.latest', { when: timePiece(reader, lastPosted(published)) }),
        )
      : null,
    facts: factsOf(reader, subject, published),
    targets: targetsAgainst(reader, status, subject, published, now),
    postmortem,
    timeline: entries,
    bars: incidentBars(reader, status, subject, note, now),
    checklist: checklistOf(reader, note.checklist),
    changes: noteChanges(reader, published),
    links: [
      { href: paths.page(language, { name: 'incidents' }), text: t('incidents.back') },
      {
        href: paths.page(language, { name: 'incident-month', month: note.started.slice(0, 7) }),
        text: t('incidents.monthTitle', { month: reader.format.month(note.started.slice(0, 7)) }),
      },
      {
        href: paths.page(language, { name: 'incident-system', id: note.system }),
        text: t('incidents.systemTitle', { name: subject.name }),
      },
    ],
  };
}

function factsOf(
  reader: Reader,
  subject: Subject,
  { note, posted_at, late }: PublishedNote<Incident>,
): Fact[] {
  const { t, rich, language } = reader;
  const severity = subject.system?.severities.find(({ id }) => id === note.severity);
  const playbook = subject.system?.symptoms.find((symptom) => symptom.playbook === note.playbook);
  const due = checklistDue(note, severity ?? null);
  const from = timePiece(reader, note.started);
  const length = spanOf(reader, toSeconds(note.resolved ?? note.started) - toSeconds(note.started));
  const waited = Math.max(0, toSeconds(posted_at) - toSeconds(note.started));
  const fact = (term: string, line: Segment[]): Fact => ({ term, lines: [line] });
  return [
    fact(t('incident.components'), [
      ...(subject.href === null ? [subject.name] : [linkPiece(subject.href, subject.name)]),
      `: ${subject.components}`,
    ]),
    fact(t('incident.severity'), [
      t('incident.severityOf', {
        severity: severity?.name[language] ?? note.severity,
        impact: t(`impact.${note.impact}`),
      }),
    ]),
    fact(
      t('incident.happened'),
      isWithdrawn(note)
        ? [capital(t('incident.happened.withdrawn'))]
        : note.resolved === null
          ? rich('incident.from', { from })
          : rich('incident.fromTo', { from, to: timePiece(reader, note.resolved), length }),
    ),
    fact(
      t('incident.posted'),
      late?.note != null
        ? lateSentence(reader, late.note)
        : rich('incident.postedAfter', {
            when: timePiece(reader, posted_at),
            length: spanOf(reader, waited),
          }),
    ),
    ...(note.late_reason === null ? [] : [fact(t('incident.lateReason'), [note.late_reason[language]])]),
    ...(due === null
      ? []
      : [fact(t('incident.checklist'), rich('incident.checklist.dueBy', { when: timePiece(reader, due) }))]),
    ...(note.withdrawn_by === null ? [] : [fact(t('incident.withdrawnBy'), [note.withdrawn_by[language]])]),
    ...(note.playbook === null
      ? []
      : [fact(t('incident.playbook'), [playbook?.playbook_name[language] ?? capital(note.playbook)])]),
  ];
}
