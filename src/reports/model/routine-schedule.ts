import type { Fault } from '../../core/fault.ts';
import {
  addDuration,
  compareInstants,
  durationSeconds,
  type IsoInstant,
  toSeconds,
} from '../../core/instant.ts';
import { recurring } from '../../core/recurrence.ts';
import { isZone } from '../../core/zone.ts';
import type { Report } from './report.ts';

/** When a routine is due: an RRULE that names its own hour and minute, on the wall clock of a zone. */
export interface Due {
  readonly rule: string;
  readonly zone: string;
}

/** How much patience there is with a run. */
export interface Patience {
  readonly on_time_within: string;
  readonly late_until: string;
}

/** One time at which a routine is due, and what has become of it by now. */
export interface Occurrence {
  readonly due_at: IsoInstant;
  readonly kept: Report['kept'];
}

/** What each frequency must say itself, since a rule without it would take it from the day somebody asks. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  DAILY: /./,
  WEEKLY: /;BYDAY=/,
  MONTHLY: /;(BYDAY|BYMONTHDAY)=/,
  YEARLY: /;BYMONTH=.*;(BYDAY|BYMONTHDAY)=/,
};
/** The numbers that each part may hold: the library takes `BYHOUR=25`, which never comes. 0 is none of the negative ones. */
const RANGES = {
  BYHOUR: [0, 23],
  BYMINUTE: [0, 59],
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYSETPOS: [-366, 366],
  BYDAY: [-53, 53],
} as const;
/** An instant whose recurrences show whether a rule and a zone can be read at all. */
const ANY = '2026-01-01T00:00:00Z';
/** Where a rule is looked for its next time, nearest first: even the 29th of February comes within the last. */
const AHEAD = ['2026-03-01T00:00:00Z', '2027-02-01T00:00:00Z', '2036-03-01T00:00:00Z'];
/** Behind the first instant that is asked for, so that the rule begins before it, on a whole minute. */
const RUN_UP = '-PT48H';

/** Why a rule can not be kept, and in which of its fields; null for one that can. */
export function ruleProblem({
  rule,
  zone,
}: Due): { readonly field: keyof Due; readonly fault: Fault } | null {
  const field = 'rule';
  const needed = NEEDED[/^FREQ=([A-Z]+)/.exec(rule)?.[1] ?? ''];
  if (needed === undefined) return { field, fault: { code: 'expected.frequency' } };
  if (!/;BYHOUR=\d/.test(rule) || !/;BYMINUTE=\d/.test(rule))
    return { field, fault: { code: 'expected.hour-rule' } };
  if (!needed.test(rule)) return { field, fault: { code: 'expected.day-rule' } };
  if (/;(INTERVAL|COUNT|UNTIL|BYSECOND)=/.test(rule))
    return { field, fault: { code: 'expected.endless-rule' } };
  const outside = outOfRange(rule);
  if (outside !== null) return { field, fault: outside };
  if (!isZone(zone)) return { field: 'zone', fault: { code: 'expected.zone' } };
  try {
    if (AHEAD.some((to) => recurring({ rule, zone, starts: ANY, from: ANY, to }).length > 0)) return null;
    return { field, fault: { code: 'expected.due' } };
  } catch (error) {
    return { field, fault: { code: 'rule.unreadable', values: { text: (error as Error).message } } };
  }
}

/**
 * Every time after `since` and up to `now` at which a rule falls due. The hour is that of the wall clock on both
 * sides of a change to summer time; a time that the clock skips that day is not due, one that it shows twice is
 * due once.
 */
export function duesBetween({ rule, zone }: Due, since: IsoInstant, now: IsoInstant): IsoInstant[] {
  if (compareInstants(since, now) >= 0) return [];
  const starts = addDuration(`${since.slice(0, 16)}:00Z`, RUN_UP);
  return recurring({ rule, zone, starts, from: since, to: now }).filter(
    (due) => compareInstants(due, since) > 0 && compareInstants(due, now) <= 0,
  );
}

/**
 * What has become of the times a routine was due: the last one can still be run, on time or late; one that the
 * next overtook, or whose patience is over, was missed. Times that a report speaks of already are left out.
 */
export function occurrences(
  dues: readonly IsoInstant[],
  { on_time_within, late_until }: Patience,
  reported: ReadonlySet<IsoInstant>,
  now: IsoInstant,
): Occurrence[] {
  const last = dues.at(-1);
  return dues
    .filter((due_at) => !reported.has(due_at))
    .map((due_at) => {
      const past = toSeconds(now) - toSeconds(due_at);
      if (due_at !== last || past > durationSeconds(late_until)) return { due_at, kept: 'missed' };
      return { due_at, kept: past <= durationSeconds(on_time_within) ? 'on-time' : 'late' };
    });
}

/** The same for events, which overtake each other without being any less worth a look. */
export function eventOccurrences(
  events: readonly IsoInstant[],
  patience: Patience,
  reported: ReadonlySet<IsoInstant>,
  now: IsoInstant,
): Occurrence[] {
  return events.flatMap((event) => occurrences([event], patience, reported, now));
}

/**
 * Since when a routine is to be looked at: its last report before `now`, or when it was first known. A report
 * dated after `now` (the clock was set back since) does not count, and nothing is due twice.
 */
export function lookedAtSince(
  reported: readonly IsoInstant[],
  known: IsoInstant,
  now: IsoInstant,
): IsoInstant {
  const past = reported.filter((due) => compareInstants(due, now) <= 0);
  return [known, ...past].toSorted(compareInstants).at(-1) ?? known;
}

function outOfRange(rule: string): Fault | null {
  for (const [part, [least, most]] of Object.entries(RANGES)) {
    const list = new RegExp(`;${part}=([^;]*)`).exec(rule)?.[1] ?? '';
    // Of a weekday the number before it, `1MO`; most have none.
    for (const one of list.split(',').flatMap((item) => /^[+-]?\d+/.exec(item)?.[0] ?? [])) {
      const number = Number(one);
      if (number < least || number > most || (least < 0 && number === 0))
        return {
          code: least < 0 ? 'rule.range-without-0' : 'rule.range',
          values: { part, least, most, number },
        };
    }
  }
  return null;
}
