import { type Instant, type IsoInstant, toDate, toIso } from '../core/instant.ts';
import type { Language } from '../core/language.ts';
import type { Count, Decimal } from '../core/money.ts';
import type { Site } from '../core/site.ts';
import { zoneNames } from '../core/zone.ts';

const LOCALES: Record<Language, string> = { en: 'en-GB', id: 'id-ID' };

/** An amount cut at its decimal separator, so that a page can set the fraction more quietly. */
export interface AmountText {
  readonly whole: string;
  /** With its separator: `,250000`; empty for a whole number. */
  readonly fraction: string;
}

/** An instant for display: the site's zone first, the other beside it with its own date where that differs. */
export interface TimeText {
  readonly iso: IsoInstant;
  readonly first: string;
  /** Null where the site shows one zone alone. */
  readonly beside: string | null;
}

export interface Format {
  readonly decimal: (value: Decimal) => string;
  readonly amount: (value: Decimal) => AmountText;
  readonly percent: (value: Decimal) => string;
  readonly count: (value: Count | number) => string;
  /** `21 November 2026` of a calendar day `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** `21 Nov` of a calendar day, for the foot of a chart. */
  readonly shortDay: (day: string) => string;
  /** `November 2026` of `YYYY-MM`. */
  readonly month: (month: string) => string;
  /** `21 November 2026` of an instant, in the zone shown first. */
  readonly date: (instant: Instant | IsoInstant) => string;
  readonly time: (instant: Instant | IsoInstant) => TimeText;
  /** `14:05 UTC`, with its date where that differs from the one in the zone shown first: days end by it. */
  readonly utc: (instant: Instant | IsoInstant) => string;
  /** `14:05 WIB, 21 Nov`: the time that a state bears in its words. */
  readonly stamp: (instant: Instant | IsoInstant) => string;
  readonly list: (items: readonly string[]) => string;
}

/** The reader's own separators, dates and clock. Amounts go to Intl as text: never through a float. */
export function formatFor(language: Language, { first, beside }: Site['time']): Format {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions, timeZone: string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    // A date is one word: it never breaks across lines.
    return (instant: string) => format.format(toDate(instant)).replaceAll(' ', '\u00A0');
  };
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const short = { day: 'numeric', month: 'short' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  // Days and months of the data are those of UTC, whatever zone times are shown in.
  const [dayUtc, shortUtc, monthUtc] = [
    dates(long, 'UTC'),
    dates(short, 'UTC'),
    dates({ month: 'long', year: 'numeric' }, 'UTC'),
  ];
  const clockIn = (zone: string) => {
    const [time, name] = [dates(clock, zone), zoneNames(zone, locale)];
    return (instant: string) => `${time(instant)}\u00A0${name(toDate(instant))}`;
  };
  const shortFirst = dates(short, first);
  const [date, compact, clockFirst] = [
    dates(long, first),
    dates({ ...short, year: 'numeric' }, first),
    clockIn(first),
  ];
  /** A time in another zone, with its date where that differs. */
  const besideFirst = (zone: string) => {
    const [day, time] = [dates(short, zone), clockIn(zone)];
    return (instant: string) =>
      day(instant) === shortFirst(instant) ? time(instant) : `${day(instant)}, ${time(instant)}`;
  };
  const [utc, other] = [besideFirst('UTC'), beside === undefined ? () => null : besideFirst(beside)];
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = numbersOf(locale);
  const amount = (value: Decimal): AmountText => cut(value, numbers(decimalsOf(value)));
  return {
    decimal: (value) => {
      const { whole, fraction } = amount(value);
      return whole + fraction;
    },
    amount,
    percent: (value) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'percent',
        maximumFractionDigits: Math.min(decimalsOf(value), 100),
      }).format(exact(value)),
    count: (value) => cut(`${value}`, numbers(0)).whole,
    day: (day) => dayUtc(`${day}T00:00:00Z`),
    shortDay: (day) => shortUtc(`${day}T00:00:00Z`),
    month: (month) => monthUtc(`${month}-01T00:00:00Z`),
    date,
    time: (instant) => ({
      iso: toIso(instant),
      first: `${compact(instant)}, ${clockFirst(instant)}`,
      beside: other(instant),
    }),
    utc,
    stamp: (instant) => `${clockFirst(instant)}, ${shortFirst(instant)}`,
    list: (items) => lists.format(items),
  };
}

/** A time in a sentence: the zone shown first, the other in brackets where there is one. */
export function bothTimes({ first, beside }: TimeText): string {
  return beside === null ? first : `${first} (${beside})`;
}

/** Formats of a fixed number of decimals, each made once: making one takes longer than a hundred uses. */
function numbersOf(locale: string): (digits: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (decimals) => {
    // Intl prints no more. What is let in now has fewer, but content of earlier versions must still be shown.
    const digits = Math.min(decimals, 100);
    const known =
      made.get(digits) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    made.set(digits, known);
    return known;
  };
}

/** Digits from which Intl prints an infinity. */
const BEYOND_INTL = 300;

function cut(value: Decimal, format: Intl.NumberFormat): AmountText {
  const [whole = '', fraction] = value.split('.');
  if (whole.length > BEYOND_INTL) return { whole, fraction: fraction === undefined ? '' : `.${fraction}` };
  const parts = format.formatToParts(exact(value) as never); // Typed for numbers only, though it takes text as `format` does.
  const from = parts.findIndex((part) => part.type === 'decimal');
  const join = (some: Intl.NumberFormatPart[]) => some.map((part) => part.value).join('');
  return from === -1
    ? { whole: join(parts), fraction: '' }
    : { whole: join(parts.slice(0, from)), fraction: join(parts.slice(from)) };
}

function decimalsOf(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

/** Intl reads decimal text exactly; anything else would become NaN on the page without a word. */
function exact(value: string): `${number}` {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new RangeError(`"${value}" is not a decimal`);
  return value as `${number}`;
}
