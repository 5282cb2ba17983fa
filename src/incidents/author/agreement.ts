import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Outcome } from '../../core/outcome.ts';
import { knownAnswers } from '../../status/known-answers.ts';
import { presentOf } from '../../status/present.ts';
import type { Run } from '../../status/sample.ts';
import type { KnownStatus } from './known-status.ts';
import type { Shelf } from './library.ts';

/** What the checks of a system let a writer say. */
export interface Agreement {
  /** Those of these checks that are not up now, by what is known of them. */
  readonly against: (checks: readonly string[]) => Against;
  /** When all of these were last up in one run, as far back as raw runs are kept; null otherwise. */
  readonly lastAgreed: (checks: readonly string[]) => IsoInstant | null;
  /** What is known now of one check, undamped; unknown past its time. */
  readonly outcomeOf: (check: string) => Outcome;
  /** Since when the first of those that fail now does; null when none does. */
  readonly failingSince: (checks: readonly string[]) => IsoInstant | null;
}

export interface Against {
  /** Their newest answer, still in its time, says so. */
  readonly failing: readonly string[];
  /** Never asked, not answered, out of date, or up again for too short a time to be called so. */
  readonly unknown: readonly string[];
}

/** Holds words against checks at `now`. */
export function agreementOf(
  { system, sql }: Pick<Shelf, 'system' | 'sql'>,
  status: KnownStatus,
  now: IsoInstant,
): Agreement {
  const known = knownAnswers(system, sql, status, now);
  const { runs } = known;
  const present = presentOf({ system, ...known, details: {}, now });
  const states = new Map(
    present.components.flatMap(({ checks }) => checks).map(({ check, state }) => [check.id, state] as const),
  );
  const outcomeOf = (id: string): Outcome => {
    const state = states.get(id);
    if (state === undefined || state.outcome === 'unknown') return 'unknown';
    return state.sample?.outcome ?? 'unknown';
  };
  return {
    against: (checks) => {
      const notUp = checks.filter((id) => states.get(id)?.outcome !== 'up');
      const failing = notUp.filter((id) => fails(outcomeOf(id)));
      return { failing, unknown: notUp.filter((id) => !failing.includes(id)) };
    },
    lastAgreed: (checks) =>
      runs.findLast((run) => checks.every((id) => run.checks[id]?.outcome === 'up'))?.at ?? null,
    outcomeOf,
    failingSince: (checks) =>
      checks
        .filter((id) => fails(states.get(id)?.outcome))
        .flatMap((id) => firstFailure(runs, id) ?? [])
        .toSorted(compareInstants)[0] ?? null,
  };
}

/** When a check began to fail, undamped: the first failure behind the last answer that was up. */
function firstFailure(runs: readonly Run[], id: string): IsoInstant | null {
  const lastUp = runs.findLastIndex((run) => run.checks[id]?.outcome === 'up');
  return runs.slice(lastUp + 1).find((run) => fails(run.checks[id]?.outcome))?.at ?? null;
}

function fails(outcome: Outcome | undefined): boolean {
  return outcome === 'down' || outcome === 'degraded';
}
