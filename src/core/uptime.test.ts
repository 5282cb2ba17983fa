import { describe, expect, test } from 'vitest';
import { addSeconds, NO_SECONDS, secondsOf, uptimeOf } from './uptime.ts';

const seconds = (given: Partial<typeof NO_SECONDS>) => ({ ...NO_SECONDS, ...given });

describe('availability as an interval', () => {
  test('a day with one hour down and two unknown: best 95.8333 %, worst 87.5 %', () => {
    expect(uptimeOf(seconds({ up: 75_600, down: 3_600, unknown: 7_200 }))).toEqual({
      best: 958_333,
      worst: 875_000,
    });
  });

  test('degraded counts as up', () => {
    expect(uptimeOf(seconds({ up: 43_200, degraded: 43_200 }))).toEqual({
      best: 1_000_000,
      worst: 1_000_000,
    });
  });

  test('a day of which nothing is known is anything between 0 and 100 %', () => {
    expect(uptimeOf(seconds({ unknown: 86_400 }))).toEqual({ best: 1_000_000, worst: 0 });
  });

  test('rounds towards the worse: one second down in a million and one is not 100 %', () => {
    expect(uptimeOf(seconds({ up: 1_000_001, down: 1 }))).toEqual({ best: 999_999, worst: 999_999 });
  });

  test('of an empty window there is nothing to say', () => {
    expect(uptimeOf(NO_SECONDS)).toBeNull();
  });

  test('a leap year has a day more, and days add up to the year', () => {
    const day = seconds({ up: 86_300, down: 100 });
    expect(addSeconds(Array.from({ length: 366 }, () => day))).toEqual(
      seconds({ up: 31_585_800, down: 36_600 }),
    );
  });
});

test('a window cuts the intervals at its edges', () => {
  const line = [
    { from: 0, to: 100, outcome: 'up' as const },
    { from: 100, to: 200, outcome: 'down' as const },
  ];
  expect(secondsOf(line, 50, 120)).toEqual(seconds({ up: 50, down: 20 }));
  expect(secondsOf(line, 200, 300)).toEqual(NO_SECONDS);
});
