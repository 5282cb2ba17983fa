import { addDuration, compareInstants, toSeconds } from '../../core/instant.ts';
import { percentageOf } from '../../core/percentage.ts';
import { timelineOf } from '../../core/timeline.ts';
import { secondsOf } from '../../core/uptime.ts';
import type { Sample } from '../../status/sample.ts';
import { type Gauge, limitSigns, measured } from '../../systems/gauge.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';

/** A sample vouches for 1.5 times the cadence (see `check-state.ts`): past that it says nothing any more. */
const VOUCHES = 1.5;
/** Of a longer time at least this much must be known before "no failure in it" is said. */
const KNOWN_ENOUGH = 90;

/**
 * The answer that a check had at the time of the report, undamped; an expired one is not known. A checklist asks
 * whether a thing is as it must be: what is degraded (a target missed, a backup in use) is up and is not, and fails.
 */
export function checkNow(id: string, { system, runs, every, at }: ReportInputs): ItemAnswer {
  const last = runs.findLast((run) => run.checks[id] !== undefined && compareInstants(run.at, at) <= 0);
  const sample = last?.checks[id];
  if (last === undefined || sample === undefined) return notKnown('not-asked');
  const evidence = {
    outcome: sample.outcome,
    ...measurement(sample, system.checks.find((check) => check.id === id)?.gauge),
    'latency-ms': sample.ms === undefined ? undefined : String(sample.ms),
    'degraded-since': sample.outcome === 'degraded' ? degradedSince(id, runs, at) : undefined,
    'observed-at': last.at,
  };
  const vouched = Math.floor(every * VOUCHES);
  if (toSeconds(at) - toSeconds(last.at) >= vouched) return notKnown('out-of-date', evidence);
  const { outcome, reason = 'unexpected-result' } = sample;
  switch (outcome) {
    case 'up':
      return passed(evidence);
    case 'degraded':
    case 'down':
      return failed(reason, evidence);
    case 'unknown':
      return notKnown(reason, evidence);
    default:
      return outcome satisfies never;
  }
}

/** What was measured and what is wanted, with the unit; nothing where the latency itself is what was measured. */
function measurement({ value, ms }: Sample, gauge: Gauge | undefined) {
  if (value === undefined || gauge === undefined) return { value };
  const target = gauge.target === undefined ? undefined : limitSigns(gauge.target, gauge.unit);
  const isLatency = gauge.unit === 'ms' && value === String(ms);
  return { value: isLatency ? undefined : measured(value, gauge.unit), target };
}

/** When the unbroken row of degraded answers began that the one at `at` belongs to, as far as the runs reach back. */
function degradedSince(id: string, runs: ReportInputs['runs'], at: string): string | undefined {
  const asked = runs.filter((run) => run.checks[id] !== undefined && compareInstants(run.at, at) <= 0);
  return asked[asked.findLastIndex((run) => run.checks[id]?.outcome !== 'degraded') + 1]?.at;
}

/**
 * All answers of a check over a length of time: one failure is one, and too little that is known is not none. As in
 * availability (DESIGN.md) what is degraded counts as up here; how often and how long it was stands beside.
 */
export function checkOver(id: string, over: string, { runs, every, at }: ReportInputs): ItemAnswer {
  const from = addDuration(at, `-${over}`);
  const [first, last] = [toSeconds(from), toSeconds(at)];
  const answers = runs.flatMap((run) => {
    const sample = run.checks[id];
    const when = Date.parse(run.at) / 1000; // Runs are dated in whole seconds.
    return sample === undefined || when < first || when > last ? [] : [{ at: when, sample }];
  });
  const given = answers.filter(({ sample }) => sample.outcome !== 'unknown').map(({ sample }) => sample);
  const down = given.filter(({ outcome }) => outcome === 'down');
  const degraded = given.filter(({ outcome }) => outcome === 'degraded');
  const shares = sharesOf(answers, every, first, last);
  const latencies = given.flatMap(({ ms }) => ms ?? []).toSorted((a, b) => a - b);
  const evidence = {
    period: `${from} – ${at}`,
    answers: String(given.length),
    failures: String(down.length),
    'degraded-answers': String(degraded.length),
    'degraded-percent': shares.degraded,
    'known-percent': shares.known,
    'p50-ms': percentile(latencies, 0.5),
    'p95-ms': percentile(latencies, 0.95),
  };
  const [failure] = down;
  if (failure !== undefined) return failed(failure.reason ?? 'unexpected-result', evidence);
  if (answers.length === 0) return notKnown('not-asked', evidence);
  return Number(shares.known) < KNOWN_ENOUGH ? notKnown('gaps', evidence) : passed(evidence);
}

/** The shares of the time that samples vouch for, and say to have been degraded, in percent with two decimals. */
function sharesOf(
  answers: readonly { readonly at: number; readonly sample: Sample }[],
  every: number,
  from: number,
  to: number,
) {
  const outcomes = answers.map(({ at, sample }) => ({ at, outcome: sample.outcome }));
  const seconds = secondsOf(timelineOf(outcomes, every, from, to), from, to);
  const share = (part: number) => percentageOf(String(part), String(to - from)) ?? '0';
  const { up, degraded, down } = seconds;
  return { known: share(up + degraded + down), degraded: share(degraded) };
}

function percentile(sorted: readonly number[], share: number): string | undefined {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return value === undefined ? undefined : String(value);
}
