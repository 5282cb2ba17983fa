import { addSeconds } from '../../../core/uptime.ts';
import type { WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { linkPiece, type Segment } from '../segment.ts';
import { type Column, column, type Table, tableOf } from '../table.ts';
import { capital, type StateShape } from './state-mark.ts';
import { intervalText } from './uptime-text.ts';

/** An incident on the line of days: the UTC days it reaches over, both included. */
export interface DayIncident {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly href: string;
}

/** What a day is called: a known fault first; without a fault only where at least half of it is known; else unknown. */
export function kindOf({ up, degraded, degraded_unknown, down, unknown }: WindowDay): StateShape {
  if (down > 0) return 'down';
  if (degraded + degraded_unknown > 0) return 'degraded';
  return up > 0 && up >= unknown ? 'up' : 'unknown';
}

/** The incidents that reach into a day. */
export function onDay(incidents: readonly DayIncident[], day: string): DayIncident[] {
  return incidents.filter(({ from, to }) => from <= day && day <= to);
}

/** The table behind the bars: days in a row that are alike, of the same incidents too, are one row; newest first. */
export function stretchTable(
  reader: Reader,
  name: string,
  days: readonly WindowDay[],
  every: number,
  incidents: readonly DayIncident[],
): Table {
  const { t, format } = reader;
  const alike = (a: WindowDay, b: WindowDay) => {
    const [ofA, ofB] = [a, b].map(({ day }) => onDay(incidents, day));
    return kindOf(a) === kindOf(b) && ofA?.length === ofB?.length && ofA?.every((one) => ofB?.includes(one));
  };
  const runs: WindowDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && alike(before, day)) run.push(day);
    else runs.push([day]);
  }
  const rows = runs.toReversed().flatMap((run) => {
    const [first, last = first] = [run[0], run.at(-1)];
    return first === undefined || last === undefined ? [] : [{ run, first, last }];
  });
  const named = (day: WindowDay) => format.day(day.day);
  const columns: Column<(typeof rows)[number]>[] = [
    column('days', t('bars.day'), ({ first, last }) =>
      first === last ? named(first) : t('bars.range', { from: named(first), to: named(last) }),
    ),
    column('state', t('bars.state'), ({ first }) => capital(t(`bars.kind.${kindOf(first)}`))),
    column('uptime', t('uptime.label'), ({ run }) => intervalText(reader, addSeconds(run), every)),
    column('incidents', t('bars.incidents'), ({ first }) =>
      onDay(incidents, first.day).flatMap(({ href, title }, index): Segment[] => [
        ...(index === 0 ? [] : [', ']),
        linkPiece(href, title),
      ]),
    ),
  ];
  const some = days.some(({ day }) => onDay(incidents, day).length > 0);
  return tableOf(some ? columns : columns.slice(0, -1), rows, {
    form: 'plain',
    caption: t('bars.table', { name }),
  });
}
