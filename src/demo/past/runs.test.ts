import { beforeAll, describe, expect, test } from 'vitest';
import { type Run, sampleSchema } from '../../status/sample.ts';
import type { System } from '../../systems/system.ts';
import { listSystems, readSystem } from '../../systems/system-file.ts';
import { quarterlySince, runInstants } from './instants.ts';
import { inventRuns, OUTAGES } from './runs.ts';

const now = new Date('2026-11-20T09:10:11Z');
const seed = 20_260_105;
const DAY = 86_400;
const systems: System[] = [];
const invented = new Map<string, Run[]>();

beforeAll(async () => {
  for (const id of await listSystems('content')) {
    const system = await readSystem('content', id);
    systems.push(system);
    invented.set(id, [...inventRuns(system, now, seed)]);
  }
});

const seconds = (at: string) => Date.parse(at) / 1000;

describe('inventRuns()', () => {
  test('gives the same runs for the same seed and now, and others for another seed', () => {
    const [system] = systems;
    if (system === undefined) throw new Error('no system');
    const head = (runs: Iterable<Run> | undefined) => JSON.stringify([...(runs ?? [])].slice(0, 300));
    expect(head(inventRuns(system, now, seed))).toBe(head(invented.get(system.id)));
    expect(head(inventRuns(system, now, seed + 1))).not.toBe(head(invented.get(system.id)));
  });

  test('asks every check of all systems at the same instants, each answer in the form of a real one', () => {
    const instants = runInstants(now, seed).map((at) =>
      new Date(at * 1000).toISOString().replace('.000', ''),
    );
    for (const system of systems) {
      const runs = invented.get(system.id) ?? [];
      expect(runs.map(({ at }) => at)).toEqual(instants);
      const ids = system.checks.map(({ id }) => id).toSorted();
      for (const run of runs.filter((_, index) => index % 200 === 0)) {
        expect(Object.keys(run.checks).toSorted()).toEqual(ids);
        for (const sample of Object.values(run.checks))
          expect(sampleSchema.safeParse(sample).success).toBe(true);
      }
    }
  });

  test('runs for a year until the present, in order, with gaps as a hosted cron has', () => {
    const instants = runInstants(now, seed);
    const end = now.getTime() / 1000;
    expect(end - (instants[0] ?? 0)).toBeGreaterThan(365 * DAY);
    expect(end - (instants.at(-1) ?? 0)).toBeLessThan(2 * 900);
    const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeGreaterThan(30 * 3600);
  });

  test('once an hour at first, and every quarter of an hour in the ninety days that pages show', () => {
    const changed = quarterlySince(now);
    expect(new Date(changed * 1000).toISOString()).toBe('2026-08-22T00:00:00.000Z');
    const instants = runInstants(now, seed);
    const before = instants.filter((at) => at < changed);
    expect(before.length).toBeGreaterThan(0.98 * 275 * 24 - 40);
    expect(before.length).toBeLessThanOrEqual(275 * 24);
    const after = instants.filter((at) => at >= changed);
    const gaps = after.slice(1).map((at, index) => at - (after[index] ?? at));
    expect(gaps.filter((gap) => gap > 22.5 * 60).length).toBeGreaterThan(40);
    expect(after.length).toBeGreaterThan(8_400);
  });

  test('is mostly up, with a few short outages, and degraded for long where the indexer lagged', () => {
    for (const [id, runs] of invented) {
      const outcomes = runs.flatMap(({ checks }) => Object.values(checks).map(({ outcome }) => outcome));
      const share = (wanted: string) =>
        outcomes.filter((outcome) => outcome === wanted).length / outcomes.length;
      expect(share('up'), id).toBeGreaterThan(0.95);
      expect(share('down') + share('degraded'), id).toBeGreaterThan(0);
    }
    const lagging = (invented.get('coinscious') ?? []).filter(
      ({ checks }) => checks['block-lag']?.outcome === 'degraded',
    );
    expect(lagging.length).toBeGreaterThan(150);
  });

  test('tells of checks that there are, in outages that began in the past', () => {
    for (const [id, outages] of Object.entries(OUTAGES)) {
      const checks = systems.find((system) => system.id === id)?.checks.map((check) => check.id);
      for (const outage of outages) {
        expect(outage.checks.filter((check) => !checks?.includes(check))).toEqual([]);
        expect(outage.ago).toBeGreaterThan(0);
      }
    }
  });

  test('is slower in the day of Jakarta than in its night', () => {
    const latencies = (from: number, to: number) =>
      (invented.get('coinscious') ?? [])
        .filter(({ at }) => {
          const hour = (seconds(at) % DAY) / 3600;
          return hour >= from && hour < to;
        })
        .flatMap(({ checks }) => checks['console-loads']?.ms ?? []);
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    expect(median(latencies(7, 10))).toBeGreaterThan(median(latencies(19, 22)) * 1.15);
  });
});
