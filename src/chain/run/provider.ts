import { base58 } from '@scure/base';
import { z } from 'zod';
import { canonicalJson, type Json } from '../../core/canonical.ts';
import type { IsoInstant } from '../../core/instant.ts';
import type { Count } from '../../core/money.ts';
import { fromBase64 } from '../../log/wire.ts';
import { CheckFailure, notAsked } from '../../status/ask/answer.ts';
import type { AskContext } from '../../status/ask/context.ts';
import { type JsonDocument, numberIn, select } from '../../status/ask/json.ts';
import { callRpc } from '../../status/ask/rpc.ts';
import type { AnchorDoubt } from '../anchor.ts';
import type { Balance } from '../chain-folder.ts';
import { batchHashIn, lookAlikes, type MemoText, memosIn } from '../memo.ts';
import { parseRootMemo } from '../root-memo.ts';
import { MAIN_NETWORK } from '../sighting.ts';
import { parseTransaction, WireError } from '../solana-transaction.ts';

export type Asking = Omit<AskContext, 'sqlFile' | 'published' | 'samples'>;

/** What one provider tells of a finalized transaction. */
export interface Told {
  readonly slot: Count;
  readonly block_time: IsoInstant | null;
  readonly err: string | null;
  readonly inner: readonly MemoText[];
  readonly wire: string;
}

/** A transaction of an account, as a list of them tells it. */
export interface Listed {
  readonly signature: string;
  readonly block_time: IsoInstant | null;
  /** Whether its memo names a batch, or the root of a log, and it succeeded. */
  readonly anchors: boolean;
}

/** Milliseconds for one question. */
const TIMEOUT = 10_000;
/** The most that a list may hold at once. */
const PAGE = 1_000;

/** Whole seconds since 1970, before the year 2100: what else a provider says is no time of a block. */
const blockTimeSchema = z.int().min(0).max(4_102_444_800);

const transactionSchema = z.object({
  slot: z.int().nonnegative(),
  blockTime: blockTimeSchema.nullish(),
  transaction: z.tuple([z.string(), z.literal('base64')]),
  meta: z.object({
    err: z.json(),
    innerInstructions: z
      .array(z.object({ instructions: z.array(z.object({ programIdIndex: z.int(), data: z.string() })) }))
      .nullish(),
    loadedAddresses: z.object({ writable: z.array(z.string()), readonly: z.array(z.string()) }).nullish(),
  }),
});

const listSchema = z.array(
  z.object({
    signature: z.string(),
    err: z.json(),
    memo: z.string().nullish(),
    blockTime: blockTimeSchema.nullish(),
  }),
);

/**
 * What a provider tells of a transaction (`getTransaction`, finalized); null where it does not know it.
 *
 * @throws CheckFailure
 */
export async function tellTransaction(
  endpoint: string,
  signature: string,
  context: Asking,
): Promise<Told | null> {
  const result = await ask(
    endpoint,
    'getTransaction',
    [signature, { commitment: 'finalized', encoding: 'base64', maxSupportedTransactionVersion: 0 }],
    context,
  );
  if (result.plain === null) return null;
  const { slot, blockTime, meta, transaction } = shaped(transactionSchema, result);
  const [wire] = transaction;
  return {
    slot: String(slot),
    block_time: instantOf(blockTime),
    err: meta.err === null ? null : canonicalJson(meta.err as Json),
    inner: innerTexts(wire, meta),
    wire,
  };
}

/**
 * The transactions that name an account, newest first, down to `until` (`getSignaturesForAddress`, finalized): at most
 * `pages` answers of a thousand. `complete`: none was left out.
 *
 * @throws CheckFailure
 */
export async function listTransactions(
  endpoint: string,
  { address, until, pages }: { address: string; until: string | null; pages: number },
  context: Asking,
): Promise<{ readonly listed: readonly Listed[]; readonly complete: boolean }> {
  const listed: Listed[] = [];
  for (let page = 0; page < pages; page += 1) {
    const before = listed.at(-1)?.signature;
    const options = {
      commitment: 'finalized',
      limit: PAGE,
      ...(before && { before }),
      ...(until && { until }),
    };
    const result = await ask(endpoint, 'getSignaturesForAddress', [address, options], context);
    const rows = shaped(listSchema, result);
    for (const { signature, err, memo, blockTime } of rows)
      listed.push({
        signature,
        block_time: instantOf(blockTime),
        anchors: err === null && isAnchoring(memo ?? ''),
      });
    if (rows.length < PAGE) return { listed, complete: true };
  }
  return { listed, complete: false };
}

/** What an account holds, finalized, and when the block of that slot was made. @throws CheckFailure */
export async function tellBalance(
  endpoint: string,
  address: string,
  context: Asking,
): Promise<Balance['told'][number]> {
  const result = await ask(endpoint, 'getBalance', [address, { commitment: 'finalized' }], context);
  const [slot, lamports] = ['$.context.slot', '$.value'].map((path) => numberIn(select(result, path)[0]));
  if (slot == null || lamports == null) throw notAsked('not-a-number', 'getBalance answered no number');
  const time = await ask(endpoint, 'getBlockTime', [Number(slot)], context).then(
    ({ plain }) => instantOf(blockTimeSchema.nullable().catch(null).parse(plain)),
    (error: unknown) => {
      if (error instanceof CheckFailure) return null; // The balance is told all the same.
      throw error;
    },
  );
  return { slot, time, lamports };
}

/** What a failure to ask says of a transaction. */
export function doubtOf({ reason }: CheckFailure): AnchorDoubt {
  if (reason === 'other-network') return 'other-network';
  return reason === 'unreadable' ? 'unreadable' : 'no-answer';
}

async function ask(
  endpoint: string,
  method: string,
  params: readonly unknown[],
  context: Asking,
): Promise<JsonDocument> {
  const question = { chain: 'solana', endpoints: [endpoint], headers: {}, network: MAIN_NETWORK } as const;
  return (await callRpc({ ...question, method, params, timeout: TIMEOUT }, context)).result;
}

function shaped<T>(schema: z.ZodType<T>, { plain }: JsonDocument): T {
  const parsed = schema.safeParse(plain);
  if (!parsed.success) throw notAsked('unreadable', z.prettifyError(parsed.error));
  return parsed.data;
}

function instantOf(seconds: number | null | undefined): IsoInstant | null {
  if (seconds == null) return null;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** A list of transactions gives memos as `[length] text`, several with a semicolon between. */
function isAnchoring(memo: string): boolean {
  const texts = memo.split('; ').map((one) => one.replace(/^\[\d+\] /, ''));
  return texts.some((text) => batchHashIn(text) !== null || parseRootMemo(text) !== null);
}

/** Texts in calls that other programs made: of memo programs, and of what looks like one. */
function innerTexts(
  wire: string,
  { innerInstructions, loadedAddresses }: z.infer<typeof transactionSchema>['meta'],
): MemoText[] {
  const accounts = [
    ...accountsIn(wire),
    ...(loadedAddresses?.writable ?? []),
    ...(loadedAddresses?.readonly ?? []),
  ];
  const calls = (innerInstructions ?? []).flatMap(({ instructions }) =>
    instructions.map(({ programIdIndex, data }) => {
      const program = accounts[programIdIndex];
      if (program === undefined || !/^[1-9A-HJ-NP-Za-km-z]*$/.test(data))
        throw notAsked('unreadable', 'a call that another program made can not be read');
      return { program, data: base58.decode(data) };
    }),
  );
  return [...memosIn(calls), ...lookAlikes(calls)];
}

function accountsIn(wire: string): readonly string[] {
  try {
    return parseTransaction(fromBase64(wire) ?? new Uint8Array()).accounts;
  } catch (error) {
    if (error instanceof WireError) throw notAsked('unreadable', error.message);
    throw error;
  }
}
