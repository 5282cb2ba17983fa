import { Temporal } from 'temporal-polyfill';
import { addDuration, durationSeconds, type IsoInstant } from '../../../core/instant.ts';
import { zoneNames } from '../../../core/zone.ts';
import type { Report } from '../../../reports/model/report.ts';
import type { ReportsPublication } from '../../../reports/model/reports-publication.ts';
import type { Routine } from '../../../reports/model/routine.ts';
import { duesBetween } from '../../../reports/model/routine-schedule.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { NTH, weekdayOf } from '../incidents/rule-words.ts';
import { type Shown, shownBetween } from '../incidents/shown.ts';
import { spanOf } from '../incidents/span.ts';

/** Within which a monthly rule falls due again: 62 days. */
const AHEAD = 'PT1488H';

/** "every day at 09:00 (UTC; 16:00 WIB)", "after each distribution batch"; a rule without words is shown as it is. */
export function dueWords(reader: Reader, { due, follows }: Routine): string {
  const { t } = reader;
  if (due === null) return t(follows === undefined ? 'routine.request' : `routine.${follows}`);
  const parts = new Map(due.rule.split(';').map((part) => part.split('=') as [string, string]));
  const clock = clockOf(parts);
  const plain = [...parts.keys()].every((key) => PLAIN.includes(key));
  const [, nth = '', code = ''] = parts.get('BYDAY')?.match(/^(-?\d)?([A-Z]{2})$/) ?? [];
  const weekday = weekdayOf(reader, code);
  const place = NTH[Number(nth) as keyof typeof NTH];
  const frequency = parts.get('FREQ');
  if (plain && clock !== null) {
    const [time, zone] = [timeOf(reader, clock), zoneWords(reader, due.zone, clock)];
    if (frequency === 'DAILY' && parts.size === 3) return t('routine.daily', { time, zone });
    if (frequency === 'WEEKLY' && weekday !== null && nth === '')
      return t('routine.weekly', { weekday, time, zone });
    if (frequency === 'MONTHLY' && weekday !== null && place !== undefined)
      return t('routine.monthly', { nth: t(place), weekday, time, zone });
    const day = parts.get('BYMONTHDAY') ?? '';
    if (frequency === 'MONTHLY' && /^\d+$/.test(day) && code === '')
      return t('routine.monthday', { day, time, zone });
  }
  return t('routine.rule', due);
}

const PLAIN = ['FREQ', 'BYDAY', 'BYMONTHDAY', 'BYHOUR', 'BYMINUTE'];

interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** A time on the wall clock; null where a rule names more than one time of day. */
function clockOf(parts: ReadonlyMap<string, string>): Clock | null {
  const [hour = '', minute = ''] = [parts.get('BYHOUR'), parts.get('BYMINUTE')];
  if (!/^\d+$/.test(hour) || !/^\d+$/.test(minute)) return null;
  return { hour: Number(hour), minute: Number(minute) };
}

/** `09:00`. */
function timeOf({ t }: Reader, { hour, minute }: Clock): string {
  return [hour, minute].map((part) => `${part}`.padStart(2, '0')).join(t('maintenance.colon'));
}

/**
 * A zone beside a time, with the same in another that the pages show: "UTC; 16:00 WIB". A rule of the site's own zone has
 * the one beside it. Zones between which clocks are changed have no one answer, and a third one is named as it is.
 */
function zoneWords(reader: Reader, zone: string, { hour, minute }: Clock): string {
  const { first, beside } = reader.site.time;
  const other = zone === first ? beside : zone === 'UTC' || zone === beside ? first : undefined;
  const [own, there] = [fixedZone(reader, zone), other === undefined ? null : fixedZone(reader, other)];
  if (other === undefined || own === null || there === null)
    return own !== null && zone === first ? own.name : zone;
  const at = hour * 60 + minute + there.minutes - own.minutes;
  const day = at >= DAY ? 'nextDay' : at < 0 ? 'dayBefore' : 'sameDay';
  const wall = (at + DAY) % DAY;
  const time = timeOf(reader, { hour: Math.floor(wall / 60), minute: wall % 60 });
  return reader.t(`routine.${day}`, { own: own.name, time, other: there.name });
}

/** Minutes. */
const DAY = 24 * 60;

/** A zone that keeps one offset from UTC, in minutes, through a year as it is now; null for one whose clocks are changed. */
function fixedZone(
  { language }: Reader,
  zone: string,
): { readonly name: string; readonly minutes: number } | null {
  const months = Array.from({ length: 12 }, (_, month) =>
    Temporal.ZonedDateTime.from({ timeZone: zone, year: YEAR, month: month + 1, day: 1 }),
  );
  const [minutes = 0, ...others] = new Set(months.map(({ offsetNanoseconds }) => offsetNanoseconds / 60e9));
  const [first] = months;
  return others.length > 0 || first === undefined
    ? null
    : { name: zoneNames(zone, language)(first.epochMilliseconds), minutes };
}

/** Any year: a page has no clock, and what a zone does changes rarely. */
const YEAR = 2026;

/** How much patience there is with a run, in words. */
export function patienceWords(reader: Reader, { on_time_within, late_until }: Routine): string {
  return reader.t('routine.patience', {
    onTime: spanOf(reader, durationSeconds(on_time_within)),
    late: spanOf(reader, durationSeconds(late_until)),
  });
}

/** When a routine falls due after its latest report; null for what follows events or has never run. */
export function dueAfter(routine: Routine | null, latest: Report | undefined): IsoInstant | null {
  if (routine === null || routine.due === null || latest === undefined) return null;
  return duesBetween(routine.due, latest.due_at, addDuration(latest.due_at, AHEAD))[0] ?? null;
}

/** Said from when a run would be missed until its report is here: what became of it is not known. */
export function overdueOf(
  { t }: Reader,
  routine: Routine | null,
  latest: Report | undefined,
  now: IsoInstant,
): { readonly text: string; readonly shown: Shown } | null {
  const due = dueAfter(routine, latest);
  if (routine === null || due === null) return null;
  return {
    text: t('reports.overdue'),
    shown: shownBetween(addDuration(due, routine.late_until), null, now),
  };
}

/** The latest time that anything here is known of: pages have no clock of their own. */
export function reportedNow(
  { manifest }: StatusPublication,
  { observed_at }: ReportsPublication,
): IsoInstant {
  const known = [manifest?.observed_at ?? '', observed_at ?? ''].toSorted().at(-1) ?? '';
  return known === '' ? '1970-01-01T00:00:00Z' : known;
}
