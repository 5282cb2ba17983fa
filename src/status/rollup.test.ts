import { describe, expect, test } from 'vitest';
import { addDays, toSeconds } from '../core/instant.ts';
import type { Outcome } from '../core/outcome.ts';
import { addSeconds, uptimeOf } from '../core/uptime.ts';
import { type CheckDefinition, checksBy } from './check-definition.ts';
import { type DayOfRuns, rollUp } from './rollup.ts';
import type { Run, Sample } from './sample.ts';

const sha = 'a'.repeat(64);
const definition = (checks: CheckDefinition['checks'], from = '2020-01-01T00:00:00Z'): CheckDefinition => ({
  system: 'sample',
  from,
  sha256: sha,
  every: 900,
  checks,
});
const API = { component: 'api', impact: 'major' } as const;
const run = (at: string, checks: Record<string, Outcome | Sample>): Run => ({
  at,
  checks: Object.fromEntries(
    Object.entries(checks).map(([id, given]) => [id, typeof given === 'string' ? { outcome: given } : given]),
  ),
});
/** A run every 15 minutes from midnight to midnight. */
const every15 = (day: string, checks: Record<string, Outcome | Sample>) =>
  Array.from({ length: 96 }, (_, index) =>
    run(new Date((toSeconds(`${day}T00:00:00Z`) + index * 900) * 1000).toISOString(), checks),
  );
const roll = (given: Partial<DayOfRuns> & Pick<DayOfRuns, 'day' | 'runs'>) =>
  rollUp({ system: 'sample', definitions: [definition({ a: API })], raw_sha256: sha, ...given });

describe('90 days, computed by hand', () => {
  // 1 January to 30 March 2024: 31 + 29 + 30 days, a leap day and the change to summer time among them.
  const definitions = [definition({ api: API, cache: { component: 'api', impact: 'degraded' } })];
  const sampled = (day: string, time: string): Run[] => {
    const at = `${day}T${time}:00Z`;
    if (day === '2024-03-15') return []; // No run at all.
    if (day === '2024-02-29' && time >= '06:00' && time < '12:00') return []; // Six hours without one.
    const down = day === '2024-01-10' && time >= '10:00' && time <= '10:45'; // Four answers in a row.
    const cacheDown = day === '2024-01-20'; // All day, and only degrading.
    return [run(at, { api: down ? 'down' : 'up', cache: cacheDown ? 'down' : 'up' })];
  };
  const times = Array.from({ length: 96 }, (_, index) =>
    [Math.floor(index / 4), (index % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
  );
  const days = Array.from({ length: 90 }, (_, index) => addDays('2024-01-01', index));
  const runsOn = (day: string) => times.flatMap((time) => sampled(day, time));
  const figures = days.flatMap((day) =>
    roll({
      day,
      definitions,
      runs: [addDays(day, -1), day, addDays(day, 1)]
        .filter((one) => one >= '2024-01-01')
        .flatMap((one) => runsOn(one)),
    }),
  );
  const on = (day: string) => {
    const found = figures.find((figure) => figure.day === day);
    return [found?.up, found?.degraded, found?.down, found?.unknown];
  };

  test('most days are up, of 86 400 seconds each, whatever clocks do elsewhere', () => {
    expect(figures).toHaveLength(90);
    for (const day of ['2024-01-01', '2024-01-11', '2024-02-28', '2024-03-01', '2024-03-10', '2024-03-30'])
      expect([day, ...on(day)]).toEqual([day, 86_400, 0, 0, 0]);
  });

  test('four failures are 45 minutes down, and a quarter of an hour unknown on either side', () => {
    expect(on('2024-01-10')).toEqual([81_900, 0, 2_700, 1_800]);
  });

  test('a check that only degrades is never down; the last quarter before and in it is unknown', () => {
    expect(on('2024-01-19')).toEqual([85_500, 0, 0, 900]);
    expect(on('2024-01-20')).toEqual([0, 85_500, 0, 900]);
    expect(on('2024-01-21')).toEqual([86_400, 0, 0, 0]);
  });

  test('leap day: after the last run 22.5 minutes are vouched for, the rest of the gap is unknown', () => {
    expect(on('2024-02-29')).toEqual([65_250, 0, 0, 21_150]);
  });

  test('a day without a run: only what the last one before midnight vouches for is known', () => {
    expect(on('2024-03-15')).toEqual([450, 0, 0, 85_950]);
  });

  test('all together: between 98.5416 % and 99.9652 % available', () => {
    const sum = addSeconds(figures);
    expect(sum).toEqual({ up: 7_577_100, degraded: 85_500, down: 2_700, unknown: 110_700 });
    expect(uptimeOf(sum)).toEqual({ worst: 985_416, best: 999_652 });
  });
});

describe('what counts in a day', () => {
  const day = '2026-01-26';
  const before = every15('2026-01-25', { a: 'up' });

  test('a partial outage of one check is down time of its component', () => {
    const definitions = [definition({ a: { component: 'api', impact: 'partial' } })];
    const [figure] = roll({ day, runs: every15(day, { a: 'down' }), definitions });
    expect(figure).toMatchObject({ up: 0, down: 85_500 + 900, unknown: 0 });
  });

  test('a check that is new counts from its first sample on, not as unknown before', () => {
    const runs = [...before, ...every15(day, { a: 'up' })].map((one) =>
      one.at >= `${day}T12:00` ? run(one.at, { a: 'up', b: 'up' }) : one,
    );
    const definitions = [definition({ a: API }), definition({ a: API, b: API }, `${day}T12:00:00Z`)];
    expect(roll({ day, runs, definitions })).toMatchObject([{ up: 86_400, unknown: 0 }]);
  });

  test('removing a check that fails does not mend the time before', () => {
    const runs = [
      ...every15(day, { a: 'up', b: 'down' }).filter(({ at }) => at < `${day}T23:45`),
      run(`${day}T23:45:00Z`, { a: 'up' }),
    ];
    const definitions = [definition({ a: API, b: API }), definition({ a: API }, `${day}T23:45:00Z`)];
    const [figure] = roll({ day, runs, definitions });
    expect(figure).toMatchObject({ up: 900, down: 85_500 });
  });

  test('a check that was removed long ago is no part of the day', () => {
    const definitions = [
      definition({ a: API, old: { component: 'gone', impact: 'major' } }),
      definition({ a: API }),
    ];
    expect(roll({ day, runs: [...before, ...every15(day, { a: 'up' })], definitions })).toHaveLength(1);
    expect(roll({ day, runs: [], definitions })).toMatchObject([{ component: 'api', unknown: 86_400 }]);
  });

  test('two components are two lines; one that began within the day was unknown before', () => {
    const definitions = [
      definition({ a: API }),
      definition({ a: API, b: { component: 'web', impact: 'major' } }, `${day}T12:00:00Z`),
    ];
    const runs = [...before, ...every15(day, { a: 'up' })].map((one) =>
      one.at >= `${day}T12:00` ? run(one.at, { a: 'up', b: 'up' }) : one,
    );
    expect(roll({ day, runs, definitions })).toMatchObject([
      { component: 'api', up: 86_400, unknown: 0 },
      { component: 'web', up: 43_200, unknown: 43_200 },
    ]);
  });

  test('latency: nearest rank over the answers of the day itself', () => {
    const runs = [
      ...every15('2026-01-25', { a: { outcome: 'up', ms: 9_999 } }),
      ...every15(day, { a: 'up' }).map((one, index) => run(one.at, { a: { outcome: 'up', ms: index + 1 } })),
    ];
    expect(roll({ day, runs })).toMatchObject([{ p50: 48, p95: 92 }]);
    expect(roll({ day, runs: every15(day, { a: 'up' }) })[0]).not.toHaveProperty('p50');
  });

  test('runs may come in any order, and twice', () => {
    const runs = [...before, ...every15(day, { a: 'up' }), run(`${day}T11:58:00Z`, { a: 'down' })];
    expect(roll({ day, runs: runs.toReversed() })).toEqual(roll({ day, runs }));
    expect(roll({ day, runs: [...runs, ...runs] })).toEqual(roll({ day, runs }));
  });
});

test('a definition holds until the next; those of other systems do not', () => {
  const definitions = [
    definition({ a: API }),
    { ...definition({ b: API }), system: 'other' },
    definition({ c: API }, '2026-01-27T00:00:00Z'),
  ];
  const { all, current } = checksBy(definitions, 'sample', '2026-01-27T00:00:00Z');
  expect([[...all.keys()], [...current]]).toEqual([['a'], ['a']]);
  const later = checksBy(definitions, 'sample', '2026-01-28T00:00:00Z');
  expect([[...later.all.keys()], [...later.current]]).toEqual([['a', 'c'], ['c']]);
});

describe('a day that is not over', () => {
  const day = '2026-01-26';
  const upTo = (until: string, runs = every15(day, { a: 'up' }).filter(({ at }) => at <= until)) =>
    roll({ day, runs, until })[0];

  test('has the figures of its hours so far, and not a second of those to come', () => {
    expect(upTo('2026-01-26T06:00:00Z')).toMatchObject({ up: 6 * 3600, down: 0, unknown: 0 });
    // Past what the last answer vouches for, until now.
    const silent = every15(day, { a: 'up' }).filter(({ at }) => at <= '2026-01-26T03:00:00Z');
    expect(upTo('2026-01-26T06:00:00Z', silent)).toMatchObject({
      up: 3 * 3600 + 1350,
      unknown: 3 * 3600 - 1350,
    });
  });

  test('without an answer yet is unknown so far', () => {
    expect(upTo('2026-01-26T00:10:00Z', [])).toMatchObject({ up: 0, unknown: 600 });
  });

  test('at its first instant has no time at all, and past its end no more than a day', () => {
    expect(upTo('2026-01-26T00:00:00Z') ?? { up: 0, unknown: 0 }).toMatchObject({ up: 0, unknown: 0 });
    expect(upTo('2026-01-28T00:00:00Z')).toMatchObject({ up: 86_400, unknown: 0 });
  });
});

describe('a check that only informs', () => {
  const day = '2026-01-26';
  const dayOf = (checks: CheckDefinition['checks'], outcomes: Record<string, Outcome>) =>
    roll({ day, runs: every15(day, outcomes), definitions: [definition(checks)] })[0];
  const FIGURE = { ...API, informs: true } as const;

  test('vouches for no time in which it is up: alone it leaves the day unknown', () => {
    expect(dayOf({ a: FIGURE }, { a: 'up' })).toMatchObject({ up: 0, down: 0, unknown: 86_400 });
    expect(dayOf({ a: API }, { a: 'up' })).toMatchObject({ up: 86_400, unknown: 0 });
  });

  test('takes nothing from what another check vouches for, and covers up nothing that it does not', () => {
    expect(dayOf({ a: FIGURE, b: API }, { a: 'up', b: 'up' })).toMatchObject({ up: 86_400, unknown: 0 });
    expect(dayOf({ a: FIGURE, b: API }, { a: 'up', b: 'unknown' })).toMatchObject({
      up: 0,
      unknown: 86_400,
    });
  });

  test('counts when it is down', () => {
    expect(dayOf({ a: FIGURE, b: API }, { a: 'down', b: 'up' })).toMatchObject({ up: 0, down: 86_400 });
  });
});
