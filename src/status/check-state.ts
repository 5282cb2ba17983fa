import { compareInstants, type IsoInstant, toSeconds } from '../core/instant.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Run, Sample } from './sample.ts';

/** How a check's answers become what a reader sees now. The rule is published on the page. */
export interface DampingRule {
  /** Consecutive failures before "down" is said; until then it is degraded. */
  readonly down_after: number;
  /** Consecutive good answers before "up" is said again after "down"; until then it is degraded. */
  readonly up_after: number;
}

export interface CheckState {
  readonly outcome: Outcome;
  /** When the state began: the first of the samples that make it; null while it was never asked. */
  readonly since: IsoInstant | null;
  readonly sample: Sample | null;
  readonly observed_at: IsoInstant | null;
  readonly valid_until: IsoInstant | null;
}

/**
 * The state of one check at `now`, from its runs (any order): damped, so that one lost packet is not an
 * outage, but never so that a failure stays green. A sample past 1.5 times the cadence says nothing any more.
 * Runs dated after `now` (a clock set back) are left out. Availability is counted from raw samples, not from this.
 */
export function checkState(
  id: string,
  runs: readonly Run[],
  cadence: number,
  rule: DampingRule,
  now: IsoInstant,
): CheckState {
  const answers = runs
    .filter((run) => run.checks[id] !== undefined && compareInstants(run.at, now) <= 0)
    .toSorted((a, b) => compareInstants(a.at, b.at));
  const last = answers.at(-1);
  const sample = last?.checks[id];
  if (last === undefined || sample === undefined) {
    return { outcome: 'unknown', since: null, sample: null, observed_at: null, valid_until: null };
  }
  const expiry = toSeconds(last.at) + Math.floor(cadence * 1.5);
  const valid_until = new Date(expiry * 1000).toISOString();
  const states = damped(
    answers.map((run) => ({ at: run.at, outcome: run.checks[id]?.outcome ?? 'unknown' })),
    rule,
  );
  const present = states.at(-1)?.outcome ?? 'unknown';
  const begun = states.findLastIndex(({ outcome }) => outcome !== present) + 1;
  if (toSeconds(now) >= expiry) {
    return { outcome: 'unknown', since: valid_until, sample, observed_at: last.at, valid_until };
  }
  return { outcome: present, since: states[begun]?.at ?? null, sample, observed_at: last.at, valid_until };
}

function damped(
  answers: readonly { readonly at: IsoInstant; readonly outcome: Outcome }[],
  rule: DampingRule,
): { readonly at: IsoInstant; readonly outcome: Outcome }[] {
  let failures = 0;
  let successes = Number.POSITIVE_INFINITY;
  return answers.map(({ at, outcome }) => {
    if (outcome === 'unknown') return { at, outcome };
    if (outcome === 'down') {
      failures += 1;
      successes = failures >= rule.down_after ? 0 : successes;
      return { at, outcome: failures >= rule.down_after ? outcome : 'degraded' };
    }
    failures = 0;
    successes += 1;
    return { at, outcome: successes < rule.up_after ? 'degraded' : outcome };
  });
}
