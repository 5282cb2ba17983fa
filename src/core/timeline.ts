import { counted, type Outcome } from './outcome.ts';

/** A stretch of time with one outcome; `from` included, `to` excluded, both in whole seconds since 1970. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
}

export interface Observation {
  /** Whole seconds since 1970. */
  readonly at: number;
  readonly outcome: Outcome;
}

/** How many times its cadence one sample vouches for. */
const VOUCHES = 1.5;

/**
 * What raw samples of one check say about the time from `from` to `to` (seconds since 1970): complete, without
 * gaps or overlaps. A sample vouches for at most 1.5 times the cadence after it; the time between two samples
 * that disagree is unknown, and so is every gap. Samples may come in any order; of two at one instant that
 * disagree, nothing is known.
 */
export function timelineOf(
  samples: readonly Observation[],
  cadence: number,
  from: number,
  to: number,
): Interval[] {
  const byInstant = Map.groupBy(samples, ({ at }) => at);
  const points = [...byInstant]
    .map(([at, same]) => ({ at, outcome: agreed(same.map(({ outcome }) => outcome)) }))
    .toSorted((a, b) => a.at - b.at);
  const intervals: Interval[] = [];
  let known = from;
  const add = (until: number, outcome: Outcome) => {
    const end = Math.min(until, to);
    if (end <= known) return;
    const last = intervals.at(-1);
    if (last?.outcome === outcome) intervals[intervals.length - 1] = { ...last, to: end };
    else intervals.push({ from: known, to: end, outcome });
    known = end;
  };
  for (const [index, { at, outcome }] of points.entries()) {
    add(at, 'unknown');
    const next = points[index + 1];
    const vouched = at + Math.floor(cadence * VOUCHES);
    if (next !== undefined && next.outcome !== outcome) add(next.at, 'unknown');
    else add(Math.min(vouched, next?.at ?? Number.POSITIVE_INFINITY), outcome);
  }
  add(to, 'unknown');
  return intervals;
}

/**
 * Several timelines as one: at each instant what those that reach there give together. A timeline says nothing
 * of the time it does not cover (a check that was not asked yet, or no more); where none reaches, nothing is known.
 * `judge` says what several outcomes give: for counting time, unless told.
 */
export function combined(
  timelines: readonly (readonly Interval[])[],
  judge: (outcomes: readonly Outcome[]) => Outcome = counted,
): Interval[] {
  const edges = [
    ...new Set(timelines.flatMap((line) => line.flatMap(({ from, to }) => [from, to]))),
  ].toSorted((a, b) => a - b);
  const cursors = timelines.map(() => 0);
  const intervals: Interval[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const outcomes = timelines.flatMap((line, which) => {
      let cursor = cursors[which] ?? 0;
      while ((line[cursor]?.to ?? Number.POSITIVE_INFINITY) <= from) cursor += 1;
      cursors[which] = cursor;
      const here = line[cursor];
      return here !== undefined && here.from <= from ? [here.outcome] : [];
    });
    const outcome = judge(outcomes);
    const last = intervals.at(-1);
    if (last !== undefined && last.outcome === outcome && last.to === from)
      intervals[intervals.length - 1] = { ...last, to };
    else intervals.push({ from, to, outcome });
  }
  return intervals;
}

function agreed(outcomes: readonly Outcome[]): Outcome {
  const [only, ...rest] = new Set(outcomes);
  return only !== undefined && rest.length === 0 ? only : 'unknown';
}
