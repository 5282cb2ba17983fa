import { z } from 'zod';
import { compareInstants, isoInstantSchema } from './instant.ts';
import { type Run, sampleSchema } from './sample.ts';

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
  /** Samples by system and check. */
  systems: z.record(z.string(), z.record(z.string(), sampleSchema)),
});
export type StatusRun = z.infer<typeof statusRunSchema>;

/** The runs of one system in order of time; two of one instant in the order they were written. */
export function runsOf(lines: readonly StatusRun[], system: string): Run[] {
  return lines
    .flatMap(({ at, systems }) => {
      const checks = systems[system];
      return checks === undefined ? [] : [{ at, checks }];
    })
    .toSorted((a, b) => compareInstants(a.at, b.at));
}
