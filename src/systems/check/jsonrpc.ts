import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { gaugeSchema } from '../gauge.ts';
import { jsonConditionSchema, jsonPathSchema } from './condition.ts';
import { addressSchema, settingTextSchema } from './text.ts';

const json: z.ZodType<unknown> = z.json();

/**
 * The chain that every endpoint must be of: its id on EVM (8453, "0x2105"), the hash of its genesis on Solana. One
 * that answers for another chain was not asked.
 */
export const networkSchema = z.union([z.int().positive(), z.string().min(1)]).optional();

/**
 * Asks a JSON-RPC endpoint (EVM or Solana). Endpoints are tried in order: an answer of a later one is
 * degraded, and which one answered is told. `lag` asks `against` the same and measures by how much the
 * first is behind (hexadecimal quantities are read as numbers).
 */
export const jsonrpcSchema = z.strictObject({
  kind: z.literal('jsonrpc'),
  chain: z.enum(['evm', 'solana']),
  endpoints: z.array(addressSchema).min(1),
  network: networkSchema,
  method: z.string().min(1),
  /** Strings in it may refer to settings. */
  params: z.array(json).default([]),
  /** Conditions on `result`. */
  expect: z.array(jsonConditionSchema).min(1, expected('asked')).default([]),
  measure: z
    .union([
      z.enum(['latency', 'result']),
      z.strictObject({ lag_against: addressSchema }),
      z.strictObject({ json: jsonPathSchema }),
      /** The age in seconds of a Unix time in `result`. */
      z.strictObject({ age_of: jsonPathSchema }),
    ])
    .default('latency'),
  gauge: gaugeSchema.optional(),
  headers: z.record(z.string(), settingTextSchema).default({}),
});
