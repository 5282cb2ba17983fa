import { expect, test } from 'vitest';
import { NOTHING_PUBLISHED } from '../testing/publication.ts';
import { routineOf } from '../testing/routine-content.ts';
import { dueNow } from './due.ts';
import { routineSchema } from './model/routine.ts';

const FROM = Date.parse('2026-02-01T00:00:00Z');
const HOUR = 3_600_000;
const instant = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** A month with a run every hour, but for the hours in `down`: what became of each time the routine was due. */
function month(due: { rule: string; zone: string }, down: (now: string) => boolean) {
  const routine = routineSchema.parse(routineOf({ due }));
  const reports: { due_at: string; kept: string }[] = [];
  for (let at = FROM + 7 * 60_000; at < FROM + 28 * 24 * HOUR; at += HOUR) {
    const now = instant(at);
    if (!down(now)) reports.push(...dueNow(routine, reports, instant(FROM), NOTHING_PUBLISHED, now));
  }
  return reports;
}
const twoDays = (now: string) => now >= '2026-02-10T08:30:00Z' && now < '2026-02-12T08:30:00Z';
const other = (reports: readonly { due_at: string; kept: string }[]) =>
  reports
    .filter(({ kept }) => kept !== 'on-time')
    .map(({ due_at, kept }) => `${due_at.slice(5, 13)} ${kept}`);

test('TPC-11: a month of mornings, with CI down for two days: both are said to be missed, nothing else', () => {
  const reports = month({ rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0', zone: 'UTC' }, twoDays);
  expect(reports).toHaveLength(28);
  expect(new Set(reports.map(({ due_at }) => due_at)).size).toBe(28);
  expect(other(reports)).toEqual(['02-10T09 missed', '02-11T09 missed']);
});

test('TPC-12, COI-07: the afternoon before CI came back is late no longer, the evening still is', () => {
  const afternoons = month({ rule: 'FREQ=DAILY;BYHOUR=15;BYMINUTE=0', zone: 'UTC' }, twoDays);
  expect(other(afternoons)).toEqual(['02-10T15 missed', '02-11T15 missed']);
  const nights = month({ rule: 'FREQ=DAILY;BYHOUR=22;BYMINUTE=0', zone: 'UTC' }, twoDays);
  expect(other(nights)).toEqual(['02-10T22 missed', '02-11T22 late']);
});

test('TPC-13: weeks that CI was up for are all kept', () => {
  const weeks = month({ rule: 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0', zone: 'Asia/Jakarta' }, twoDays);
  expect(weeks.map(({ due_at, kept }) => `${due_at.slice(0, 13)} ${kept}`)).toEqual([
    '2026-02-02T02 on-time',
    '2026-02-09T02 on-time',
    '2026-02-16T02 on-time',
    '2026-02-23T02 on-time',
  ]);
});
