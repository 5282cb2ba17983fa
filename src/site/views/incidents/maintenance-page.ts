import { addDuration, compareInstants, type IsoInstant } from '../../../core/instant.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { Publication } from '../../../ledger/publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { renewal } from '../renewal.ts';
import { type Link, type Segment, timePiece } from '../segment.ts';
import { type Shell, shellOf } from '../shell.ts';
import { capital } from '../status/state-mark.ts';
import { nowOf } from './incident-rows.ts';
import { subjectOf } from './named.ts';
import { type NoteChange, noteChanges } from './note-changes.ts';
import { type TimelineEntry, timelineOf } from './note-timeline.ts';
import { noteNotices } from './refusals.ts';
import { ruleWords } from './rule-words.ts';
import { type Shown, shownBetween } from './shown.ts';
import {
  AHEAD_DAYS,
  BACK_DAYS,
  type NotedWindow,
  type WindowRow,
  windowRow,
  windowsAround,
} from './windows.ts';

/** Every window that was announced; which are upcoming, running or past is for the clock to say. */
export interface MaintenancePage {
  readonly shell: Shell;
  /** The first sentence, one for each stretch of time. */
  readonly sentences: readonly { readonly text: string; readonly shown: Shown }[];
  readonly asOf: readonly Segment[];
  readonly renewal: Freshness | null;
  readonly span: string;
  /** Running and upcoming. */
  readonly lists: readonly WindowList[];
  readonly past: WindowList;
  readonly announcements: readonly Announcement[];
  readonly links: readonly Link[];
}

/** A list of windows, each shown while it belongs there. */
export interface WindowList {
  readonly title: string;
  readonly rows: readonly { readonly row: WindowRow; readonly shown: Shown }[];
  /** What is said while no row is shown. */
  readonly none: readonly { readonly text: string; readonly shown: Shown }[];
}

interface Announcement {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  readonly rule: string | null;
  readonly notices: readonly (readonly Segment[])[];
  readonly entries: readonly TimelineEntry[];
  readonly changes: readonly NoteChange[];
}

export function maintenancePageOf(
  reader: Reader,
  publication: Publication,
  status: StatusPublication,
  notes: NotesPublication,
): MaintenancePage {
  const { t, rich, format, paths, language } = reader;
  const now = nowOf(status, notes);
  const horizon = addDuration(now, `PT${AHEAD_DAYS * 24}H`);
  const windows = windowsAround(notes, now);
  const phases = phasesOf(windows, now, horizon);
  const rows = windows.map((noted) => windowRow(reader, status, noted, now));
  // Each sentence says for when it was worked out: without a script a page stays as it was made.
  const none = (shown: Shown) => ({
    text:
      notes.observed_at === null
        ? capital(t('state.notYet'))
        : t('maintenance.none', { when: format.stamp(later(shown.from ?? now, now)) }),
    shown,
  });
  const asOf: Segment[] =
    notes.observed_at === null
      ? []
      : rich('maintenance.asOf', { when: timePiece(reader, notes.observed_at) });
  const begins = windows.map(({ window }) => window.from).toSorted(compareInstants);
  const ends = windows.map(({ window }) => window.until).toSorted(compareInstants);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'maintenance' },
      title: t('maintenance.title'),
      description: t('maintenance.description'),
      dated: { posted: notes.observed_at, demo: notes.demo },
    }),
    sentences:
      notes.observed_at === null
        ? [{ text: t('notes.never'), shown: shownBetween(null, null, now) }]
        : sentencesOf(reader, phases, now, horizon),
    asOf,
    renewal: notes.observed_at === null ? null : renewal(reader, status, now, asOf),
    span: t('maintenance.span', { ahead: format.count(AHEAD_DAYS), back: format.count(BACK_DAYS) }),
    lists: [
      {
        title: t('maintenance.running'),
        rows: rows.flatMap((row) => (row.running === null ? [] : [{ row, shown: row.running }])),
        none: phases.filter(({ running }) => running.length === 0).map(({ shown }) => none(shown)),
      },
      {
        title: t('maintenance.upcoming'),
        rows: rows
          .filter(({ upcoming }) => upcoming.until === null || !upcoming.hidden)
          .map((row) => ({ row, shown: row.upcoming })),
        none: [none(shownBetween(begins.at(-1) ?? null, null, now))],
      },
    ],
    past: {
      title: t('maintenance.past'),
      rows: rows.toReversed().map((row) => ({ row, shown: row.past })),
      none: [none(shownBetween(null, ends[0] ?? null, now))],
    },
    announcements: announcements(reader, status, notes),
    links: [{ href: paths.calendar(language), text: t('maintenance.calendar') }],
  };
}

function sentencesOf(
  { t, format, language }: Reader,
  phases: readonly Phase[],
  now: IsoInstant,
  horizon: IsoInstant,
): MaintenancePage['sentences'] {
  const said = phases.map(({ running, shown }) => {
    const [only, ...more] = running;
    const when = format.stamp(later(shown.from ?? now, now));
    if (only === undefined) return { text: t('maintenance.noneNow', { when }), shown };
    const until = format.time(only.window.until).first;
    return {
      text:
        more.length === 0
          ? t('maintenance.oneNow', { title: only.note.title[language], until })
          : t('maintenance.severalNow', { n: format.count(running.length), when }),
      shown,
    };
  });
  // Past the horizon windows may have come that this page never heard of.
  const beyond = t('maintenance.beyond', { when: format.time(now).first });
  return [...said, { text: beyond, shown: shownBetween(horizon, null, now) }];
}

const later = (a: IsoInstant, b: IsoInstant) => (compareInstants(a, b) < 0 ? b : a);

function announcements(reader: Reader, status: StatusPublication, notes: NotesPublication): Announcement[] {
  return notes.maintenance.map((published) => {
    const { note } = published;
    const subject = subjectOf(reader, status, note);
    const rule = ruleWords(reader, note);
    return {
      slug: note.slug,
      title: note.title[reader.language],
      about: `${subject.name}: ${subject.components}`,
      rule: rule === null ? null : capital(rule),
      notices: noteNotices(reader, published),
      entries: timelineOf(reader, published, `${note.slug}-`).entries,
      changes: noteChanges(reader, published),
    };
  });
}

/** A stretch of time, and the windows that run in all of it. */
interface Phase {
  readonly shown: Shown;
  readonly running: readonly NotedWindow[];
}

/** All time up to `horizon`, cut wherever a window begins or ends; beyond it nothing is claimed. */
function phasesOf(windows: readonly NotedWindow[], now: IsoInstant, horizon: IsoInstant): Phase[] {
  const taking = windows.filter(({ window }) => !window.cancelled);
  const edges = [...new Set(taking.flatMap(({ window }) => [window.from, window.until]))]
    .filter((edge) => compareInstants(edge, now) > 0 && compareInstants(edge, horizon) < 0)
    .toSorted(compareInstants);
  const cuts = [null, ...edges, horizon];
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index] ?? null;
    const at = from ?? now;
    const running = taking.filter(
      ({ window }) => compareInstants(window.from, at) <= 0 && compareInstants(at, window.until) < 0,
    );
    return { shown: shownBetween(from, until, now), running };
  });
}
