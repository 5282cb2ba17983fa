import { z } from 'zod';
import { expected } from '../core/fault.ts';
import { isoInstantSchema } from '../core/instant.ts';
import { decimalSchema } from '../core/money.ts';
import { UNITS } from './gauge.ts';

const observed = z.iso.datetime({ offset: true });

/** What an operator's job found out itself, with until when it vouches for it. */
const attestedResultSchema = z.strictObject({
  name: z.string().min(1),
  result: z.enum(['passed', 'failed']),
  /** A measured number as decimal text, for a gauge. */
  value: decimalSchema.optional(),
  /** The unit of that number: where it is said, it must be the gauge's (a share of 0.81 is not 81 %). */
  unit: z.enum(UNITS).optional(),
  /** Counts by a code, such as errors by domain error: a label is never a name or an address. */
  counts: z
    .array(z.strictObject({ label: z.string().regex(/^[A-Za-z0-9_ .-]{1,60}$/), count: decimalSchema }))
    .optional(),
  observed_at: observed,
  valid_until: observed,
});

/** Something the operator did to the system, for the timeline (COI-11). */
export const attestedEventSchema = z.strictObject({
  kind: z.enum(['deployment', 'rollback', 'rotation']),
  at: observed,
  component: z.string().min(1),
  /** A version, or in words which secret was rotated: never its name as a setting, never a value. */
  subject: z.string().min(1).max(80),
});
export type AttestedEvent = z.infer<typeof attestedEventSchema>;

function namesNoSetting({ kind, subject }: AttestedEvent): boolean {
  return kind !== 'rotation' || !/[A-Z0-9]_[A-Z0-9]/.test(subject);
}

/** The document, small and public in content: names, results and times, no secret and no person. */
export const attestationSchema = z.strictObject({
  format: z.literal('terang/attestation/1'),
  system: z.string().min(1),
  results: z.array(attestedResultSchema),
  events: z.array(attestedEventSchema.refine(namesNoSetting, expected('no-setting'))).default([]),
  written_at: isoInstantSchema.optional(),
});
export type Attestation = z.infer<typeof attestationSchema>;
