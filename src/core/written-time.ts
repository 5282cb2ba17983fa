import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { BOUNDS } from './bounds.ts';
import { type TimeFault, wrong } from './fault.ts';
import type { IsoInstant } from './instant.ts';

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::[0-5]\d)?) ?(Z|[+-]\d{2}:\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;
const ZONE_NAME = /\b(WIB|WITA|WIT|UTC|GMT)\b/i;
/** As people say it: `2026-01-05 pukul 16.30`. */
const SPOKEN = /^(\d{4}-\d{2}-\d{2})[T ]+(?:pukul +)?(\d{2})[.:](\d{2})\b/i;
const OFFSETS = { wib: '+07:00', wita: '+08:00', wit: '+09:00', utc: 'Z', gmt: 'Z' };

/**
 * A time as people write it, `2026-01-05 16:30 +07:00` or with `T`, in UTC; or what to write instead. A time
 * without its offset is never guessed.
 */
export function readTime(given: string): { readonly at: IsoInstant } | { readonly fault: TimeFault } {
  const text = asTyped(given);
  const written = TIME.exec(text);
  if (written !== null) {
    const [, day, time, offset] = written;
    try {
      const at = Temporal.Instant.from(`${day}T${time}${offset}`).toString();
      const { first, last } = BOUNDS.years;
      // Every layer behind can show these years; a calendar of the year 9999 has ten years more to tell.
      if (Number(at.slice(0, 4)) < first || Number(at.slice(0, 4)) > last)
        return { fault: { code: 'time.year', values: { text, first, last } } };
      return { at };
    } catch {
      return { fault: { code: 'time.impossible', values: { text } } };
    }
  }
  // What is to be written instead must itself be a time that there is.
  if (WITHOUT_OFFSET.test(text) && !exists(text.replace(' ', 'T')))
    return { fault: { code: 'time.impossible', values: { text } } };
  if (WITHOUT_OFFSET.test(text)) return { fault: { code: 'time.no-zone', values: { text } } };
  const zone = ZONE_NAME.exec(text)?.[1]?.toLowerCase();
  const [, day, hour, minute] = SPOKEN.exec(text) ?? [];
  const isMeant = day !== undefined && exists(`${day}T${hour}:${minute}`);
  const offset = zone === undefined ? '+07:00' : offsetOf(zone);
  // No time that could be pasted where none is meant: it would be the next mistake.
  const meant = isMeant
    ? `${day} ${hour}:${minute} ${offset}`
    : ({ code: 'time.pattern', values: { offset } } as const);
  return zone === undefined
    ? { fault: { code: 'time.unreadable', values: { text, meant } } }
    : { fault: { code: 'time.unreadable-zone', values: { text, meant, zone: zone.toUpperCase(), offset } } };
}

/** The same for a field of the front matter: text in, UTC out. */
export const writtenTimeSchema = z.string().transform((text, context) => {
  const read = readTime(text.trim());
  if ('at' in read) return read.at;
  context.addIssue(wrong(read.fault));
  return z.NEVER;
});

/**
 * As somebody types it at a keyboard: word processors put spaces that do not break, long dashes, marks that can not be
 * seen (which are told of by themselves) and curly quotation marks in their place.
 */
export function asTyped(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\uFF1A\uFE55]/gu, ':')
    .replace(/^[“”„‘’"']+|[“”„‘’"']+$/gu, '')
    .trim();
}

function exists(local: string): boolean {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' }) !== null;
  } catch {
    return false; // Only a time that does not exist is thrown here.
  }
}

function offsetOf(zone: string): string {
  return OFFSETS[zone as keyof typeof OFFSETS];
}
