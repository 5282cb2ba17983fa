import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { expected, wrong } from '../core/fault.ts';
import type { Instant } from '../core/instant.ts';
import { isZone } from '../core/zone.ts';

/** How PostgreSQL prints a date, as its setting DateStyle is written; the order counts only where it is named. */
const DATE_STYLES = ['ISO', 'German', 'SQL, MDY', 'SQL, DMY', 'Postgres, MDY', 'Postgres, DMY'] as const;
type DateStyle = (typeof DATE_STYLES)[number];

const OFFSET = /^[+-]\d{2}(:\d{2})?$/;

/** What the styles other than ISO print instead of an offset, for the zones of Indonesia and UTC. */
const ABBREVIATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  UTC: { '+00': 'UTC' },
  'Asia/Jakarta': { '+07': 'WIB' },
  'Asia/Pontianak': { '+07': 'WIB' },
  'Asia/Makassar': { '+08': 'WITA' },
  'Asia/Jayapura': { '+09': 'WIT' },
};

/** The settings of a database session in which the platform makes hashes: they decide how instants are spelt. */
export const hashSessionSchema = z
  .strictObject({
    zone: z.string().refine(isZone, expected('zone')),
    style: z.enum(DATE_STYLES),
    /** For styles other than ISO in zones that are not known here: what is printed for each offset from UTC. */
    abbreviations: z
      .record(
        z.string().regex(OFFSET, expected('offset')),
        z.string().regex(/^[A-Za-z0-9+-]{1,10}$/, expected('abbreviation')),
      )
      .optional(),
  })
  .superRefine(({ zone, style, abbreviations }, context) => {
    if (style === 'ISO' || abbreviations !== undefined || ABBREVIATIONS[zone] !== undefined) return;
    context.addIssue(wrong({ code: 'expected.abbreviations', values: { zone, style } }, 'abbreviations'));
  });

export type HashSession = z.infer<typeof hashSessionSchema>;

/** At most this many sessions are tried for a hash. */
const MOST_SESSIONS = 12;

/** The sessions of a platform, none of them twice. */
export const hashSessionsSchema = z
  .array(hashSessionSchema)
  .min(1)
  .max(MOST_SESSIONS)
  .superRefine((sessions, context) => {
    for (const [index, session] of sessions.entries())
      if (sessions.findIndex((other) => sessionName(other) === sessionName(session)) !== index)
        context.addIssue(wrong({ code: 'expected.twice', values: { text: sessionName(session) } }, index));
  });

/** How a session is called in data: its zone and its style. */
export function sessionName({ zone, style }: Pick<HashSession, 'zone' | 'style'>): string {
  return `${zone} ${style}`;
}

/** An instant as PostgreSQL casts it to text in a session; null where its style has no name for the offset. */
export function printedIn(session: HashSession, instant: Instant): string | null {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(session.zone);
  const [, fraction = ''] = /(\.\d+)/.exec(instant) ?? [];
  const offset = offsetText(local.offset);
  const two = (number: number) => String(number).padStart(2, '0');
  const [day, month, year] = [two(local.day), two(local.month), String(local.year).padStart(4, '0')];
  const time = `${two(local.hour)}:${two(local.minute)}:${two(local.second)}${fraction}`;
  if (session.style === 'ISO') return `${year}-${month}-${day} ${time}${offset}`;
  const zone = abbreviationsOf(session)[offset];
  if (zone === undefined) return null;
  const names = [WEEKDAYS[local.dayOfWeek - 1], MONTHS[local.month - 1]];
  switch (session.style) {
    case 'German':
      return `${day}.${month}.${year} ${time} ${zone}`;
    case 'SQL, MDY':
      return `${month}/${day}/${year} ${time} ${zone}`;
    case 'SQL, DMY':
      return `${day}/${month}/${year} ${time} ${zone}`;
    case 'Postgres, MDY':
      return `${names.join(' ')} ${day} ${time} ${year} ${zone}`;
    case 'Postgres, DMY':
      return `${names[0]} ${day} ${names[1]} ${time} ${year} ${zone}`;
    default:
      return session.style satisfies never;
  }
}

const TIME = String.raw`(?<time>\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)`;
const ZONE = '(?<zone>[A-Za-z0-9+-]+)';
const PATTERNS: Record<DateStyle, RegExp> = {
  ISO: new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2}) ${TIME}(?<zone>[+-]\d{2}(?::\d{2}){0,2})$`,
  ),
  German: new RegExp(String.raw`^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4}) ${TIME} ${ZONE}$`),
  'SQL, MDY': new RegExp(String.raw`^(?<month>\d{2})/(?<day>\d{2})/(?<year>\d{4}) ${TIME} ${ZONE}$`),
  'SQL, DMY': new RegExp(String.raw`^(?<day>\d{2})/(?<month>\d{2})/(?<year>\d{4}) ${TIME} ${ZONE}$`),
  'Postgres, MDY': new RegExp(
    String.raw`^[A-Z][a-z]{2} (?<name>[A-Z][a-z]{2}) (?<day>\d{2}) ${TIME} (?<year>\d{4}) ${ZONE}$`,
  ),
  'Postgres, DMY': new RegExp(
    String.raw`^[A-Z][a-z]{2} (?<day>\d{2}) (?<name>[A-Z][a-z]{2}) ${TIME} (?<year>\d{4}) ${ZONE}$`,
  ),
};

/**
 * Whether a text that a session printed says an instant: read back by itself, zone and all. Without a session, in
 * whichever style it can be read, with any offset that a zone on earth has (an abbreviation does not tell it).
 */
export function saysInstant(text: string, instant: Instant, session?: HashSession): boolean {
  const styles = session === undefined ? DATE_STYLES : [session.style];
  return styles.some((style) => {
    const { year, month, day, name, time, zone } = PATTERNS[style].exec(text)?.groups ?? {};
    const number = month ?? String(MONTHS.indexOf(name ?? '') + 1).padStart(2, '0');
    const local = `${year}-${number}-${day}T${time}`;
    if (zone === undefined || !isLocalTime(local)) return false;
    const offsets =
      style === 'ISO'
        ? [zone]
        : session === undefined
          ? offsetsBetween(local, instant)
          : Object.entries(abbreviationsOf(session)).flatMap(([offset, word]) =>
              word === zone ? [offset] : [],
            );
    return offsets.some(
      (offset) =>
        Temporal.Instant.compare(
          Temporal.Instant.from(`${local}${offset}`),
          Temporal.Instant.from(instant),
        ) === 0,
    );
  });
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function abbreviationsOf({ zone, abbreviations }: HashSession): Readonly<Record<string, string>> {
  return abbreviations ?? ABBREVIATIONS[zone] ?? {};
}

/** `+07:00` → `+07`, as PostgreSQL prints it; minutes only where there are some. */
function offsetText(offset: string): string {
  return offset.replace(/(?::00)+$/, '');
}

/** The offset from UTC that lies between a local time and an instant, where some zone on earth has it. */
function offsetsBetween(local: string, instant: Instant): string[] {
  const minutes = Temporal.Instant.from(`${local}Z`).since(Temporal.Instant.from(instant)).total('minutes');
  if (!Number.isInteger(minutes / 15) || Math.abs(minutes) > 14 * 60) return [];
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return [`${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`];
}

function isLocalTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false; // No such day or hour: that is the answer.
  }
}
