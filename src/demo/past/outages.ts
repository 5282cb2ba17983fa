import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Sample, sampleSchema } from '../../status/sample.ts';
import { secondsOf } from '../relative-time.ts';

/** Something that went wrong in the invented past: which checks answered how, and when. */
export interface Outage {
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
