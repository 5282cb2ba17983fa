import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IsoInstant } from '../../core/instant.ts';
import { type Run, type Sample, sampleSchema } from '../../status/sample.ts';
import type { Check } from '../../systems/check/check.ts';
import type { System } from '../../systems/system.ts';
import { secondsOf } from '../relative-time.ts';
import { runInstants } from './instants.ts';
import { noiseOf, seedOf } from './noise.ts';
import { measurementOf, rhythm } from './values.ts';

/** Something that went wrong in the invented past: which checks answered how, and when. */
interface Outage {
  /** Seconds before the present. */
  readonly ago: number;
  /** In seconds; it may reach past the present. */
  readonly lasts: number;
  readonly checks: readonly string[];
  /** What they answered; a value in it is drawn from `value`. */
  readonly answer: Sample;
  readonly value?: readonly [from: number, to: number] | undefined;
}

const outageSchema = sampleSchema
  .pick({ outcome: true, reason: true, endpoint: true })
  .extend({
    from: z.string().endsWith(' ago'),
    lasts: z.string(),
    checks: z.array(z.string()).min(1),
    value: z.tuple([z.number(), z.number()]).optional(),
  })
  .transform(
    ({ from, lasts, checks, value, ...answer }): Outage => ({
      ago: secondsOf(from.slice(0, -' ago'.length)),
      lasts: secondsOf(lasts),
      checks,
      answer,
      value,
    }),
  );

/** The outages of outages.yaml, by system. */
export const OUTAGES: Readonly<Record<string, readonly Outage[]>> = z
  .record(z.string(), z.array(outageSchema))
  .parse(parse(readFileSync(path.join(import.meta.dirname, 'outages.yaml'), 'utf8')));

/**
 * A year of invented runs over a system, oldest first, the same for the same seed and `now`: mostly up, a few short
 * outages, some long degraded stretches, gaps where no run took place, and latencies with the rhythm of a day.
 */
export function* inventRuns(system: System, now: Date, seed: number): Generator<Run> {
  const present = Math.floor(now.getTime() / 1000);
  const outages = OUTAGES[system.id] ?? [];
  const askers = system.checks.map((check) => {
    const own = outages.filter(({ checks }) => checks.includes(check.id));
    return { id: check.id, ask: askerOf(system.id, check, own, present, seed) };
  });
  for (const at of runInstants(now, seed)) {
    const checks: Record<string, Sample> = {};
    for (const { id, ask } of askers) checks[id] = ask(at);
    yield { at: instantOf(at), checks };
  }
}

/** Whole seconds since 1970 as the runs themselves write them. */
export function instantOf(seconds: number): IsoInstant {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** How one check answered at any instant, to be asked in order of time. */
function askerOf(
  system: string,
  check: Check,
  outages: readonly Outage[],
  present: number,
  seed: number,
): (at: number) => Sample {
  const noise = noiseOf(seedOf(seed, `${system}/${check.id}`));
  const measurement = measurementOf(system, check, present);
  const latency = latencyOf(system, check);
  const timed = (check.kind === 'http' || check.kind === 'jsonrpc') && check.measure === 'latency';
  const gauged = 'gauge' in check && check.gauge !== undefined;
  const several = check.kind === 'jsonrpc' && check.endpoints.length > 1;
  const periods = outages.map((outage) => {
    const from = present - outage.ago;
    return { outage, from, to: from + outage.lasts };
  });
  return (at) => {
    const draw = noise();
    const period = periods.find(({ from, to }) => at >= from && at < to);
    if (period !== undefined)
      return troubled(period.outage, (at - period.from) / (period.to - period.from), draw);
    const ms = latency?.(at, draw);
    const value = timed && gauged && ms !== undefined ? String(ms) : measurement?.(at, draw);
    return {
      outcome: 'up',
      ...(ms === undefined ? {} : { ms }),
      ...(value === undefined ? {} : { value }),
      ...(several ? { endpoint: 1 } : {}),
    };
  };
}

/** The answer during an outage; its value moves through its range as the trouble goes on. */
function troubled({ answer, value }: Outage, progress: number, draw: number): Sample {
  if (value === undefined) return { ...answer };
  const [from, to] = value;
  const share = Math.min(1, Math.max(0, progress * 0.9 + draw * 0.1));
  const decimals = Number.isInteger(from) && Number.isInteger(to) ? 0 : 1;
  return { ...answer, value: (from + (to - from) * share).toFixed(decimals) };
}

/** Milliseconds as whole numbers; null for what has no latency of its own. */
function latencyOf(system: string, check: Check): ((at: number, draw: number) => number) | null {
  if (check.kind === 'attested' || check.kind === 'dataset' || check.kind === 'derived') return null;
  // Each place has a distance of its own; a query is nearer than a page.
  const place = (seedOf(7, `${system}/${check.component}`) >>> 0) % 60;
  const base = check.kind === 'sql' ? 6 + place / 6 : 45 + place;
  return (at, draw) => {
    const busy = 1 + 0.35 * rhythm(at);
    const spike = draw > 0.985 ? 1.8 : 1;
    return Math.round(base * busy * spike * (0.9 + 0.3 * draw));
  };
}
