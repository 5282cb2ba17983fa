import { describe, expect, test } from 'vitest';
import {
  addDays,
  addDuration,
  compareInstants,
  dayOf,
  instantSchema,
  monthOf,
  toDate,
  toIso,
} from './instant.ts';

describe('instants as Postgres prints them', () => {
  test.each([
    '2026-01-26 01:02:03.123456+00',
    '2026-01-26 01:02:03+00',
    '2026-01-26 01:02:03.12+00',
    '2024-02-29 23:59:59.000001+00',
  ])('%s is one', (text) => {
    expect(instantSchema.parse(text)).toBe(text);
  });

  test.each([
    ['another zone', '2026-01-26 08:02:03+07'],
    ['no zone', '2026-01-26 01:02:03'],
    ['another date style', '26.01.2026 01:02:03 UTC'],
    ['a fraction with a zero at its end', '2026-01-26 01:02:03.120+00'],
    ['an impossible day', '2026-02-29 01:02:03+00'],
    ['infinity', 'infinity'],
    ['ISO with T', '2026-01-26T01:02:03Z'],
  ])('%s is not one', (_, text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });

  test('order is by time, microseconds included, in either spelling', () => {
    expect(compareInstants('2026-01-26 01:02:03+00', '2026-01-26 01:02:03.000001+00')).toBe(-1);
    expect(compareInstants('2026-01-26 01:02:03.12+00', '2026-01-26T01:02:03.120Z')).toBe(0);
    expect(compareInstants('2026-01-26 01:02:04+00', '2026-01-26 01:02:03.999999+00')).toBe(1);
    expect(compareInstants('2026-01-26T01:02:03Z', '2026-01-26T01:02:04Z')).toBe(-1);
    expect(compareInstants('2026-01-26T01:02:03Z', '2026-01-26T01:02:02.9Z')).toBe(1);
    expect(compareInstants('2026-01-26T01:02:03Z', '2026-01-26T01:02:03Z')).toBe(0);
  });

  test('the text for a reader keeps the microseconds, the Date for Intl can not', () => {
    expect(toIso('2026-01-26 01:02:03.123456+00')).toBe('2026-01-26T01:02:03.123456Z');
    expect(toDate('2026-01-26 01:02:03.123456+00').toISOString()).toBe('2026-01-26T01:02:03.123Z');
    expect(dayOf('2026-01-26 01:02:03.123456+00')).toBe('2026-01-26');
    expect(monthOf('2026-01-26T01:02:03Z')).toBe('2026-01');
  });

  test('days and durations move over months and leap days', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDuration('2026-12-31T23:45:00Z', 'PT30M')).toBe('2027-01-01T00:15:00Z');
  });
});
