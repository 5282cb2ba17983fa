import type { Decimal } from '../../core/money.ts';
import { notAsked } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf } from './deadline.ts';
import { type JsonDocument, numberIn, select } from './json.ts';
import { callRpc } from './rpc.ts';

/** The part of a check that says which chain is asked, and where. */
export interface ChainQuestion {
  readonly chain: 'evm' | 'solana';
  readonly endpoints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly network?: string | number | undefined;
  readonly timeout: string;
}

/**
 * What a method answers, asked as `callRpc` does.
 *
 * @throws CheckFailure where no endpoint answers
 */
export async function rpcResult(
  question: ChainQuestion,
  method: string,
  params: readonly unknown[],
  context: AskContext,
): Promise<JsonDocument> {
  return (await callRpc({ ...question, method, params, timeout: timeoutOf(question) }, context)).result;
}

/** What an account holds, finalized, in the chain's base unit (wei, lamports). */
export async function readBalance(
  question: ChainQuestion,
  account: string,
  context: AskContext,
): Promise<Decimal> {
  const [method, params, path] =
    question.chain === 'evm'
      ? (['eth_getBalance', [account, 'finalized'], '$'] as const)
      : (['getBalance', [account, { commitment: 'finalized' }], '$.value'] as const);
  const result = await rpcResult(question, method, params, context);
  const balance = numberIn(select(result, path)[0], question.chain === 'evm');
  if (balance === null) throw notAsked('not-a-number', `${method} answered no number`);
  return balance;
}
