import { addDuration, compareInstants, durationSeconds, type IsoInstant } from '../../../core/instant.ts';
import {
  type Maintenance,
  type MaintenanceWindow,
  windowsBetween,
} from '../../../incidents/model/maintenance.ts';
import { isWithdrawn } from '../../../incidents/model/note.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Segment, timePiece } from '../segment.ts';
import { capital } from '../status/state-mark.ts';
import { subjectOf } from './named.ts';
import type { NoteMark } from './note-mark.ts';
import { type Shown, shownBetween } from './shown.ts';
import { spanOf } from './span.ts';

/** A window of a note. */
export interface NotedWindow {
  readonly note: Maintenance;
  readonly window: MaintenanceWindow;
}

/** How far ahead and back recurring windows are listed; a single one is listed however far ahead it is. */
export const AHEAD_DAYS = 28;
export const BACK_DAYS = 30;

/** The windows around `now`, in order; those that are over no longer ago than `BACK_DAYS`. */
export function windowsAround(
  { maintenance }: NotesPublication,
  now: IsoInstant,
  system: string | null = null,
) {
  const from = addDuration(now, `-PT${BACK_DAYS * 24}H`);
  const to = addDuration(now, `PT${AHEAD_DAYS * 24}H`);
  return maintenance
    .map(({ note }) => note)
    .filter((note) => system === null || note.system === system)
    .flatMap((note) => {
      const until = note.recurs === null && compareInstants(note.starts, to) > 0 ? note.starts : to;
      return windowsBetween(note, from, until).map((window): NotedWindow => ({ note, window }));
    })
    .toSorted((a, b) => compareInstants(a.window.from, b.window.from));
}

/** One window in a list, in each of the states that the clock gives it. */
export interface WindowRow {
  readonly title: string;
  readonly href: string;
  readonly about: string;
  readonly when: readonly Segment[];
  readonly marks: readonly { readonly mark: NoteMark; readonly shown: Shown }[];
  /** When it stands in a list of this name; it stands in the next one from then on. */
  readonly upcoming: Shown;
  readonly running: Shown | null;
  readonly past: Shown;
}

export function windowRow(
  reader: Reader,
  status: StatusPublication,
  { note, window }: NotedWindow,
  now: IsoInstant,
): WindowRow {
  const { t, rich, language, paths } = reader;
  const { from, until, cancelled } = window;
  const subject = subjectOf(reader, status, note);
  const upcoming = shownBetween(null, from, now);
  const running = shownBetween(from, until, now);
  const past = shownBetween(cancelled ? from : until, null, now);
  const mark = (
    shape: NoteMark['shape'],
    key: 'scheduled' | 'in_progress' | 'verifying' | 'completed' | 'cancelled' | 'withdrawn',
  ) => ({
    shape,
    word: capital(t(`note.${key}`)),
  });
  const verifying = isVerifying(note, window, now);
  return {
    title: note.title[language],
    href: `${paths.page(language, { name: 'maintenance' })}#${note.slug}`,
    about: `${subject.name}: ${subject.components}`,
    when: rich('maintenance.window', {
      from: timePiece(reader, from),
      length: spanOf(reader, durationSeconds(note.lasts)),
    }),
    marks: cancelled
      ? [
          {
            mark: mark('cancelled', isWithdrawn(note) ? 'withdrawn' : 'cancelled'),
            shown: shownBetween(null, null, now),
          },
        ]
      : [
          { mark: mark('planned', 'scheduled'), shown: upcoming },
          { mark: mark('running', verifying ? 'verifying' : 'in_progress'), shown: running },
          { mark: mark('closed', 'completed'), shown: past },
        ],
    upcoming,
    running: cancelled ? null : running,
    past,
  };
}

/** Only people know that they are verifying, and only while the window runs. */
function isVerifying({ updates }: Maintenance, { from, until }: MaintenanceWindow, now: IsoInstant): boolean {
  const said = updates.findLast(
    ({ at, status }) => status !== 'correction' && at !== null && compareInstants(at, now) <= 0,
  );
  if (said?.status !== 'verifying' || said.at === null) return false;
  return compareInstants(said.at, from) >= 0 && compareInstants(said.at, until) < 0;
}
