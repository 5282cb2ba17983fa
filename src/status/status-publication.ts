import { addDays, dayOf, type IsoInstant } from '../core/instant.ts';
import { addSeconds, NO_SECONDS, type Seconds } from '../core/uptime.ts';
import type { ContradictedDay } from './day-review.ts';
import type { SystemNow } from './present.ts';
import type { StatusDay, StatusManifest } from './status-manifest.ts';

/** Everything that status pages are made of. */
export interface StatusPublication {
  /** Null while no check ever ran: then nothing is known, which is not the same as well. */
  readonly manifest: StatusManifest | null;
  /** Whether the last run lies in the future of the clock that reads it: one of the two is wrong. */
  readonly ahead?: boolean;
  /** In the order of their ids, the main system first. */
  readonly systems: readonly SystemNow[];
  /** Daily figures of every component, oldest first; the last day is not over. Of one that is contradicted nothing is known. */
  readonly days: readonly StatusDay[];
  /** The runs that are read for the present, oldest first. */
  readonly runs: readonly IsoInstant[];
  /** Since when they are read: a state can be older than this. */
  readonly readFrom: IsoInstant | null;
  /** How many runs each UTC day has seen. */
  readonly runsByDay: ReadonlyMap<string, number>;
  /** Days whose published figures are not what their raw samples give. */
  readonly contradicted: readonly ContradictedDay[];
  /** What the content holds and no system's file speaks of. */
  readonly strangers: readonly string[];
}

export const NO_STATUS: StatusPublication = {
  manifest: null,
  systems: [],
  days: [],
  runs: [],
  readFrom: null,
  runsByDay: new Map(),
  contradicted: [],
  strangers: [],
};

/** One day of a window; `length` in seconds, shorter for today. */
export interface WindowDay extends Seconds {
  readonly day: string;
  readonly length: number;
  /** Of the unknown seconds those in which a check was known to be degraded. */
  readonly degraded_unknown: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** The days that end with the present one, of one component or (seconds added up) several. */
export interface Window {
  readonly days: readonly WindowDay[];
  readonly sum: Seconds;
  /** How many components were added up. */
  readonly components: number;
}

const DAY = 86_400;

/**
 * The last `length` days of some components of a system, at most as far back as that system was ever checked.
 * A component without a line on a day is unknown for all of it. Null while no day is known.
 */
export function windowOf(
  { manifest, days }: StatusPublication,
  system: string,
  components: readonly string[],
  length: number,
): Window | null {
  const own = days.filter((line) => line.system === system);
  const [first] = own;
  if (manifest === null || first === undefined || components.length === 0) return null;
  const today = dayOf(manifest.observed_at);
  const earliest = addDays(today, 1 - length);
  const lines = Map.groupBy(own, ({ day }) => day);
  const sofar = secondsToday(manifest.observed_at);
  const window: WindowDay[] = [];
  const [, start = earliest] = [first.day, earliest].toSorted();
  for (let day = start; day <= today; day = addDays(day, 1)) {
    const whole = day === today ? sofar : DAY;
    const parts = components.map(
      (id) =>
        lines.get(day)?.find(({ component }) => component === id) ?? {
          ...NO_SECONDS,
          unknown: whole,
          degraded_unknown: 0,
        },
    );
    const [only] = parts;
    const alone = components.length === 1 && only !== undefined && 'p50' in only ? only : undefined;
    window.push({
      day,
      length: whole,
      ...addSeconds(parts),
      degraded_unknown: parts.reduce((sum, { degraded_unknown = 0 }) => sum + degraded_unknown, 0),
      p50: alone?.p50 ?? null,
      p95: alone?.p95 ?? null,
    });
  }
  return { days: window, sum: addSeconds(window), components: components.length };
}

function secondsToday(now: IsoInstant): number {
  return (Date.parse(now) - Date.parse(`${dayOf(now)}T00:00:00Z`)) / 1000;
}
