import type { WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital, type StateShape } from './state-mark.ts';
import { intervalText } from './uptime-text.ts';

/** Days that follow each other and are alike, as one row of the table behind the bars. */
export interface Stretch {
  readonly days: string;
  readonly kind: string;
  readonly interval: string;
  readonly incidents: readonly { readonly href: string; readonly text: string }[];
}

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

/** Days in a row that are alike, of the same incidents too, newest first. */
export function stretches(
  reader: Reader,
  days: readonly WindowDay[],
  every: number,
  incidents: readonly DayIncident[],
): Stretch[] {
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
  return runs.toReversed().map((run) => {
    const [first = days[0], last = first] = [run[0], run.at(-1)];
    const named = (day: WindowDay | undefined) => reader.format.day(day?.day ?? '');
    const seconds = run.reduce(
      (sum, day) => ({
        up: sum.up + day.up,
        degraded: sum.degraded + day.degraded,
        down: sum.down + day.down,
        unknown: sum.unknown + day.unknown,
      }),
      { up: 0, degraded: 0, down: 0, unknown: 0 },
    );
    return {
      days: run.length === 1 ? named(first) : reader.t('bars.range', { from: named(first), to: named(last) }),
      kind: capital(reader.t(`bars.kind.${run[0] === undefined ? 'unknown' : kindOf(run[0])}`)),
      interval: intervalText(reader, seconds, every),
      incidents: onDay(incidents, first?.day ?? '').map(({ href, title }) => ({ href, text: title })),
    };
  });
}
