import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { expected, wrong } from './fault.ts';

/**
 * An instant as Postgres prints a `timestamptz` in UTC and ISO date style, kept as it came:
 * `2026-01-26 01:02:03.123456+00`. Microseconds stay, trailing zeros of the fraction are already gone.
 * It is hashed as it stands, so nothing here ever rewrites it.
 */
export type Instant = string;

/** An instant of our own making (a manifest, the published record): ISO 8601 in UTC, ending in `Z`. */
export type IsoInstant = string;

const POSTGRES_UTC = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{0,5}[1-9])?\+00$/;

/** Refuses another zone than UTC, another date style, `infinity`, years beyond 9999 and impossible days. */
export const instantSchema = z
  .string()
  .refine((text) => POSTGRES_UTC.test(text) && parses(text), expected('timestamptz'));

export const DURATION = /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/;

/** An ISO 8601 duration of hours, minutes and seconds, longer than nothing: `PT15M`. */
export const durationSchema = z
  .string()
  .regex(DURATION, expected('duration'))
  .refine((text) => /[1-9]/.test(text), expected('some-length'));

/** The same, no shorter and no longer than these: what vouches for longer than anybody looks again is never unknown. */
export function durationBetween(least: string, most: string) {
  const [from, to] = [durationSeconds(least), durationSeconds(most)];
  return durationSchema.refine(
    // What is no duration was complained of already.
    (text) => !durationSchema.safeParse(text).success || isBetween(durationSeconds(text), from, to),
    wrong({ code: 'expected.between', values: { least, most } }),
  );
}

/** How long one answer may take: any ISO 8601 duration up to a minute, which is what a whole run has. */
export const timeoutSchema = z.iso
  .duration()
  .refine(
    (text) => !z.iso.duration().safeParse(text).success || isBetween(durationSeconds(text), 0.1, 60),
    wrong({ code: 'expected.between', values: { least: 'PT0.1S', most: 'PT60S' } }),
  );

function isBetween(seconds: number, from: number, to: number): boolean {
  return seconds >= from && seconds <= to;
}

/** ISO 8601 in UTC with `Z`. */
export const isoInstantSchema = z.iso.datetime();

/** A calendar day `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** For `<time datetime>` and JSON: `2026-01-26T01:02:03.123456Z`. Takes both forms; throws RangeError else. */
export function toIso(instant: Instant | IsoInstant): IsoInstant {
  return Temporal.Instant.from(instant).toString();
}

/** For display through Intl only: a Date has milliseconds, so it must never go back into data. */
export function toDate(instant: Instant | IsoInstant): Date {
  return new Date(Temporal.Instant.from(instant).epochMilliseconds);
}

const ISO_UTC_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** −1, 0 or 1 in time. */
export function compareInstants(a: Instant | IsoInstant, b: Instant | IsoInstant): -1 | 0 | 1 {
  // Texts of this one form are in the order of time as they stand: sorts compare a year of them.
  if (ISO_UTC_SECONDS.test(a) && ISO_UTC_SECONDS.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) as -1 | 0 | 1;
}

/** The UTC day, `YYYY-MM-DD`. */
export function dayOf(instant: Instant | IsoInstant): string {
  return instant.slice(0, 10);
}

/** The UTC month, `YYYY-MM`: how growing datasets are partitioned. */
export function monthOf(instant: Instant | IsoInstant): string {
  return instant.slice(0, 7);
}

/** `day` moved by whole days: (`2026-03-01`, −1) → `2026-02-28`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** `instant` moved by an ISO 8601 duration of hours and smaller units, such as `PT30M`. */
export function addDuration(instant: IsoInstant, duration: string): IsoInstant {
  return Temporal.Instant.from(instant).add(Temporal.Duration.from(duration)).toString();
}

/** Without the fraction of its second: `2026-01-26T12:00:00.123Z` → `2026-01-26T12:00:00Z`. */
export function wholeSeconds(instant: IsoInstant): IsoInstant {
  return `${instant.slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
}

/** Whole seconds since 1970, rounded down: how availability counts time. */
export function toSeconds(instant: Instant | IsoInstant): number {
  return Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
}

/** The length of an ISO 8601 duration without months and years, in seconds: `PT15M` → 900. */
export function durationSeconds(duration: string): number {
  return Temporal.Duration.from(duration).total({ unit: 'second', relativeTo: '2000-01-01T00:00Z[UTC]' });
}

function parses(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false; // The only thing that throws here is a text that is no instant: that is the answer.
  }
}
