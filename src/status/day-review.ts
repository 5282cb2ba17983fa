import { canonicalJson, type Json } from '../core/canonical.ts';
import { dayOf } from '../core/instant.ts';
import { NO_SECONDS } from '../core/uptime.ts';
import type { CheckDefinition } from './check-definition.ts';
import { rollUp } from './rollup.ts';
import type { StatusDay } from './status-manifest.ts';
import { runsOf, type StatusRun } from './status-run.ts';

/** A published day of a component that is not what its raw samples give. */
export interface ContradictedDay {
  readonly day: string;
  readonly system: string;
  readonly component: string;
}

/** What a published day is held against. */
export interface RawDay {
  readonly day: string;
  /** All runs of this UTC day, the one before and the one after. */
  readonly lines: readonly StatusRun[];
  readonly definitions: readonly CheckDefinition[];
  /** SHA-256 of the raw file of this day. */
  readonly raw_sha256: string;
}

/**
 * The components of `day` whose published figures are not what the raw samples give, of the systems that have figures
 * on it or were asked on it: one that says otherwise, one that is left out, and one that rests on nothing.
 */
export function contradictedOn(
  published: readonly StatusDay[],
  { day, lines, definitions, raw_sha256 }: RawDay,
): ContradictedDay[] {
  const said = Map.groupBy(
    published.filter((line) => line.day === day),
    ({ system }) => system,
  );
  const asked = lines.filter(({ at }) => dayOf(at) === day).flatMap(({ systems }) => Object.keys(systems));
  return [...new Set([...said.keys(), ...asked])].flatMap((system) => {
    const own = said.get(system) ?? [];
    const made = rollUp({ system, day, runs: runsOf(lines, system), definitions, raw_sha256 });
    const textOf = (list: readonly StatusDay[], component: string) =>
      list.filter((line) => line.component === component).map((line) => canonicalJson(line as Json));
    return [...new Set([...own, ...made].map(({ component }) => component))]
      .filter((component) => textOf(own, component).join() !== textOf(made, component).join())
      .map((component) => ({ day, system, component }));
  });
}

/** The days whose figures name other raw samples than those that are kept of the day (`rawOf`: their SHA-256). */
export function restingElsewhere(
  published: readonly StatusDay[],
  rawOf: (day: string) => string,
): ContradictedDay[] {
  return published
    .filter((line) => line.raw_sha256 !== rawOf(line.day))
    .map(({ day, system, component }) => ({ day, system, component }));
}

/** Seconds of a UTC day. */
const DAY = 86_400;

/** The days, all of them over, as they may be shown: of one that is contradicted nothing is known. */
export function withoutContradicted(
  published: readonly StatusDay[],
  contradicted: readonly ContradictedDay[],
): StatusDay[] {
  const keys = new Set(contradicted.map(keyOf));
  return published.map((line) => {
    if (!keys.has(keyOf(line))) return line;
    const { day, system, component, raw_sha256 } = line;
    return { day, system, component, ...NO_SECONDS, unknown: DAY, raw_sha256 };
  });
}

function keyOf({ day, system, component }: ContradictedDay): string {
  return `${day} ${system} ${component}`;
}
