import { Temporal } from 'temporal-polyfill';
import { ExpectedError } from '../../core/expected-error.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { readTime } from '../../core/written-time.ts';
import { zoneNames } from '../../core/zone.ts';
import { say as inWords } from '../../words/said.ts';
import type { AskingSession } from './session.ts';

/** A time of today, also as Indonesian writes it: `14.30`. */
const HOUR = /^(\d{1,2})[:.](\d{2})$/;
const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/;

/** As notes are written: `2026-01-05 16:30 +07:00`, on the wall clock of an IANA zone. */
export function writtenTime(instant: IsoInstant, zone: string): string {
  const { year, month, day, hour, minute, offset } = zoned(instant, zone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${offset}`;
}

/** The day on the wall clock of a zone: `2026-01-05`. */
export function writtenDay(instant: IsoInstant, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

type Clock = Pick<AskingSession, 'zone' | 'language' | 'say' | 'now'>;

/**
 * The instant that a person typed: with its offset, or as the wall clock of the zone shows it; an hour alone is today's.
 *
 * @throws ExpectedError that says what to write instead
 */
export function readMoment(flag: string, text: string, clock: Clock): IsoInstant {
  const read = typed(text, clock);
  if ('at' in read) return read.at;
  throw new ExpectedError([`--${flag}: ${read.reason}`]);
}

/** A typed time in full, as it was understood; null while it can not be taken. */
export function understood(text: string, clock: Clock): string | null {
  const read = typed(text, clock);
  return 'at' in read ? writtenTime(read.at, clock.zone) : null;
}

/** Why a typed time of what is to come can not be taken; null when it can. */
export function comingFault(text: string, clock: Clock): string | null {
  const read = typed(text, clock);
  if (!('at' in read)) return read.reason;
  return Temporal.Instant.compare(read.at, clock.now) > 0
    ? null
    : clock.say('author.time.past', { time: text });
}

/** Why a typed time can not be taken; null when it can. `latest` is the last instant that may be meant. */
export function momentFault(text: string, clock: Clock, latest: IsoInstant | null): string | null {
  const read = typed(text, clock);
  if (!('at' in read)) return read.reason;
  return latest !== null && Temporal.Instant.compare(read.at, latest) > 0
    ? clock.say('author.time.future', { time: text })
    : null;
}

/** For a sentence: `5 January 2026, 16:30 WIB`, `5 Januari 2026 pukul 16.30 WIB`. */
export function spokenTime(instant: IsoInstant, zone: string): { readonly en: string; readonly id: string } {
  const at = new Date(Temporal.Instant.from(instant).epochMilliseconds);
  const show = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const name = zoneNames(zone, 'id-ID')(at);
  const words = (locale: string, between: string) =>
    `${show(locale, { dateStyle: 'long' }).format(at)}${between}${show(locale, clock).format(at)} ${name}`;
  return { en: words('en-GB', ', '), id: words('id-ID', ' pukul ') };
}

/** How long something took, to the minute: `2 hours 5 minutes`, `2 jam 5 menit`. */
export function spokenDuration(
  from: IsoInstant,
  to: IsoInstant,
): { readonly en: string; readonly id: string } {
  const { hours, minutes } = between(from, to);
  const plural = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'}`;
  const shown = (hour: string, minute: string) =>
    [hours > 0 ? hour : '', minutes > 0 || hours === 0 ? minute : ''].filter((part) => part !== '').join(' ');
  return {
    en: shown(plural(hours, 'hour'), plural(minutes, 'minute')),
    id: shown(`${hours} jam`, `${minutes} menit`),
  };
}

/** The same as an ISO 8601 duration: `PT2H5M`. */
export function isoDuration(from: IsoInstant, to: IsoInstant): string {
  const { hours, minutes } = between(from, to);
  return Temporal.Duration.from({ hours, minutes: hours === 0 ? Math.max(minutes, 1) : minutes }).toString();
}

function between(from: IsoInstant, to: IsoInstant): Temporal.Duration {
  return Temporal.Instant.from(from)
    .until(Temporal.Instant.from(to))
    .round({ largestUnit: 'hour', smallestUnit: 'minute' });
}

function zoned(instant: IsoInstant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

type Typed = { readonly at: IsoInstant } | { readonly reason: string };

function typed(text: string, clock: Clock): Typed {
  const hour = HOUR.exec(text.trim());
  if (hour !== null)
    return onWallClock(`${writtenDay(clock.now, clock.zone)} ${hour[1]?.padStart(2, '0')}:${hour[2]}`, clock);
  const wall = WALL_CLOCK.exec(text.trim());
  if (wall !== null) return onWallClock(`${wall[1]} ${wall[2]}`, clock);
  const read = readTime(text.trim());
  if ('at' in read) return read;
  return { reason: inWords(read.fault, clock.language) };
}

function onWallClock(text: string, { zone, say }: Clock): Typed {
  let shown: Temporal.PlainDateTime;
  try {
    shown = Temporal.PlainDateTime.from(text);
  } catch {
    return { reason: say('author.time.impossible', { time: text }) };
  }
  try {
    // An hour that the clock skips or repeats is nobody's to guess.
    const at = shown.toZonedDateTime(zone, { disambiguation: 'reject' });
    return { at: at.toInstant().toString() };
  } catch {
    return { reason: say('author.time.skipped', { time: text, zone }) };
  }
}
