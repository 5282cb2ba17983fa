/** What one answer to a check says. `unknown`: the question could not be asked, so nothing is known. */
export const OUTCOMES = ['up', 'degraded', 'down', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** For what a reader sees: what is known to be wrong comes before what is not known, and that before all well. */
const FOR_DISPLAY: readonly Outcome[] = ['down', 'degraded', 'unknown', 'up'];
/** For availability: degraded counts as up, so it can not outweigh time of which nothing is known. */
const FOR_AVAILABILITY: readonly Outcome[] = ['down', 'unknown', 'degraded', 'up'];

/** The outcome that several checks give together on a page. Of nothing, nothing is known. */
export function displayed(outcomes: readonly Outcome[]): Outcome {
  return first(FOR_DISPLAY, outcomes);
}

/** The outcome that several checks give together at one instant, for counting time. */
export function counted(outcomes: readonly Outcome[]): Outcome {
  return first(FOR_AVAILABILITY, outcomes);
}

function first(order: readonly Outcome[], outcomes: readonly Outcome[]): Outcome {
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'unknown';
}
