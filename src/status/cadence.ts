import { compareInstants, type IsoInstant, toSeconds } from '../core/instant.ts';
import { type Interval, timelineOf } from '../core/timeline.ts';

/** How the time between two runs (or since the last one) compares with the promise. */
export interface Gap {
  /** Whole seconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** `kept`: the earlier run still vouched when the later one came. `late`: it did not. `missed`: a whole run is lacking. */
  readonly verdict: 'kept' | 'late' | 'missed';
  /** How many promised runs did not take place in it. */
  readonly runs_missed: number;
}

export interface Cadence {
  readonly gaps: readonly Gap[];
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  /** The window as a timeline: up while a run vouches for the page, unknown in between. */
  readonly timeline: readonly Interval[];
}

/** What counts as late: beyond 1.5 times the cadence a run vouches for nothing. As missed: beyond 2.5 times. */
const LATE = 1.5;
const MISSED = 2.5;

/**
 * The promised cadence (`every`, seconds) held against the runs that took place, between `from` and `to`
 * (seconds since 1970; `to` is now, or the end of a past window). The time before the first run of all is no gap.
 */
export function cadenceOf(runs: readonly IsoInstant[], every: number, from: number, to: number): Cadence {
  const instants = [...new Set(runs.toSorted(compareInstants).map(toSeconds))].filter((at) => at < to);
  const gaps = instants
    .map((at, index) => ({ from: at, to: instants[index + 1] ?? to, open: index === instants.length - 1 }))
    .filter((gap) => gap.to > from)
    // The time since the last run is no gap yet, as long as that run vouches.
    .filter((gap) => !gap.open || gap.to - gap.from > every * LATE)
    .map((gap) => judge(gap.from, gap.to, every));
  const count = (verdict: Gap['verdict']) => gaps.filter((gap) => gap.verdict === verdict).length;
  return {
    gaps,
    kept: count('kept'),
    late: count('late'),
    missed: count('missed'),
    timeline: timelineOf(
      instants.map((at) => ({ at, outcome: 'up' })),
      every,
      from,
      to,
    ),
  };
}

function judge(from: number, to: number, every: number): Gap {
  const length = to - from;
  if (length <= every * LATE) return { from, to, verdict: 'kept', runs_missed: 0 };
  if (length <= every * MISSED) return { from, to, verdict: 'late', runs_missed: 0 };
  return { from, to, verdict: 'missed', runs_missed: Math.floor((length - every / 2) / every) };
}
