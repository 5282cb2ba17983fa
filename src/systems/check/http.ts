import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { gaugeSchema } from '../gauge.ts';
import { jsonConditionSchema, jsonPathSchema } from './condition.ts';
import { addressSchema, settingTextSchema } from './text.ts';

const expectationSchema = z.strictObject({
  status: z.array(z.int().min(100).max(599)).min(1).default([200]),
  body_includes: z.array(z.string().min(1)).min(1, expected('asked')).default([]),
  body_excludes: z.array(z.string().min(1)).min(1, expected('asked')).default([]),
  headers_present: z.array(z.string().min(1)).min(1, expected('asked')).default([]),
  json: z.array(jsonConditionSchema).min(1, expected('asked')).default([]),
  /** Says that an answer of any content passes: the page tells its readers that nothing more is looked at. */
  only: z.literal('reachability').optional(),
  /** Makes the request a CORS preflight; the answer must allow this origin, method and these headers. */
  cors: z
    .strictObject({
      origin: settingTextSchema,
      method: z.string().default('GET'),
      headers: z.array(z.string()).default([]),
    })
    .optional(),
});

/** Asks an HTTP server and looks at the answer. A refusal can be what is expected (`status: [401, 403]`). */
export const httpSchema = z.strictObject({
  kind: z.literal('http'),
  request: z.strictObject({
    url: addressSchema,
    method: z.enum(['GET', 'POST', 'OPTIONS']).default('GET'),
    headers: z.record(z.string(), settingTextSchema).default({}),
    body: settingTextSchema.optional(),
  }),
  expect: expectationSchema.prefault({}),
  /** Where the answer says when it was made: one that is older than the cadence is no answer of now. */
  answered_at: jsonPathSchema.optional(),
  /**
   * What is right instead while another check of the system is down: a limiter that fails closed turns
   * requests away while its database is dead, and letting them through would be the fault.
   */
  instead: z
    .strictObject({ while_down: z.string().min(1), status: z.array(z.int().min(100).max(599)).min(1) })
    .optional(),
  /** What the gauge measures: the latency in ms, a number in the answer, or the age in seconds of a time in it. */
  measure: z
    .union([
      z.literal('latency'),
      z.strictObject({ json: jsonPathSchema }),
      /** ISO 8601 with an offset, or Unix seconds. */
      z.strictObject({ age_of: jsonPathSchema }),
    ])
    .default('latency'),
  gauge: gaugeSchema.optional(),
});
