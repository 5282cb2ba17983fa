import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from './outcome.ts';
import { combined, type Interval, type Observation, timelineOf } from './timeline.ts';
import { secondsOf } from './uptime.ts';

/** 15 minutes; a sample vouches for 1350 seconds. */
const CADENCE = 900;
const from = Date.UTC(2026, 0, 26) / 1000;
const at = (minutes: number, outcome: Outcome): Observation => ({ at: from + minutes * 60, outcome });
const line = (samples: readonly Observation[], minutes: number) =>
  timelineOf(samples, CADENCE, from, from + minutes * 60).map(
    ({ from: start, to, outcome }) => `${(start - from) / 60}–${(to - from) / 60} ${outcome}`,
  );

describe('a timeline of one check', () => {
  test('samples on time that agree leave nothing unknown between them', () => {
    expect(line([at(0, 'up'), at(15, 'up'), at(30, 'up')], 45)).toEqual(['0–45 up']);
  });

  test('a sample vouches for 22.5 minutes at a cadence of 15, and not for a second more', () => {
    expect(line([at(0, 'up')], 60)).toEqual(['0–22.5 up', '22.5–60 unknown']);
  });

  test('the time between two samples that disagree is unknown', () => {
    expect(line([at(0, 'up'), at(15, 'down'), at(30, 'down'), at(45, 'up')], 60)).toEqual([
      '0–15 unknown',
      '15–30 down',
      '30–45 unknown',
      '45–60 up',
    ]);
  });

  test('degraded and up disagree as well', () => {
    expect(line([at(0, 'up'), at(15, 'degraded'), at(30, 'degraded')], 30)).toEqual([
      '0–15 unknown',
      '15–30 degraded',
    ]);
  });

  test('a run that comes late leaves a gap, from when the one before no longer vouches', () => {
    expect(line([at(0, 'up'), at(40, 'up')], 60)).toEqual(['0–22.5 up', '22.5–40 unknown', '40–60 up']);
  });

  test('before the first sample nothing is known; what was seen before the window vouches into it', () => {
    expect(line([at(10, 'up')], 20)).toEqual(['0–10 unknown', '10–20 up']);
    expect(line([at(-10, 'up')], 20)).toEqual(['0–12.5 up', '12.5–20 unknown']);
  });

  test('a sample after the window says what was between it and the last one within', () => {
    expect(line([at(0, 'up'), at(15, 'up'), at(30, 'down')], 20)).toEqual(['0–15 up', '15–20 unknown']);
  });

  test('of two samples at one instant that disagree, nothing is known; of two that agree, what they say', () => {
    expect(line([at(0, 'up'), at(15, 'up'), at(15, 'down'), at(30, 'up')], 45)).toEqual([
      '0–30 unknown',
      '30–45 up',
    ]);
    expect(line([at(0, 'up'), at(0, 'up')], 15)).toEqual(['0–15 up']);
  });

  test('a clock set back puts samples in another order, which changes nothing', () => {
    const ordered = [at(0, 'up'), at(15, 'down'), at(20, 'down'), at(30, 'up')];
    expect(line(ordered.toReversed(), 45)).toEqual(line(ordered, 45));
  });
});

describe('several timelines as one', () => {
  const interval = (start: number, end: number, outcome: Outcome): Interval => ({
    from: start,
    to: end,
    outcome,
  });

  test('down before unknown before degraded before up: degraded can not outweigh the unknown', () => {
    const one = [interval(0, 10, 'up'), interval(10, 20, 'down'), interval(20, 30, 'up')];
    const other = [interval(0, 5, 'degraded'), interval(5, 15, 'unknown'), interval(15, 30, 'degraded')];
    expect(combined([one, other])).toEqual([
      interval(0, 5, 'degraded'),
      interval(5, 10, 'unknown'),
      interval(10, 20, 'down'),
      interval(20, 30, 'degraded'),
    ]);
  });

  test('a timeline says nothing of the time it does not cover; where none reaches, nothing is known', () => {
    expect(combined([[interval(0, 10, 'up')], [interval(4, 6, 'down')]])).toEqual([
      interval(0, 4, 'up'),
      interval(4, 6, 'down'),
      interval(6, 10, 'up'),
    ]);
    expect(combined([[interval(0, 10, 'up')], [interval(20, 30, 'up')]])).toEqual([
      interval(0, 10, 'up'),
      interval(10, 20, 'unknown'),
      interval(20, 30, 'up'),
    ]);
    expect(combined([])).toEqual([]);
  });
});

describe('whatever the samples', () => {
  const samples = fc.array(
    fc.record({
      at: fc.integer({ min: from - 9000, max: from + 99_000 }),
      outcome: fc.constantFrom(...OUTCOMES),
    }),
    { maxLength: 40 },
  );
  const to = from + 86_400;
  const sum = (intervals: readonly Interval[]) =>
    Object.values(secondsOf(intervals, from, to)).reduce((total, seconds) => total + seconds, 0);

  test('the seconds of all outcomes are those of the window, without gap or overlap', () => {
    fc.assert(
      fc.property(samples, (given) => {
        const intervals = timelineOf(given, CADENCE, from, to);
        expect(sum(intervals)).toBe(86_400);
        expect(intervals[0]?.from).toBe(from);
        expect(intervals.at(-1)?.to).toBe(to);
        for (const [index, interval] of intervals.slice(1).entries())
          expect(interval.from).toBe(intervals[index]?.to);
      }),
    );
  });

  test('their order is irrelevant', () => {
    fc.assert(
      fc.property(samples, (given) => {
        expect(timelineOf(given.toReversed(), CADENCE, from, to)).toEqual(
          timelineOf(given, CADENCE, from, to),
        );
      }),
    );
  });

  test('an unknown answer more never makes a second up, degraded or down', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: from - 9000, max: from + 99_000 }), (given, instant) => {
        const without = secondsOf(timelineOf(given, CADENCE, from, to), from, to);
        const more = [...given, { at: instant, outcome: 'unknown' as const }];
        const withIt = secondsOf(timelineOf(more, CADENCE, from, to), from, to);
        for (const outcome of ['up', 'degraded', 'down'] as const)
          expect(withIt[outcome]).toBeLessThanOrEqual(without[outcome]);
      }),
    );
  });

  test('without a sample that is up, no second is up', () => {
    fc.assert(
      fc.property(samples, (given) => {
        const bad = given.filter(({ outcome }) => outcome !== 'up');
        expect(secondsOf(timelineOf(bad, CADENCE, from, to), from, to).up).toBe(0);
      }),
    );
  });

  test('together, checks are never more up than any of them, and their seconds are those of the window', () => {
    fc.assert(
      fc.property(fc.array(samples, { minLength: 1, maxLength: 4 }), (given) => {
        const lines = given.map((one) => timelineOf(one, CADENCE, from, to));
        const together = combined(lines);
        expect(sum(together)).toBe(86_400);
        for (const one of lines)
          expect(secondsOf(together, from, to).up).toBeLessThanOrEqual(secondsOf(one, from, to).up);
      }),
    );
  });
});
