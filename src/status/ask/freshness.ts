import { durationSeconds } from '../../core/instant.ts';
import { type CheckFailure, notAsked } from './answer.ts';
import type { AskContext, Exchange } from './context.ts';
import { ageOf, CLOCK_DIFFERENCE } from './measure.ts';

type Asking = Pick<AskContext, 'now' | 'system'>;

/**
 * What says that an answer was not made for the question of now: caches tell for how long they have kept it (`Age`),
 * and servers when it was made (`Date`). Older than the cadence it answers for a time that was asked about before. A
 * peer's clock that is ahead proves nothing, and neither does a header that is not there. Null: nothing says so.
 */
export function staleness({ headers }: Pick<Exchange, 'headers'>, context: Asking): CheckFailure | null {
  const cadence = durationSeconds(context.system.checked_every) * 1000;
  const kept = /^\s*(\d{1,12})\s*$/.exec(headers.age ?? '')?.[1];
  if (kept !== undefined && Number(kept) * 1000 > cadence)
    return notAsked('old-answer', `a cache has kept the answer for ${kept} s`);
  const made = new Date(headers.date ?? '');
  if (Number.isNaN(made.getTime())) return null;
  const age = ageOf(made, context.now());
  if (age <= cadence + CLOCK_DIFFERENCE) return null;
  return notAsked('old-answer', `by its Date header the answer is ${Math.round(age / 1000)} s old`);
}

/** The same by the time that stands in the answer itself; one that is not there can not vouch for it. */
export function ageFailure(made: Date | null, context: Asking): CheckFailure | null {
  if (made === null)
    return notAsked('unreadable', 'no time stands where the answer should say when it was made');
  const age = ageOf(made, context.now());
  if (age < -CLOCK_DIFFERENCE) return notAsked('in-the-future');
  const cadence = durationSeconds(context.system.checked_every) * 1000;
  return age <= cadence
    ? null
    : notAsked('old-answer', `the answer says that it is ${Math.round(age / 1000)} s old`);
}

/**
 * What says that somebody before the platform turned this request away, as one too many or as a robot's: that is
 * no answer of the platform. Null: nothing says so.
 */
export function rejection({ status, headers }: Pick<Exchange, 'status' | 'headers'>): CheckFailure | null {
  if (status === 429) return notAsked('turned-away', 'too many requests (429)');
  const challenge = headers['cf-mitigated'] ?? headers['x-amzn-waf-action'];
  return challenge === undefined ? null : notAsked('turned-away', 'a firewall asks for proof of a person');
}
