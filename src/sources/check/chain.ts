import type { Decimal } from '../../domain/money.ts';
import { CheckFailure, notAsked } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf } from './deadline.ts';
import { type JsonDocument, numberIn, select } from './json.ts';
import { callRpc, RpcError } from './rpc.ts';

/** The part of a check that says which chain is asked, and where. */
export interface ChainQuestion {
  readonly chain: 'evm' | 'solana';
  readonly endpoints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly network?: string | number | undefined;
  readonly timeout: string;
}

const INVALID_PARAMS = '-32602';

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
  const { result } = await callRpc({ ...question, method, params, timeout: timeoutOf(question) }, context);
  const balance = numberIn(select(result, path)[0], question.chain === 'evm');
  if (balance === null) throw notAsked('not-a-number', `${method} answered no number`);
  return balance;
}

/**
 * Whether a transaction is on the chain, finalized and successful, and holds the text `mentions` (null: any). A node
 * may have forgotten what is old, or not heard of it yet: it is missing only where no endpoint knows it.
 *
 * @throws CheckFailure where one that might know it could not be asked
 */
export async function foundOnChain(
  question: ChainQuestion,
  transaction: string,
  mentions: string | null,
  context: AskContext,
): Promise<boolean> {
  const failures: CheckFailure[] = [];
  for (const endpoint of question.endpoints) {
    try {
      const found = await foundAt({ ...question, endpoints: [endpoint] }, transaction, mentions, context);
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      failures.push(error);
    }
  }
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return false;
}

/** Null where this endpoint does not know the transaction. */
async function foundAt(
  question: ChainQuestion,
  transaction: string,
  mentions: string | null,
  context: AskContext,
): Promise<boolean | null> {
  const evm = question.chain === 'evm';
  const [method, params] = evm
    ? (['eth_getTransactionReceipt', [transaction]] as const)
    : ([
        'getTransaction',
        [transaction, { commitment: 'finalized', encoding: 'jsonParsed', maxSupportedTransactionVersion: 0 }],
      ] as const);
  try {
    const { result } = await callRpc({ ...question, method, params, timeout: timeoutOf(question) }, context);
    if (result.plain === null) return null;
    const succeeded = evm
      ? numberIn(select(result, '$.status')[0], true) === '1'
      : select(result, '$.meta.err')[0] === null;
    return succeeded && (mentions === null || holdsText(result, mentions, evm));
  } catch (error) {
    // What is not even the form of a transaction's id can not be on the chain.
    if (error instanceof RpcError && error.code === INVALID_PARAMS) return false;
    throw error;
  }
}

function holdsText(document: JsonDocument, text: string, anyCase: boolean): boolean {
  const fold = (value: string) => (anyCase ? value.toLowerCase() : value);
  return select(document, '$..*').some(
    (value) => typeof value === 'string' && fold(value).includes(fold(text)),
  );
}
