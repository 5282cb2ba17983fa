import { describe, expect, test } from 'vitest';
import { say } from '../../words/said.ts';
import {
  duesBetween,
  eventOccurrences,
  lookedAtSince,
  occurrences,
  ruleProblem,
} from './routine-schedule.ts';

const MORNING = { rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', zone: 'UTC' };
const PATIENCE = { on_time_within: 'PT1H', late_until: 'PT12H' };

describe('when a routine is due', () => {
  test.each([
    [
      'TPC-11: every morning at 09:00 UTC',
      MORNING,
      '2026-11-20T09:00:00Z',
      '2026-11-22T09:00:00Z',
      ['2026-11-21T09:00:00Z', '2026-11-22T09:00:00Z'],
    ],
    ['just before it, not yet', MORNING, '2026-11-21T09:00:00Z', '2026-11-22T08:59:59Z', []],
    [
      'a time that is asked for with fractions of a second',
      MORNING,
      '2026-11-21T08:59:59.123456Z',
      '2026-11-21T12:00:00Z',
      ['2026-11-21T09:00:00Z'],
    ],
    [
      'COI-08: Sundays at 02:00',
      { rule: 'FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=0', zone: 'UTC' },
      '2026-11-20T00:00:00Z',
      '2026-11-30T00:00:00Z',
      ['2026-11-22T02:00:00Z', '2026-11-29T02:00:00Z'],
    ],
    [
      'COI-08: the first Monday of the month',
      { rule: 'FREQ=MONTHLY;BYDAY=1MO;BYHOUR=10;BYMINUTE=0', zone: 'UTC' },
      '2026-10-31T00:00:00Z',
      '2026-12-31T00:00:00Z',
      ['2026-11-02T10:00:00Z', '2026-12-07T10:00:00Z'],
    ],
    [
      'summer time begins: the same hour of the wall clock',
      { rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', zone: 'Europe/Berlin' },
      '2026-03-28T00:00:00Z',
      '2026-03-30T00:00:00Z',
      ['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z'],
    ],
    [
      'an hour that the clock skips is not due that day',
      { rule: 'FREQ=DAILY;BYHOUR=2;BYMINUTE=30', zone: 'Europe/Berlin' },
      '2026-03-28T00:00:00Z',
      '2026-03-30T12:00:00Z',
      ['2026-03-28T01:30:00Z', '2026-03-30T00:30:00Z'],
    ],
    [
      'an hour that the clock shows twice is due once',
      { rule: 'FREQ=DAILY;BYHOUR=2;BYMINUTE=30', zone: 'Europe/Berlin' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T12:00:00Z',
      ['2026-10-25T00:30:00Z'],
    ],
    [
      'a zone east of Greenwich',
      { rule: 'FREQ=DAILY;BYHOUR=6;BYMINUTE=15', zone: 'Asia/Jakarta' },
      '2026-11-20T00:00:00Z',
      '2026-11-21T00:00:00Z',
      ['2026-11-20T23:15:00Z'],
    ],
    [
      'the leap day',
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0', zone: 'UTC' },
      '2026-01-01T00:00:00Z',
      '2028-12-31T00:00:00Z',
      ['2028-02-29T09:00:00Z'],
    ],
    [
      'over the leap day nothing is lost',
      MORNING,
      '2028-02-28T09:00:00Z',
      '2028-03-01T09:00:00Z',
      ['2028-02-29T09:00:00Z', '2028-03-01T09:00:00Z'],
    ],
    ['a clock that was set back', MORNING, '2026-11-22T09:00:00Z', '2026-11-20T12:00:00Z', []],
  ] as const)('%s', (_, due, since, now, expected) => {
    expect(duesBetween(due, since, now)).toEqual(expected);
  });

  test.each([
    ['no time of day', { rule: 'FREQ=DAILY', zone: 'UTC' }, 'rule'],
    ['no day of the week', { rule: 'FREQ=WEEKLY;BYHOUR=9;BYMINUTE=0', zone: 'UTC' }, 'rule'],
    ['no day of the month', { rule: 'FREQ=MONTHLY;BYHOUR=9;BYMINUTE=0', zone: 'UTC' }, 'rule'],
    ['an end', { rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=3', zone: 'UTC' }, 'rule'],
    ['no frequency', { rule: 'BYHOUR=9;BYMINUTE=0', zone: 'UTC' }, 'rule'],
    ['no zone that is known', { ...MORNING, zone: 'Mars/Olympus' }, 'zone'],
  ] as const)('a rule with %s is refused', (_, due, field) => {
    expect(ruleProblem(due)?.field).toBe(field);
    expect(ruleProblem(MORNING)).toBeNull();
  });

  test.each([
    ['FREQ=DAILY;BYHOUR=25;BYMINUTE=0', 'BYHOUR between 0 and 23, not 25'],
    ['FREQ=DAILY;BYHOUR=9,24;BYMINUTE=0', 'BYHOUR between 0 and 23, not 24'],
    ['FREQ=DAILY;BYHOUR=9;BYMINUTE=60', 'BYMINUTE between 0 and 59, not 60'],
    ['FREQ=MONTHLY;BYMONTHDAY=32;BYHOUR=9;BYMINUTE=0', 'BYMONTHDAY between -31 and 31'],
    ['FREQ=MONTHLY;BYMONTHDAY=0;BYHOUR=9;BYMINUTE=0', 'and not 0'],
    ['FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0', 'BYMONTH between 1 and 12'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=9;BYMINUTE=0', 'a day that no year has'],
    ['FREQ=MONTHLY;BYDAY=6MO;BYHOUR=9;BYMINUTE=0', 'a day that no year has'],
  ])('a rule that never falls due is refused: %s', (rule, reason) => {
    const problem = ruleProblem({ rule, zone: 'UTC' });
    expect(problem?.field).toBe('rule');
    expect(problem && say(problem.fault, 'en')).toContain(reason);
  });

  test('a rule that falls due in leap years alone, or on the last day of a month, can be kept', () => {
    for (const day of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=MONTHLY;BYMONTHDAY=-1'])
      expect(ruleProblem({ rule: `${day};BYHOUR=9;BYMINUTE=0`, zone: 'Asia/Jakarta' })).toBeNull();
  });
});

describe('on time, late, missed', () => {
  const mornings = ['2026-11-20T09:00:00Z', '2026-11-21T09:00:00Z', '2026-11-22T09:00:00Z'];
  test.each([
    ['at once', '2026-11-22T09:00:00Z', ['missed', 'missed', 'on-time']],
    ['within the hour', '2026-11-22T10:00:00Z', ['missed', 'missed', 'on-time']],
    ['a minute after the hour', '2026-11-22T10:01:00Z', ['missed', 'missed', 'late']],
    ['in the evening', '2026-11-22T21:00:00Z', ['missed', 'missed', 'late']],
    ['in the night', '2026-11-22T21:00:01Z', ['missed', 'missed', 'missed']],
  ] as const)('CI was down for two days and is back %s', (_, now, kept) => {
    expect(occurrences(mornings, PATIENCE, new Set(), now).map((one) => one.kept)).toEqual(kept);
  });

  test('what a report speaks of already is not due again', () => {
    const reported = new Set(mornings.slice(0, 2));
    expect(occurrences(mornings, PATIENCE, reported, '2026-11-22T09:05:00Z')).toEqual([
      { due_at: mornings[2], kept: 'on-time' },
    ]);
    expect(occurrences(mornings, PATIENCE, new Set(mornings), '2026-11-22T09:05:00Z')).toEqual([]);
  });

  test('TPC-14: two batches of one night are both looked at', () => {
    const batches = ['2026-11-22T01:00:00.1Z', '2026-11-22T02:00:00Z'];
    const kept = eventOccurrences(batches, PATIENCE, new Set(), '2026-11-22T02:30:00Z');
    expect(kept.map((one) => one.kept)).toEqual(['late', 'on-time']);
  });

  test('reports dated after now are left out, so a clock set back makes nothing due twice', () => {
    const known = '2026-11-01T00:00:00Z';
    expect(lookedAtSince([], known, '2026-11-22T09:00:00Z')).toBe(known);
    expect(lookedAtSince(mornings, known, '2026-11-21T12:00:00Z')).toBe(mornings[1]);
    expect(lookedAtSince(['2027-11-22T09:00:00Z'], known, '2026-11-21T12:00:00Z')).toBe(known);
  });
});
