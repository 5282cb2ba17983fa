import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, OUTCOMES, type Outcome } from '../core/outcome.ts';
import type { CheckDefinition } from './check-definition.ts';
import { contradictedOn, restingElsewhere, withoutContradicted } from './day-review.ts';
import { rollUp } from './rollup.ts';
import type { Run } from './sample.ts';
import type { StatusRun } from './status-run.ts';

const DAY = '2026-01-26';
const SHA = 'a'.repeat(64);
const MINUTES = 1440;
const IDS = ['a', 'b', 'c'] as const;

type Checks = CheckDefinition['checks'];
const checkArbitrary = fc.record({
  component: fc.constant('api'),
  impact: fc.constantFrom('major', 'partial', 'degraded'),
  informs: fc.constantFrom(undefined, true as const),
});
const given = fc.record({
  every: fc.constantFrom(10, 60, 240).map((minutes) => minutes * 60),
  checks: fc.record({ a: checkArbitrary, b: checkArbitrary, c: checkArbitrary }) as fc.Arbitrary<Checks>,
  // From two hours before the day to two hours after it, in minutes of the day.
  runs: fc.uniqueArray(
    fc.record({
      minute: fc.integer({ min: -120, max: MINUTES + 120 }),
      outcomes: fc.tuple(...IDS.map(() => fc.constantFrom(...OUTCOMES))),
    }),
    { selector: ({ minute }) => minute, maxLength: 40 },
  ),
});
type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never;

const instantOf = (minute: number) =>
  new Date(Date.parse(`${DAY}T00:00:00Z`) + minute * 60_000).toISOString().replace('.000Z', 'Z');
const runsOf = ({ runs }: Given): Run[] =>
  runs.map(({ minute, outcomes }) => ({
    at: instantOf(minute),
    checks: Object.fromEntries(IDS.map((id, index) => [id, { outcome: outcomes[index] ?? 'unknown' }])),
  }));
const definitionOf = (every: number, checks: Checks): CheckDefinition => ({
  system: 'sample',
  from: '2020-01-01T00:00:00Z',
  sha256: SHA,
  every,
  checks,
});
/** The day of the component, made of some of its checks. */
function dayOf(of: Given, ids: readonly string[] = IDS) {
  const checks = Object.fromEntries(Object.entries(of.checks).filter(([id]) => ids.includes(id)));
  const definitions = [definitionOf(of.every, checks)];
  const [day] = rollUp({ system: 'sample', day: DAY, runs: runsOf(of), definitions, raw_sha256: SHA });
  if (day === undefined) throw new Error('there is no day');
  return day;
}

/** What one check says of a minute, from nothing but its samples; null where it says nothing. */
function saidAt(of: Given, id: string, minute: number): Outcome | null {
  const check = of.checks[id];
  const told = (outcome: Outcome) =>
    outcome === 'down' && check?.impact === 'degraded' ? 'degraded' : outcome;
  const samples = of.runs
    .map(({ minute: at, outcomes }) => ({ at, outcome: told(outcomes[IDS.indexOf(id as 'a')] ?? 'unknown') }))
    .toSorted((x, y) => x.at - y.at);
  const last = samples.findLast(({ at }) => at <= minute);
  const next = samples.find(({ at }) => at > minute);
  const isKnown =
    last !== undefined &&
    (next === undefined || next.outcome === last.outcome) &&
    (minute - last.at) * 60 < Math.floor(of.every * 1.5);
  const outcome = isKnown ? last.outcome : 'unknown';
  return check?.informs === true && outcome === 'up' ? null : outcome;
}

describe('a day never contradicts its own checks', () => {
  test('it is, minute by minute, what its raw samples say', () => {
    fc.assert(
      fc.property(given, (of) => {
        const seconds = { up: 0, degraded: 0, down: 0, unknown: 0 };
        for (let minute = 0; minute < MINUTES; minute += 1)
          seconds[counted(IDS.flatMap((id) => saidAt(of, id, minute) ?? []))] += 60;
        expect(dayOf(of)).toMatchObject(seconds);
      }),
      { numRuns: 60 },
    );
  });

  test('the day of a component is never better than that of any check in it', () => {
    fc.assert(
      fc.property(given, (of) => {
        const whole = dayOf(of);
        expect(whole.up + whole.degraded + whole.down + whole.unknown).toBe(86_400);
        for (const id of IDS) {
          const alone = dayOf(of, [id]);
          expect(whole.down).toBeGreaterThanOrEqual(alone.down);
          // One that only informs vouches for no time; it takes none away from the others either.
          if (of.checks[id]?.informs === true) continue;
          expect(whole.up).toBeLessThanOrEqual(alone.up);
          expect(whole.up + whole.degraded).toBeLessThanOrEqual(alone.up + alone.degraded);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a published day against its raw samples', () => {
  const lines: StatusRun[] = Array.from({ length: 96 }, (_, index) => ({
    at: instantOf(index * 15),
    systems: { sample: { outcome: index < 8 ? { down: ['a'], up: ['b'] } : { up: ['a', 'b'] } } },
  }));
  const definitions = [
    definitionOf(900, {
      a: { component: 'api', impact: 'major' },
      b: { component: 'site', impact: 'major' },
    }),
  ];
  const runs = lines.map(
    ({ at }, index): Run => ({
      at,
      checks: { a: { outcome: index < 8 ? 'down' : 'up' }, b: { outcome: 'up' } },
    }),
  );
  const published = rollUp({ system: 'sample', day: DAY, runs, definitions, raw_sha256: SHA });
  const raw = { day: DAY, lines, definitions, raw_sha256: SHA };
  const api = { day: DAY, system: 'sample', component: 'api' };

  test('it is equal to what a run made of them, and others are not looked at', () => {
    expect(published.map(({ component, down }) => [component, down])).toEqual([
      ['api', 6_300],
      ['site', 0],
    ]);
    expect(contradictedOn(published, raw)).toEqual([]);
    const other = published.map((line) => ({ ...line, day: '2026-01-25', up: 86_400, down: 0 }));
    expect(contradictedOn([...published, ...other], raw)).toEqual([]);
  });

  test('a fault that was taken out of it, or a component that was, is named', () => {
    const better = published.map((line) => ({ ...line, up: line.up + line.down, down: 0 }));
    expect(contradictedOn(better, raw)).toEqual([api]);
    expect(
      contradictedOn(
        published.filter(({ component }) => component !== 'api'),
        raw,
      ),
    ).toEqual([api]);
    expect(contradictedOn([], raw)).toEqual([api, { ...api, component: 'site' }]);
    const invented = published.map((line) => ({ ...line, component: `${line.component}-2` }));
    expect(contradictedOn(invented, raw)).toHaveLength(4);
  });

  test('of what is contradicted nothing is known, all day', () => {
    const [shown, site] = withoutContradicted(published, [api]);
    expect(shown).toEqual({ ...api, up: 0, degraded: 0, down: 0, unknown: 86_400, raw_sha256: SHA });
    expect(site).toEqual(published[1]);
  });

  test('figures that name other samples than those that are kept rest on nothing', () => {
    expect(restingElsewhere(published, () => SHA)).toEqual([]);
    expect(restingElsewhere(published, () => 'b'.repeat(64))).toEqual([api, { ...api, component: 'site' }]);
  });
});
