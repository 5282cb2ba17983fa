import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { IsoInstant } from './instant.ts';

export interface Recurrence {
  /** RFC 5545 without DTSTART, such as `FREQ=WEEKLY;BYDAY=SU`. */
  readonly rule: string;
  /** The IANA zone whose wall clock the rule follows. */
  readonly zone: string;
  readonly starts: IsoInstant;
  readonly from: IsoInstant;
  readonly to: IsoInstant;
}

/**
 * The instants at which a rule falls due between `from` and `to`, both included, in order. The hour is that of
 * `starts` on the wall clock of `zone`, on both sides of a change to summer time.
 *
 * @throws Error when the rule or the zone can not be read
 */
export function recurring({ rule, zone, starts, from, to }: Recurrence): IsoInstant[] {
  const begin = Temporal.Instant.from(starts).toZonedDateTimeISO(zone);
  const rrule = new RRuleTemporal({ rruleString: rule, dtstart: begin as never });
  return rrule
    .between(
      new Date(Temporal.Instant.from(from).epochMilliseconds),
      new Date(Temporal.Instant.from(to).epochMilliseconds),
      true,
    )
    .map((instant) => new Date(Number(instant.epochMilliseconds)).toISOString().replace('.000Z', 'Z'));
}

/** Whether a zone is known and a rule can be read in it. */
export function isRecurrence({ rule, zone }: Pick<Recurrence, 'rule' | 'zone'>): boolean {
  const [starts, to] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];
  try {
    recurring({ rule, zone, starts, from: starts, to });
    return true;
  } catch {
    return false; // Nothing else is thrown: both instants are ours.
  }
}
