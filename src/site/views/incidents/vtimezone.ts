import { Temporal } from 'temporal-polyfill';

const YEARS_AHEAD = 10;

/** How far ahead a calendar that says no time of its own making knows the clock of a zone. */
export function yearsAfter(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('UTC')
    .add({ years: YEARS_AHEAD })
    .toInstant()
    .toString();
}

/**
 * A zone as calendars want it (RFC 5545, 3.6.5): the offset that holds at the `first` instant, and every change of it
 * until ten years after the `last`. The zone is known: the note that names it was accepted.
 */
export function vtimezone(zone: string, first: string, last: string): string {
  let at = Temporal.Instant.from(first).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(yearsAfter(last)).toZonedDateTimeISO(zone);
  const observances = [observance(at.offset, at.offset, '19700101T000000')];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, end) > 0) break;
    const before = next.subtract({ nanoseconds: 1 });
    const wall = next.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    const start = wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
    observances.push(observance(before.offset, next.offset, start));
    at = next;
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

function observance(from: string, to: string, start: string): string {
  const short = (offset: string) => offset.replace(':', '');
  return [
    'BEGIN:STANDARD',
    `DTSTART:${start}`,
    `TZOFFSETFROM:${short(from)}`,
    `TZOFFSETTO:${short(to)}`,
    'END:STANDARD',
  ].join('\r\n');
}
