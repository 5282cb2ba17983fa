import { compareInstants, durationSeconds, type IsoInstant } from '../core/instant.ts';
import type { System } from '../systems/system.ts';
import type { CheckDefinition } from './check-definition.ts';
import { type AskedQuestions, askedSince, questionsOf } from './check-question.ts';
import type { Run } from './sample.ts';
import { runsOf, type StatusRun } from './status-run.ts';

/** What the runs of the checks left, of all systems. */
export interface CheckedStatus {
  readonly lines: readonly StatusRun[];
  readonly definitions: readonly CheckDefinition[];
  /** By system, what its checks asked last. */
  readonly systems: Readonly<Record<string, { readonly questions?: AskedQuestions | undefined }>>;
}

export const NOTHING_CHECKED: CheckedStatus = { lines: [], definitions: [], systems: {} };

/** The answers that count for a system as its file describes it today. */
export interface KnownAnswers {
  /** In order of time, none after `now`; an answer to another question than today's is left out. */
  readonly runs: readonly Run[];
  /** The cadence in seconds that was promised when the runs were made: for so long, and half as long again, they vouch. */
  readonly every: number;
  /** Checks that were not asked since their question changed. */
  readonly unasked: ReadonlySet<string>;
  /** Checks that runs asked and the system no longer has, in the order of their ids. */
  readonly removed: readonly string[];
}

/**
 * What is known of the checks of a system at `now`, for whoever speaks of their state: pages, reports and notes. Only
 * answers to the present question count, by the cadence at which they were asked. `textOf` reads the system's files of
 * SQL; null where there is none.
 */
export function knownAnswers(
  system: System,
  textOf: (file: string) => string | null,
  { lines, definitions, systems }: CheckedStatus,
  now: IsoInstant,
): KnownAnswers {
  const own = definitions.filter((one) => one.system === system.id && compareInstants(one.from, now) <= 0);
  const since = askedSince(questionsOf(system, textOf), systems[system.id]?.questions);
  const counts = (check: string, at: IsoInstant): boolean => {
    if (since === undefined) return true;
    const from = since[check] ?? null;
    return from !== null && compareInstants(at, from) >= 0;
  };
  const ids = new Set(system.checks.map(({ id }) => id));
  return {
    runs: runsOf(lines, system.id)
      .filter(({ at }) => compareInstants(at, now) <= 0)
      .map(({ at, checks }) => ({
        at,
        checks: Object.fromEntries(Object.entries(checks).filter(([id]) => ids.has(id) && counts(id, at))),
      })),
    every: own.at(-1)?.every ?? durationSeconds(system.checked_every),
    unasked: new Set([...ids].filter((id) => since !== undefined && (since[id] ?? null) === null)),
    removed: [...new Set(own.flatMap(({ checks }) => Object.keys(checks)))]
      .filter((id) => !ids.has(id))
      .toSorted(),
  };
}
