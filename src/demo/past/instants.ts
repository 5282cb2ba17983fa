import { noiseOf, seedOf } from './noise.ts';

const QUARTER = 15 * 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * How long ago the invented checks began, in days, and since when they take place every quarter of an hour. Before
 * that they were asked once an hour, and were defined so: a whole year at a quarter of an hour would make the demo
 * start half a minute later, and show nothing more.
 */
const PAST_DAYS = 365;
const QUARTERLY_DAYS = 90;
/** What the checks promised in each time, in seconds. */
export const EARLIER_EVERY = HOUR;

/** Since when checks are asked every quarter of an hour: a midnight in UTC, in seconds since 1970. */
export function quarterlySince(now: Date): number {
  return Math.floor(now.getTime() / 1000 / DAY - QUARTERLY_DAYS) * DAY;
}

/** Stretches in which no run took place: a runner that was out of order, a schedule that had been switched off. */
const SILENCES = [
  { hoursAgo: 298 * 24 + 2, hours: 31 },
  { hoursAgo: 171 * 24 + 14, hours: 9 },
  { hoursAgo: 37 * 24 + 9, hours: 5.5 },
  { hoursAgo: 8 * 24 + 3, hours: 2.75 },
];

/**
 * The instants of a year of invented runs, in whole seconds since 1970, oldest first, the last about a quarter of
 * an hour before `now`. As with a hosted cron, each comes a little late, a few come very late, and some not at all.
 */
export function runInstants(now: Date, seed: number): number[] {
  const noise = noiseOf(seedOf(seed, 'runs'));
  const present = Math.floor(now.getTime() / 1000);
  const quarterly = quarterlySince(now);
  const last = Math.floor((present - QUARTER) / QUARTER) * QUARTER;
  const instants: number[] = [];
  let slot = quarterly - (PAST_DAYS - QUARTERLY_DAYS) * DAY;
  for (; slot <= last; slot += slot < quarterly ? EARLIER_EVERY : QUARTER) {
    const dropped = noise() < 0.006;
    const delay = noise() < 0.015 ? 480 + noise() * 380 : 15 + noise() * 70;
    const at = slot + Math.floor(delay);
    const silent = SILENCES.some(({ hoursAgo, hours }) => {
      const from = present - hoursAgo * HOUR;
      return at >= from && at < from + hours * HOUR;
    });
    if (!dropped && !silent && at < present) instants.push(at);
  }
  return instants;
}
