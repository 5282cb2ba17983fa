import { addDays, type IsoInstant, toSeconds } from '../core/instant.ts';
import { displayed } from '../core/outcome.ts';
import { combined, type Interval, timelineOf } from '../core/timeline.ts';
import { secondsOf } from '../core/uptime.ts';
import { type CheckDefinition, checksBy, type DefinedCheck } from './check-definition.ts';
import type { Run } from './sample.ts';
import type { StatusDay } from './status-manifest.ts';

/** SHA-256 of nothing: the raw file of a day without a run. */
export const NO_RUNS_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export interface DayOfRuns {
  readonly system: string;
  readonly day: string;
  /** The system's runs of this UTC day, the one before and the one after: a timeline crosses midnight. */
  readonly runs: readonly Run[];
  readonly definitions: readonly CheckDefinition[];
  /** SHA-256 of the raw file of this day. */
  readonly raw_sha256: string;
  /** For a day that is not over: its figures so far, up to this instant. */
  readonly until?: IsoInstant;
}

/**
 * The figures of one UTC day, a line a component, from its raw samples alone. A check whose failure only
 * degrades its component counts as degraded when it is down. A check counts from its first sample on and until
 * the first run that no longer asks it. A component without a line was not checked: it is unknown.
 */
export function rollUp({ system, day, runs, definitions, raw_sha256, until }: DayOfRuns): StatusDay[] {
  const from = toSeconds(`${day}T00:00:00Z`);
  const end = toSeconds(`${addDays(day, 1)}T00:00:00Z`);
  const to = until === undefined ? end : Math.min(end, toSeconds(until));
  const ordered = runs
    .map(({ at, checks }) => ({ at: toSeconds(at), checks }))
    .toSorted((a, b) => a.at - b.at);
  const { all, current } = checksBy(definitions, system, `${addDays(day, 1)}T00:00:00Z`);
  const asked = [...all].flatMap(([id, check]) => {
    if (ordered.length === 0 && !current.has(id)) return [];
    const line = timelineWhileAsked(id, check, ordered, from, to);
    if (line === null) return [];
    // What only informs vouches for no time in which it is up.
    const told = check.informs === true ? line.filter(({ outcome }) => outcome !== 'up') : line;
    return [{ id, component: check.component, line: told }];
  });
  return [...Map.groupBy(asked, ({ component }) => component)]
    .map(([component, checks]) => {
      const lines = checks.map(({ line }) => line);
      const seconds = secondsOf(combined(lines), from, to);
      // Of several checks the one that is not known decides for counting, and the one that is degraded for a reader.
      const beside = secondsOf(combined(lines, displayed), from, to).degraded - seconds.degraded;
      const counted = seconds.up + seconds.degraded + seconds.down + seconds.unknown;
      const ids = new Set(checks.map(({ id }) => id));
      return {
        day,
        system,
        component,
        ...seconds,
        unknown: seconds.unknown + (to - from - counted),
        ...(beside === 0 ? {} : { degraded_unknown: beside }),
        ...latencyOf(ordered, ids, from, to),
        raw_sha256,
      };
    })
    .toSorted((a, b) => (a.component < b.component ? -1 : 1));
}

interface TimedRun {
  readonly at: number;
  readonly checks: Run['checks'];
}

/** The timeline of one check over the part of the day in which it was asked; null when it was not. */
function timelineWhileAsked(
  id: string,
  { impact, every }: DefinedCheck,
  runs: readonly TimedRun[],
  from: number,
  to: number,
): Interval[] | null {
  const first = runs.findIndex(({ checks }) => checks[id] !== undefined);
  const last = runs.findLastIndex(({ checks }) => checks[id] !== undefined);
  if (first === -1 && runs.length > 0) return null;
  const start = first <= 0 ? from : Math.max(from, runs[first]?.at ?? from);
  const end = last === -1 ? to : Math.min(to, runs[last + 1]?.at ?? to);
  if (end <= start) return null;
  const samples = runs.flatMap(({ at, checks }) => {
    const outcome = checks[id]?.outcome;
    if (outcome === undefined) return [];
    const mild = outcome === 'down' && impact === 'degraded';
    return [{ at, outcome: mild ? ('degraded' as const) : outcome }];
  });
  return timelineOf(samples, every, start, end);
}

/** Median and 95th percentile (nearest rank) of the day's answers, in ms. */
function latencyOf(runs: readonly TimedRun[], ids: ReadonlySet<string>, from: number, to: number) {
  const latencies = runs
    .filter(({ at }) => at >= from && at < to)
    .flatMap(({ checks }) => [...ids].flatMap((id) => checks[id]?.ms ?? []))
    .toSorted((a, b) => a - b);
  const rank = (percent: number) => latencies[Math.ceil((latencies.length * percent) / 100) - 1];
  const [p50, p95] = [rank(50), rank(95)];
  return p50 === undefined || p95 === undefined ? {} : { p50, p95 };
}
