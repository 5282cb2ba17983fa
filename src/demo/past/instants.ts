import { noiseOf, seedOf } from './noise.ts';

const QUARTER = 15 * 60;
const HOUR = 3600;
const DAY = 24 * HOUR;
const PAST_DAYS = 90;

/** Stretches in which no run took place: a runner that was out of order, a schedule that had been switched off. */
const SILENCES = [
  { hoursAgo: 37 * 24 + 9, hours: 5.5 },
  { hoursAgo: 8 * 24 + 3, hours: 2.75 },
];

/**
 * The instants of 90 days of invented runs, in whole seconds since 1970, oldest first, the last about a quarter of
 * an hour before `now`. As with a hosted cron, each comes a little late, a few come very late, and some not at all.
 */
export function runInstants(now: Date, seed: number): number[] {
  const noise = noiseOf(seedOf(seed, 'runs'));
  const present = Math.floor(now.getTime() / 1000);
  const last = Math.floor((present - QUARTER) / QUARTER) * QUARTER;
  const instants: number[] = [];
  for (let slot = last - PAST_DAYS * DAY + QUARTER; slot <= last; slot += QUARTER) {
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
