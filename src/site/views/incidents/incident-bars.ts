import { addDays, dayOf, durationSeconds, type IsoInstant } from '../../../core/instant.ts';
import { addSeconds } from '../../../core/uptime.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import { isWithdrawn } from '../../../incidents/model/note.ts';
import { type StatusPublication, type Window, windowOf } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type DayBars, dayBars } from '../status/bars.ts';
import { dayTable } from '../status/day-table.ts';
import type { Table } from '../table.ts';
import type { Subject } from './named.ts';

/** The days of an incident as the checks saw them, component by component. */
export interface IncidentBars {
  /** Said in place of components. */
  readonly none: string;
  readonly components: readonly {
    readonly name: string;
    readonly bars: DayBars;
    /** The days of the incident alone, in figures. */
    readonly days: Table;
  }[];
}

/** How many days are drawn, and how many of them come after the incident where there are so many. */
const DRAWN = 30;
const AFTER = 7;

export function incidentBars(
  reader: Reader,
  status: StatusPublication,
  { system }: Subject,
  incident: Incident,
  now: IsoInstant,
): IncidentBars {
  const { t, language, paths } = reader;
  const [from, to] = [dayOf(incident.started), dayOf(incident.resolved ?? now)];
  const mark = {
    from,
    to,
    title: incident.title[language],
    href: paths.page(language, { name: 'incident', slug: incident.slug }),
  };
  const withdrawn = isWithdrawn(incident);
  const components =
    system === null || withdrawn
      ? []
      : system.components.filter(({ id }) => incident.components.includes(id));
  return {
    none: t(withdrawn ? 'incident.bars.withdrawn' : 'incident.bars.none'),
    components: components.flatMap(({ id, name }) => {
      const drawn = daysAround(status, system?.id ?? '', id, from, to);
      if (drawn === null || drawn.days.every(({ day }) => day < from || day > to)) return [];
      const every = durationSeconds(system?.checked_every ?? 'PT15M');
      const own = drawn.days.filter(({ day }) => day >= from && day <= to);
      return [
        {
          name: name[language],
          bars: dayBars(reader, name[language], drawn, every, { room: DRAWN, incidents: [mark] }),
          days: dayTable(reader, { ...drawn, days: own }),
        },
      ];
    }),
  };
}

/** Days that end a week after the incident, or today. */
function daysAround(
  status: StatusPublication,
  system: string,
  component: string,
  from: string,
  to: string,
): Window | null {
  if (status.manifest === null) return null;
  const today = dayOf(status.manifest.observed_at);
  const reach = (Date.parse(today) - Date.parse(from)) / 86_400_000 + DRAWN;
  const window = windowOf(status, system, [component], Math.max(DRAWN, reach));
  if (window === null) return null;
  const [end = today] = [addDays(to, AFTER), today].toSorted();
  const days = window.days.filter(({ day }) => day <= end).slice(-DRAWN);
  return { ...window, days, sum: addSeconds(days) };
}
