import type { Interval } from './timeline.ts';

/** How much of a window was what; whole seconds. */
export interface Seconds {
  readonly up: number;
  readonly degraded: number;
  readonly down: number;
  readonly unknown: number;
}

export const NO_SECONDS: Seconds = { up: 0, degraded: 0, down: 0, unknown: 0 };

/** Adds up a timeline between `from` and `to` (seconds since 1970). */
export function secondsOf(timeline: readonly Interval[], from: number, to: number): Seconds {
  const seconds = { ...NO_SECONDS };
  for (const interval of timeline) {
    const length = Math.min(interval.to, to) - Math.max(interval.from, from);
    if (length > 0) seconds[interval.outcome] += length;
  }
  return seconds;
}

/** The sum of several windows, such as the days of a month. */
export function addSeconds(windows: Iterable<Seconds>): Seconds {
  const sum = { ...NO_SECONDS };
  for (const window of windows) {
    sum.up += window.up;
    sum.degraded += window.degraded;
    sum.down += window.down;
    sum.unknown += window.unknown;
  }
  return sum;
}

/**
 * Availability as an interval, in parts of one million of the window (whole numbers, rounded towards the
 * worse): best = 1 − down ÷ window, worst = 1 − (down + unknown) ÷ window. Degraded counts as up. Null for an
 * empty window, and the best is 1 000 000 when nothing at all is known: the width says so.
 */
export function uptimeOf(seconds: Seconds): { readonly worst: number; readonly best: number } | null {
  const window = seconds.up + seconds.degraded + seconds.down + seconds.unknown;
  if (window === 0) return null;
  const part = (length: number) => Math.floor(((window - length) * 1_000_000) / window);
  return { worst: part(seconds.down + seconds.unknown), best: part(seconds.down) };
}
