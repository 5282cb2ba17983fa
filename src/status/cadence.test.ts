import { describe, expect, test } from 'vitest';
import { toSeconds } from '../core/instant.ts';
import { secondsOf } from '../core/uptime.ts';
import { cadenceOf } from './cadence.ts';

const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 26, 0, minutes)).toISOString();
const until = (minutes: number) => toSeconds(minute(minutes));
const of = (runs: readonly number[], now: number) => cadenceOf(runs.map(minute), 900, until(0), until(now));
const verdicts = (runs: readonly number[], now: number) =>
  of(runs, now).gaps.map(({ verdict, runs_missed }) =>
    runs_missed === 0 ? verdict : `${verdict} ${runs_missed}`,
  );

describe('the promised cadence against the runs that took place', () => {
  test('on time, and up to half a cadence late, is kept', () => {
    expect(verdicts([0, 15, 37.5], 38)).toEqual(['kept', 'kept']);
  });

  test('a run that comes when the one before no longer vouches is late', () => {
    expect(verdicts([0, 23], 24)).toEqual(['late']);
  });

  test('runs that never came are counted', () => {
    expect(verdicts([0, 45], 46)).toEqual(['missed 2']);
    expect(verdicts([0, 120], 121)).toEqual(['missed 7']);
  });

  test('the time since the last run is a gap once that run no longer vouches', () => {
    expect(verdicts([0], 22)).toEqual([]);
    expect(verdicts([0], 23)).toEqual(['late']);
    expect(verdicts([0], 60)).toEqual(['missed 3']);
  });

  test('counts, and the time that nobody vouched for', () => {
    const cadence = of([0, 15, 60], 60);
    expect(cadence).toMatchObject({ kept: 1, late: 0, missed: 1 });
    // From 15 + 22.5 minutes to 60.
    expect(secondsOf(cadence.timeline, until(0), until(60))).toMatchObject({ up: 2_250, unknown: 1_350 });
  });

  test('two runs at once are one; order is irrelevant; what is dated after now is left out', () => {
    expect(of([15, 0, 15, 90], 30).gaps).toEqual(of([0, 15], 30).gaps);
  });

  test('without a run nothing was kept, and everything is unknown', () => {
    const cadence = of([], 60);
    expect(cadence.gaps).toEqual([]);
    expect(secondsOf(cadence.timeline, until(0), until(60)).unknown).toBe(3_600);
  });
});
