import { z } from 'zod';
import { compareInstants, isoInstantSchema } from '../core/instant.ts';
import { decimalSchema } from '../core/money.ts';
import { OUTCOMES } from '../core/outcome.ts';
import { REASONS, type Run, type Sample } from './sample.ts';

const check = z.string();

/**
 * The samples of one system in one run, turned on their side: by what they say, then by check. What seldom
 * changes (which checks are up) is then the same text in every line, which is what keeps a year of runs small.
 */
const answersSchema = z.strictObject({
  /** Every check that was asked, by its outcome. */
  outcome: z.partialRecord(z.enum(OUTCOMES), z.array(check)),
  /** Latencies in whole milliseconds. */
  ms: z.record(check, z.int().nonnegative()).optional(),
  /** Measured numbers, but for those that are the latency itself: these checks stand in `value_is_ms`. */
  value: z.record(check, decimalSchema).optional(),
  value_is_ms: z.array(check).optional(),
  reason: z.record(check, z.enum(REASONS)).optional(),
  endpoint: z.record(check, z.int().positive()).optional(),
});
type Answers = z.infer<typeof answersSchema>;

/**
 * One run of the checks of all systems: a line of raw data. A system whose file was broken then has no entry,
 * and what was not asked is a gap. The order of lines is that in which they were written.
 */
export const statusRunSchema = z.strictObject({
  /** When the run began, in whole seconds. */
  at: isoInstantSchema,
  /** Dated at or before a run that was written earlier: the clock of the machine was set back. */
  clock: z.literal('set-back').optional(),
  /** The machine that asked had no network itself. */
  offline: z.literal(true).optional(),
  systems: z.record(z.string(), answersSchema),
});
export type StatusRun = z.infer<typeof statusRunSchema>;

/** Samples by check, as a line of raw data holds them. */
export function toAnswers(samples: Readonly<Record<string, Sample>>): Answers {
  const entries = Object.entries(samples);
  const outcome: Partial<Record<Sample['outcome'], string[]>> = {};
  for (const [id, sample] of entries) {
    outcome[sample.outcome] ??= [];
    outcome[sample.outcome]?.push(id);
  }
  const isLatency = ({ value, ms }: Sample) => ms !== undefined && value === String(ms);
  const having = <Value>(of: (sample: Sample) => Value | undefined) => {
    const had = entries.flatMap(([id, sample]) => {
      const value = of(sample);
      return value === undefined ? [] : [[id, value] as const];
    });
    return had.length === 0 ? undefined : Object.fromEntries(had);
  };
  const same = entries.filter(([, sample]) => isLatency(sample)).map(([id]) => id);
  const parts = {
    ms: having(({ ms }) => ms),
    value: having((sample) => (isLatency(sample) ? undefined : sample.value)),
    value_is_ms: same.length === 0 ? undefined : same,
    reason: having(({ reason }) => reason),
    endpoint: having(({ endpoint }) => endpoint),
  };
  const present = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { outcome, ...Object.fromEntries(present) };
}

/**
 * The reverse.
 *
 * @throws RangeError where the line contradicts itself: a check with two outcomes, or a latency that is not there
 */
export function toSamples(answers: Answers): Record<string, Sample> {
  const { outcome, ms, value, reason, endpoint } = answers;
  const isLatency = new Set(answers.value_is_ms);
  const samples: Record<string, Sample> = {};
  for (const name of OUTCOMES) {
    for (const id of outcome[name] ?? []) {
      if (Object.hasOwn(samples, id)) throw new RangeError(`"${id}" has two outcomes`);
      if (isLatency.has(id) && ms?.[id] === undefined) throw new RangeError(`"${id}" has no latency`);
      // A year of runs passes here: built by hand, each part having been parsed with its line.
      const sample: { -readonly [Part in keyof Sample]: Sample[Part] } = { outcome: name };
      if (ms?.[id] !== undefined) sample.ms = ms[id];
      const measured = isLatency.has(id) ? String(ms?.[id]) : value?.[id];
      if (measured !== undefined) sample.value = measured;
      if (reason?.[id] !== undefined) sample.reason = reason[id];
      if (endpoint?.[id] !== undefined) sample.endpoint = endpoint[id];
      samples[id] = sample;
    }
  }
  return samples;
}

/** The runs of one system in order of time; two of one instant in the order they were written. */
export function runsOf(lines: readonly StatusRun[], system: string): Run[] {
  return lines
    .flatMap(({ at, systems }) => {
      const answers = systems[system];
      return answers === undefined ? [] : [{ at, checks: toSamples(answers) }];
    })
    .toSorted((a, b) => compareInstants(a.at, b.at));
}
