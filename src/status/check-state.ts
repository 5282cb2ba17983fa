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
  /** The first of the answers in a row that make the state; null while it was never asked. */
  readonly since: IsoInstant | null;
  /**
   * Whether the state began then: an answer that made another one stands right before. Otherwise (the first answer that
   * is read, the first to this question, the first after a gap) it may be older.
   */
  readonly begun: boolean;
  /** The last answer that made another state, also with a gap in between: this one began after it. Null: none is read. */
  readonly not_before: IsoInstant | null;
  readonly sample: Sample | null;
  readonly observed_at: IsoInstant | null;
  readonly valid_until: IsoInstant | null;
}

/**
 * The state of one check at `now`, from its runs (any order): damped, so that one lost packet is not an
 * outage, but never so that a failure stays green. What only ever failed is down from its first answer on: there is
 * nothing good that one failure could be an exception to, and its days say down as well. A sample past 1.5 times the
 * cadence says nothing any more. Runs dated after `now` (a clock set back) are left out. Availability is counted from
 * raw samples, not from this.
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
    return {
      outcome: 'unknown',
      since: null,
      begun: false,
      not_before: null,
      sample: null,
      observed_at: null,
      valid_until: null,
    };
  }
  const vouched = Math.floor(cadence * 1.5);
  const expiry = toSeconds(last.at) + vouched;
  const valid_until = new Date(expiry * 1000).toISOString();
  const states = damped(
    answers.map((run) => ({ at: run.at, outcome: run.checks[id]?.outcome ?? 'unknown' })),
    rule,
  );
  const held = { sample, observed_at: last.at, valid_until };
  if (toSeconds(now) >= expiry)
    return { outcome: 'unknown', since: valid_until, begun: true, not_before: last.at, ...held };
  const present = states.at(-1)?.outcome ?? 'unknown';
  const follows = (index: number) => {
    const [before, here] = [states[index - 1], states[index]];
    return before !== undefined && here !== undefined && toSeconds(here.at) - toSeconds(before.at) <= vouched;
  };
  const isOther = (outcome: Outcome | undefined) => outcome !== present && outcome !== 'unknown';
  const first = states.findLastIndex((_, index) => !follows(index) || states[index - 1]?.outcome !== present);
  return {
    outcome: present,
    since: states[first]?.at ?? null,
    // After an answer of which nothing is known it can be older than it is known to be.
    begun: follows(first) && (present === 'unknown' || isOther(states[first - 1]?.outcome)),
    not_before: states.findLast(({ outcome }) => isOther(outcome))?.at ?? null,
    ...held,
  };
}

function damped(
  answers: readonly { readonly at: IsoInstant; readonly outcome: Outcome }[],
  rule: DampingRule,
): { readonly at: IsoInstant; readonly outcome: Outcome }[] {
  // Before anything good was seen, a failure stands for itself.
  let failures = rule.down_after;
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
