import { durationSeconds } from '../../../core/instant.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { SystemNow } from '../../../status/present.ts';
import { type StatusPublication, windowOf } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type DayBars, dayBars } from './bars.ts';
import { dayIncidents } from './day-incidents.ts';
import { type StateMark, stateMark } from './state-mark.ts';
import type { DayIncident } from './stretches.ts';
import { type UptimeText, uptimeText } from './uptime-text.ts';

/** Something with a state, the bars of its days and its uptime: a system, or a component. */
export interface StatusRow {
  readonly id: string;
  readonly name: string;
  readonly href: string | null;
  readonly about: string | null;
  readonly mark: StateMark;
  /** Null while no day is known. */
  readonly bars: DayBars | null;
  readonly uptime: UptimeText;
}

/** What has to be known to read the bars of some rows. */
export interface BarsKey {
  /** Whether there is a mark of an incident below a bar. */
  readonly marked: boolean;
  /** The days they reach over; null where there is none. */
  readonly span: string | null;
}

/** How many days the bars go back. */
export const DAYS = 90;

export function systemRows(reader: Reader, status: StatusPublication, notes: NotesPublication): StatusRow[] {
  return status.systems.map((now) => systemRow(reader, status, notes, now));
}

export function keyOf({ t }: Reader, rows: readonly StatusRow[]): BarsKey {
  const [first] = rows.flatMap(({ bars }) => bars?.feet ?? []);
  return {
    marked: rows.some(({ bars }) => (bars?.marks.length ?? 0) > 0),
    span: first === undefined ? null : t('bars.span', first),
  };
}

function systemRow(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  now: SystemNow,
): StatusRow {
  const { language, paths } = reader;
  const { system } = now;
  return row(reader, status, {
    id: system.id,
    system: now,
    name: system.name[language],
    href: paths.page(language, { name: 'system', id: system.id }),
    about: system.summary[language],
    components: system.components.map(({ id }) => id),
    incidents: dayIncidents(reader, status, notes, system.id),
    mark: stateMark(reader, now.state, now),
  });
}

interface RowInput extends Pick<StatusRow, 'id' | 'name' | 'href' | 'about' | 'mark'> {
  readonly system: SystemNow;
  readonly components: readonly string[];
  readonly incidents: readonly DayIncident[];
}

/** The row of a whole system, or of one of its components. */
export function row(reader: Reader, status: StatusPublication, input: RowInput): StatusRow {
  const { system, components, incidents, ...shown } = input;
  const every = durationSeconds(system.system.checked_every);
  const window = windowOf(status, system.system.id, components, DAYS);
  return {
    ...shown,
    bars: window === null ? null : dayBars(reader, shown.name, window, every, { room: DAYS, incidents }),
    uptime: uptimeText(reader, window, every),
  };
}
