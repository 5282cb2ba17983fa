import { base58 } from '@scure/base';
import { CheckFailure } from './answer.ts';
import { type ChainQuestion, rpcResult } from './chain.ts';
import { historyGap } from './chain-history.ts';
import type { AskContext } from './context.ts';
import { type JsonDocument, numberIn, select } from './json.ts';

/** A transaction that a database names. */
export interface NamedTransaction {
  readonly id: string;
  /** The text that it must hold; null: any. */
  readonly mentions: string | null;
  /** Seconds since 1970; null where the database does not tell. */
  readonly sentAt: number | null;
}

/** Whether it is on the chain, as it should be; null where nobody can tell, and why. */
export interface Sighting {
  readonly found: boolean | null;
  readonly told?: string;
}

const SIGNATURE_BYTES = 64;

/**
 * Whether a transaction is on the chain, finalized and successful, and holds the text that it should. A node may have
 * forgotten what is old, or not heard of it yet: it is missing only where no endpoint knows it, and one of them holds
 * the chain from before it was sent until now.
 *
 * @throws CheckFailure where an endpoint that might know it could not be asked
 */
export async function findTransaction(
  question: ChainQuestion,
  transaction: NamedTransaction,
  context: AskContext,
): Promise<Sighting> {
  // What is not even the form of a transaction's id can not be on the chain.
  if (!isTransactionId(transaction.id, question.chain)) return { found: false };
  const failures: CheckFailure[] = [];
  for (const endpoint of question.endpoints) {
    try {
      const found = await foundAt(only(question, endpoint), transaction, context);
      if (found !== null) return { found };
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      failures.push(error);
    }
  }
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return missing(question, transaction, context);
}

/** What it says that no endpoint knows a transaction. */
async function missing(
  question: ChainQuestion,
  { sentAt }: NamedTransaction,
  context: AskContext,
): Promise<Sighting> {
  const gaps: string[] = [];
  for (const endpoint of question.endpoints) {
    const gap = await historyGap(only(question, endpoint), sentAt, context);
    if (gap === null) return { found: false };
    gaps.push(gap);
  }
  return { found: null, told: [...new Set(gaps)].join('; ') };
}

function only(question: ChainQuestion, endpoint: string): ChainQuestion {
  return { ...question, endpoints: [endpoint] };
}

/** A hash of 32 bytes in hexadecimal (EVM), or a signature of 64 in base58 (Solana). */
function isTransactionId(text: string, chain: ChainQuestion['chain']): boolean {
  if (chain === 'evm') return /^0x[0-9a-fA-F]{64}$/.test(text);
  return /^[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(text) && base58.decode(text).length === SIGNATURE_BYTES;
}

/** Null where this endpoint does not know the transaction. */
async function foundAt(
  question: ChainQuestion,
  { id, mentions }: NamedTransaction,
  context: AskContext,
): Promise<boolean | null> {
  const evm = question.chain === 'evm';
  const [method, params] = evm
    ? (['eth_getTransactionReceipt', [id]] as const)
    : ([
        'getTransaction',
        [id, { commitment: 'finalized', encoding: 'jsonParsed', maxSupportedTransactionVersion: 0 }],
      ] as const);
  const result = await rpcResult(question, method, params, context);
  if (result.plain === null) return null;
  const succeeded = evm
    ? numberIn(select(result, '$.status')[0], true) === '1'
    : select(result, '$.meta.err')[0] === null;
  return succeeded && (mentions === null || holdsText(result, mentions, evm));
}

function holdsText(document: JsonDocument, text: string, anyCase: boolean): boolean {
  const fold = (value: string) => (anyCase ? value.toLowerCase() : value);
  return select(document, '$..*').some(
    (value) => typeof value === 'string' && fold(value).includes(fold(text)),
  );
}
