import { z } from 'zod';
import { identifierSchema } from '../core/identifier.ts';
import { displayed, type Outcome } from '../core/outcome.ts';
import { wordsSchema } from '../core/words.ts';

/** A part of a system that has a state of its own. */
export const componentSchema = z.strictObject({
  id: identifierSchema,
  name: wordsSchema,
  description: wordsSchema.optional(),
  /** The id of one of the system's groups, such as a tier. */
  group: z.string().optional(),
});
export type Component = z.infer<typeof componentSchema>;

/** The state of a component, from well to worse; `unknown` beside them, never below any. Statuspage's words. */
export const STATES = [
  'operational',
  'under_maintenance',
  'unknown',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export type State = (typeof STATES)[number];

/** What a check's failure means for its component. */
export type Impact = 'major' | 'partial' | 'degraded';

export interface JudgedCheck {
  readonly outcome: Outcome;
  readonly impact: Impact;
  /** True for a check that only informs (see `check/vouching.ts`). */
  readonly informs?: boolean;
}

/**
 * The state that its checks give a component: what is known to be wrong first, then what is not known; well
 * only when every check is. Without checks, or with none but such as only inform, nothing is known.
 */
export function stateOf(all: readonly JudgedCheck[]): State {
  const checks = all.filter(({ outcome, informs }) => outcome !== 'up' || informs !== true);
  const down = checks.filter(({ outcome }) => outcome === 'down').map(({ impact }) => impact);
  if (down.includes('major')) return 'major_outage';
  if (down.includes('partial')) return 'partial_outage';
  const outcome = down.length > 0 ? 'degraded' : displayed(checks.map((check) => check.outcome));
  switch (outcome) {
    case 'up':
      return 'operational';
    case 'degraded':
      return 'degraded_performance';
    case 'unknown':
      return 'unknown';
    case 'down':
      return 'major_outage';
    default:
      return outcome satisfies never;
  }
}

/** The gravest of several states, for a group, a system or all of them; of none, nothing is known. */
export function gravest(states: readonly State[]): State {
  return STATES.toReversed().find((state) => states.includes(state)) ?? 'unknown';
}
