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
  const rrule = new RRuleTemporal({ rruleString: inUtc(rule, zone), dtstart: begin as never });
  return rrule
    .between(
      new Date(Temporal.Instant.from(from).epochMilliseconds),
      new Date(Temporal.Instant.from(to).epochMilliseconds),
      true,
    )
    .map((instant) => new Date(Number(instant.epochMilliseconds)).toISOString().replace('.000Z', 'Z'));
}

/**
 * The rule with its UNTIL in UTC, the one form that RFC 5545 has for a start on the wall clock of a zone: a date is
 * the whole of that day there, a time without Z is that of its wall clock. Pages, calendars and schedules all read this.
 *
 * @throws RangeError when UNTIL is a date that does not exist
 */
export function inUtc(rule: string, zone: string): string {
  return rule.replace(UNTIL, (_, day: string, time: string | undefined, utc: string | undefined) => {
    const wall = Temporal.PlainDateTime.from(`${day}T${time ?? '235959'}`, { overflow: 'reject' });
    const until = wall.toZonedDateTime(utc === 'Z' ? 'UTC' : zone).withTimeZone('UTC');
    return `UNTIL=${basic(until.toPlainDateTime())}Z`;
  });
}

const UNTIL = /(?<=^|;)UNTIL=(\d{8})(?:T(\d{6})(Z?))?(?=;|$)/;

/** `20260329T023000` of a time on a wall clock. */
export function basic(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** The first time at or after `starts` at which a rule falls due; null when there is none in five years. */
export function firstOf({ rule, zone, starts }: Omit<Recurrence, 'from' | 'to'>): IsoInstant | null {
  const spans = ['PT1S', 'PT768H', 'PT43824H'].map((span) =>
    Temporal.Instant.from(starts).add(span).toString(),
  );
  for (const to of spans) {
    const [first] = recurring({ rule, zone, starts, from: starts, to });
    if (first !== undefined) return first;
  }
  return null;
}

/** Whether the wall clock of a zone shows this instant as the first of its name: not the hour that it shows again. */
export function isFirstOfItsName(instant: IsoInstant, zone: string): boolean {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return zoned.equals(zoned.toPlainDateTime().toZonedDateTime(zone));
}

/**
 * The times on the wall clock of a zone that a rule names and its clock skips, between `from` and `to`. Here they do
 * not fall due; a calendar would move them by an hour unless it is told.
 */
export function skippedBetween({ rule, zone, starts, from, to }: Recurrence): Temporal.PlainDateTime[] {
  const onWall = (instant: string) =>
    `${Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString()}Z`;
  return changesOfClock(zone, from, to).flatMap(({ at, before }) => {
    const [gapFrom, gapTo] = [at.withTimeZone(before).toPlainDateTime(), at.toPlainDateTime()];
    if (Temporal.PlainDateTime.compare(gapFrom, gapTo) >= 0) return [];
    // On a clock without changes, the rule names what the zone's own clock skips.
    const named = recurring({
      rule: inUtc(rule, zone).replace(UNTIL, (_, day, time) => `UNTIL=${basic(wallOf(day, time, zone))}Z`),
      zone: 'UTC',
      starts: onWall(starts),
      from: `${gapFrom}Z`,
      to: `${gapTo.subtract({ seconds: 1 })}Z`,
    });
    return named.map((instant) => Temporal.PlainDateTime.from(instant.slice(0, -1)));
  });
}

/**
 * When a rule falls due between `from` and `to` at a time that the wall clock of its zone shows twice: the first of
 * the two. Calendars differ in which of them such a time means.
 */
export function doubledBetween({ from, to, ...recurrence }: Recurrence): IsoInstant[] {
  return changesOfClock(recurrence.zone, from, to).flatMap(({ at, before }) => {
    const [end, resumed] = [at.withTimeZone(before).toPlainDateTime(), at.toPlainDateTime()];
    if (Temporal.PlainDateTime.compare(resumed, end) >= 0) return [];
    const first = at.subtract(resumed.until(end));
    return recurring({
      ...recurrence,
      from: first.toInstant().toString(),
      to: at.subtract({ seconds: 1 }).toInstant().toString(),
    });
  });
}

/** The changes of a zone's clock after `from` and until `to`: each with the offset that held before it. */
function changesOfClock(zone: string, from: IsoInstant, to: IsoInstant) {
  const changes: { readonly at: Temporal.ZonedDateTime; readonly before: string }[] = [];
  let last = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(to).toZonedDateTimeISO(zone);
  for (;;) {
    const at = last.getTimeZoneTransition('next');
    if (at === null || Temporal.ZonedDateTime.compare(at, end) > 0) return changes;
    changes.push({ at, before: last.offset });
    last = at;
  }
}

/** A time in UTC on the wall clock of a zone. */
function wallOf(day: string, time: string, zone: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime('UTC')
    .withTimeZone(zone)
    .toPlainDateTime();
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
