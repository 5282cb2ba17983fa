import { expect, test } from 'vitest';
import { instantAt, secondsOf, withTimes } from './relative-time.ts';

// A Friday, and in Jakarta noon.
const NOW = new Date('2026-11-20T05:00:00Z');

test.each([
  ['51m', 3060],
  ['4h 30m', 16_200],
  ['41d 5h 48s', 3_560_448],
])('%s is %d seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

test('a duration that is none is named', () => {
  expect(() => secondsOf('3 hours')).toThrow('"3 hours" is no duration');
});

test('distances lie before and after the present', () => {
  expect(instantAt('1d 1h ago', NOW).toISOString()).toBe('2026-11-19T04:00:00.000Z');
  expect(instantAt('in 30m', NOW).toISOString()).toBe('2026-11-20T05:30:00.000Z');
  expect(instantAt('2 months ago', NOW).toISOString()).toBe('2026-09-01T00:00:00.000Z');
});

test('times in a text stand as people write them, and other braces stay', () => {
  expect(withTimes('{12m ago}, {15:00, in 3d}, {SU 02:00, in 8d}, {MO 13:00, 2 months ago}, {x}', NOW)).toBe(
    '2026-11-20 11:48 +07:00, 2026-11-23 15:00 +00:00, 2026-11-29 02:00 +00:00, 2026-09-07 13:00 +00:00, {x}',
  );
});
