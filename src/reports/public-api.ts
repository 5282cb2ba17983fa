import { z } from 'zod';
import { parseExactJson } from '../core/exact-json.ts';
import { amountSchema, countSchema } from '../core/money.ts';
import { type Batch, batchSchema } from '../ledger/batch.ts';
import { notAsked } from '../status/ask/answer.ts';
import type { RunContext } from '../status/ask/context.ts';
import { exchange } from '../status/ask/exchange.ts';
import type { ToldBatch, ToldMetrics } from './items/data-mismatch.ts';

/** What the public API v1 says of the totals and of its newest batches. */
export interface PublicApi {
  readonly metrics: ToldMetrics;
  readonly batches: readonly ToldBatch[];
}

/** How many of the newest batches are asked for; the field clamps at 50. */
const NEWEST = 10;
const TIMEOUT = 10_000;

const envelope = z.object({ ok: z.literal(true), version: z.literal('v1'), data: z.unknown() });

/** The field's names; money as numbers or as strings, both read as the text they were. What is lacking is absent. */
const metricsSchema = z
  .object({
    total_revenue: amountSchema,
    verified_revenue: amountSchema,
    distributed_revenue: amountSchema,
    tx_total: countSchema,
    tx_verified: countSchema,
    tx_distributed: countSchema,
    distributed: z
      .object({ referral: amountSchema, treasury: amountSchema, buyback: amountSchema })
      .partial()
      .nullish(),
  })
  .partial()
  .transform(({ distributed, ...rest }): ToldMetrics => defined({ ...rest, ...distributed }));

const COLUMNS = Object.keys(batchSchema.shape) as (keyof Batch)[];
const batchesSchema = z.array(
  z.looseObject({ id: z.guid() }).transform((row): ToldBatch => {
    const told = COLUMNS.flatMap((column) => (column in row ? [[column, textOf(row[column])] as const] : []));
    return { ...Object.fromEntries(told), id: row.id };
  }),
);

/**
 * Asks the public API at `base` (up to and including `/public/v1`). GET alone: the field answers HEAD with 405.
 *
 * @throws CheckFailure when it does not answer, or not as API v1 does
 */
export async function readPublicApi(base: string, context: RunContext): Promise<PublicApi> {
  const metrics = await dataOf(`${base}/metrics`, metricsSchema, context);
  const batches = await dataOf(`${base}/batches?limit=${NEWEST}`, batchesSchema, context);
  return { metrics, batches };
}

async function dataOf<T>(url: string, schema: z.ZodType<T>, context: RunContext): Promise<T> {
  const request = { method: 'GET', url, headers: { accept: 'application/json' }, timeout: TIMEOUT };
  const { status, body, unread } = await exchange(request, context);
  if (status !== 200) throw notAsked('unexpected-status', `the API answered ${status}`);
  if (unread !== null) throw notAsked('unreadable', unread);
  const answer = envelope.safeParse(exactJson(body));
  const parsed = schema.safeParse(answer.data?.data);
  if (!parsed.success) throw notAsked('unreadable', "the API's answer is not of version 1");
  return parsed.data;
}

function exactJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined; // Not JSON, so not an answer of the API either.
  }
}

/** Numbers came as their own digits; anything but text and null is no value of a batch. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function defined<Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  const present = Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(present);
}
