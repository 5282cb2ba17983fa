import { compareInstants, durationSeconds, type IsoInstant } from '../core/instant.ts';
import type { Check } from '../systems/check/check.ts';
import { vouches } from '../systems/check/vouching.ts';
import { type Component, gravest, type JudgedCheck, type State, stateOf } from '../systems/component.ts';
import type { System } from '../systems/system.ts';
import { type CheckState, checkState } from './check-state.ts';
import type { Run } from './sample.ts';
import type { Detail } from './status-manifest.ts';

/** For how long something is known: what was seen when, and until when that vouches. Null: never seen. */
export interface Held {
  readonly observed_at: IsoInstant | null;
  readonly valid_until: IsoInstant | null;
}

export interface CheckNow {
  readonly check: Check;
  readonly state: CheckState;
  readonly detail: Detail | null;
  /** What its gauge measured, oldest first, of the runs that are read for the present. */
  readonly values: readonly { readonly at: IsoInstant; readonly value: string }[];
}

/** Since when a state is known, and whether it began then (see `CheckState`) or can be older. */
export type Beginning = Pick<CheckState, 'since' | 'begun'>;

export interface ComponentNow extends Held, Beginning {
  readonly component: Component;
  readonly state: State;
  readonly checks: readonly CheckNow[];
}

export interface SystemNow extends Held {
  readonly system: System;
  readonly state: State;
  readonly components: readonly ComponentNow[];
  /** The ids of checks that were asked once and are not asked any more. */
  readonly removed: readonly string[];
}

export interface PresentInput {
  readonly system: System;
  readonly runs: readonly Run[];
  readonly details: Readonly<Record<string, Detail>>;
  readonly now: IsoInstant;
  /** The cadence in seconds that was promised when the runs were made; today's unless told. */
  readonly every?: number | undefined;
  /** Checks that were not asked since their question changed: see `known-answers.ts`. */
  readonly unasked?: ReadonlySet<string>;
  /** Checks that runs asked and the system no longer has. */
  readonly removed?: readonly string[];
}

/** The state of a system at `now`, component by component, check by check. Without a run everything is unknown. */
export function presentOf(input: PresentInput): SystemNow {
  const { system, runs, details, now, unasked, removed = [] } = input;
  const every = input.every ?? durationSeconds(system.checked_every);
  const checks = system.checks.map((check): CheckNow => {
    const state = checkState(check.id, runs, every, system.damping, now);
    const values = runs.flatMap(({ at, checks: answers }) => {
      const value = answers[check.id]?.value;
      return value === undefined || compareInstants(at, now) > 0 ? [] : [{ at, value }];
    });
    return { check, state, detail: unasked?.has(check.id) ? null : (details[check.id] ?? null), values };
  });
  const components = system.components.map((component): ComponentNow => {
    const own = checks.filter(({ check }) => check.component === component.id);
    const state = stateOf(own.map(judged));
    return { component, state, ...beginningOf(state, own), checks: own, ...heldBy(own) };
  });
  return {
    system,
    components,
    removed,
    state: gravest(components.map(({ state }) => state)),
    ...heldBy(components.flatMap((component) => component.checks)),
  };
}

/** Of several answers the oldest decides; one that was never given decides nothing. */
function heldBy(checks: readonly CheckNow[]): Held {
  const earliest = (field: 'observed_at' | 'valid_until') =>
    checks.flatMap(({ state }) => state[field] ?? []).toSorted(compareInstants)[0] ?? null;
  return { observed_at: earliest('observed_at'), valid_until: earliest('valid_until') };
}

function judged({ check, state: { outcome } }: CheckNow): JudgedCheck {
  return { outcome, impact: check.impact, informs: !vouches(check) };
}

/** All well since the last of its checks is; anything else since the first check that says so. */
function beginningOf(state: State, checks: readonly CheckNow[]): Beginning {
  const saying = checks
    .filter((one) => stateOf([judged(one)]) === state && (state !== 'unknown' || !isUp(one)))
    .flatMap(({ state: { since, begun } }) => (since === null ? [] : [{ since, begun }]))
    .toSorted((a, b) => compareInstants(a.since, b.since) || Number(a.begun) - Number(b.begun));
  if (state === 'operational') return saying.at(-1) ?? NEVER;
  // Another that can be older than it is known to be can be the first.
  const [first] = saying;
  return first === undefined ? NEVER : { since: first.since, begun: saying.every(({ begun }) => begun) };
}

const NEVER: Beginning = { since: null, begun: false };

function isUp({ state }: CheckNow): boolean {
  return state.outcome === 'up';
}
