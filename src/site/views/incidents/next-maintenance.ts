import { addDuration, compareInstants } from '../../../core/instant.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Link } from '../segment.ts';
import { capital } from '../status/state-mark.ts';
import { nowOf } from './incident-rows.ts';
import { type Shown, shownBetween } from './shown.ts';
import { AHEAD_DAYS, type WindowRow, windowRow, windowsAround } from './windows.ts';

/** What runs, or else what comes next; the clock alone turns it over to the one after it. */
export interface NextMaintenance {
  readonly rows: readonly { readonly row: WindowRow; readonly shown: Shown }[];
  readonly none: { readonly text: string; readonly shown: Shown };
  readonly links: readonly Link[];
}

/** How many windows stand in the page, of which one shows at a time. */
const READY = 4;

export function nextMaintenance(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  system: string | null = null,
): NextMaintenance {
  const { t, format, paths, language } = reader;
  const now = nowOf(status, notes);
  const coming = windowsAround(notes, now, system)
    .filter(({ window }) => !window.cancelled && compareInstants(window.until, now) > 0)
    .slice(0, READY);
  const last = coming.at(-1)?.window.until ?? null;
  const beyond = last === null ? now : later(last, addDuration(now, `PT${AHEAD_DAYS * 24}H`));
  return {
    rows: coming.map((noted, index) => {
      // Shown once every window before it is over, until it is over itself.
      const before = coming
        .slice(0, index)
        .map(({ window }) => window.until)
        .toSorted(compareInstants);
      return {
        row: windowRow(reader, status, noted, now),
        shown: shownBetween(before.at(-1) ?? null, noted.window.until, now),
      };
    }),
    none: {
      text:
        notes.observed_at === null
          ? capital(t('state.notYet'))
          : t('maintenance.noNext', { when: format.stamp(now) }),
      shown: shownBetween(last === null ? null : beyond, null, now),
    },
    links: [
      { href: paths.page(language, { name: 'maintenance' }), text: t('maintenance.all') },
      { href: paths.calendar(language), text: t('maintenance.calendar') },
    ],
  };
}

const later = (a: string, b: string) => (compareInstants(a, b) < 0 ? b : a);
