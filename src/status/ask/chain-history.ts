import { toSeconds } from '../../core/instant.ts';
import { CheckFailure, notAsked } from './answer.ts';
import { type ChainQuestion, rpcResult } from './chain.ts';
import type { AskContext } from './context.ts';
import { numberIn, select } from './json.ts';

/** A database may note a transaction well after it was sent. */
const NOTED_LATE = 24 * 3600;
/** A node whose newest block is older has not heard of the newest transactions. */
const BEHIND = 300;
/** Over how many blocks the time between two is measured. */
const STRETCH = 1_000;

/**
 * Why it says nothing that an endpoint does not know a transaction: nodes prune, and a pruned transaction is answered
 * like one that never was. Null where the endpoint is up to date and holds the chain since before it was sent.
 *
 * @param sentAt seconds since 1970; null where the database does not tell
 */
export async function historyGap(
  question: ChainQuestion,
  sentAt: number | null,
  context: AskContext,
): Promise<string | null> {
  try {
    return await (question.chain === 'evm' ? evmGap : solanaGap)(question, sentAt, context);
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    return `how far back the node's history goes could not be asked (${error.reason})`;
  }
}

type Gap = typeof historyGap;

const NO_TIME = 'the rows do not tell when it was sent (sent_at)';
const behind = (newest: number, { now }: AskContext) =>
  toSeconds(now()) - newest > BEHIND ? "the node's newest block is old" : null;

/** Solana: the node says where its history begins. */
const solanaGap: Gap = async (question, sentAt, context) => {
  const ask = (method: string, params: readonly unknown[]) => whole(question, method, params, context);
  const first = await ask('getFirstAvailableBlock', []);
  const newest = await ask('getSlot', [{ commitment: 'finalized' }]);
  const gap = behind(await ask('getBlockTime', [newest]), context);
  if (gap !== null || first === 0) return gap;
  if (sentAt === null) return NO_TIME;
  return (await ask('getBlockTime', [first])) > sentAt - NOTED_LATE
    ? "the node's history does not begin before it"
    : null;
};

/** EVM: no method says where receipts begin, so the node is asked for one of a block from before. */
const evmGap: Gap = async (question, sentAt, context) => {
  const block = (number: number) => readBlock(question, `0x${number.toString(16)}`, context);
  const newest = await readBlock(question, 'latest', context);
  if (newest === null) return 'the node has no newest block';
  const gap = behind(newest.time, context);
  if (gap !== null) return gap;
  if (sentAt === null) return NO_TIME;
  const goal = sentAt - NOTED_LATE;
  const near = await block(Math.max(newest.number - STRETCH, 0));
  const older = near === null ? null : await block(heightBefore(goal, newest, near));
  if (older === null) return "the node's history does not reach back to it";
  const [known] = older.transactions;
  if (older.time > goal || typeof known !== 'string') return 'no block from before it was found';
  const receipt = await rpcResult(question, 'eth_getTransactionReceipt', [known], context);
  return receipt.plain === null ? 'the node has forgotten transactions from before it' : null;
};

interface Block {
  readonly number: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly transactions: readonly unknown[];
}

/** A height well before a time, going by the pace of the newest blocks. */
function heightBefore(time: number, newest: Block, near: Block): number {
  const pace = (newest.number - near.number) / Math.max(newest.time - near.time, 1);
  return Math.max(newest.number - Math.ceil((newest.time - time) * pace * 1.1), 0);
}

async function readBlock(question: ChainQuestion, tag: string, context: AskContext): Promise<Block | null> {
  const result = await rpcResult(question, 'eth_getBlockByNumber', [tag, false], context);
  if (result.plain === null) return null;
  const quantity = (path: string) => toNumber(select(result, path)[0], true);
  return {
    number: quantity('$.number'),
    time: quantity('$.timestamp'),
    transactions: select(result, '$.transactions[*]'),
  };
}

async function whole(
  question: ChainQuestion,
  method: string,
  params: readonly unknown[],
  context: AskContext,
): Promise<number> {
  return toNumber(select(await rpcResult(question, method, params, context), '$')[0], false);
}

function toNumber(value: unknown, hexadecimal: boolean): number {
  const number = Number(numberIn(value, hexadecimal) ?? Number.NaN);
  if (!Number.isSafeInteger(number)) throw notAsked('not-a-number');
  return number;
}
