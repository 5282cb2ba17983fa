import { CheckFailure, notAsked } from './answer.ts';
import type { AskContext, Exchange } from './context.ts';
import { exchange } from './exchange.ts';
import { rejection, staleness } from './freshness.ts';
import { type JsonDocument, member, numberIn, readJson, select } from './json.ts';
import { filledIn, filledInHeaders } from './settings.ts';

type Asking = Omit<AskContext, 'sqlFile' | 'published' | 'samples'>;

export interface RpcQuestion {
  readonly chain: 'evm' | 'solana';
  /** Addresses in the order in which they are tried; settings not yet filled in. */
  readonly endpoints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** The chain that an endpoint must be of to be believed; see `networkSchema`. */
  readonly network?: string | number | undefined;
  readonly method: string;
  readonly params: unknown;
  /** Milliseconds for all endpoints together: each gets its part, so that one that hangs leaves time for the next. */
  readonly timeout: number;
}

const ID = 1;
/** "Limit exceeded" (EIP-1474); Solana's nodes say with the same number that they are behind. */
const LIMIT_EXCEEDED = '-32005';

export interface RpcAnswer {
  readonly result: JsonDocument;
  /** Which endpoint answered, counted from 1. */
  readonly endpoint: number;
  /** Why one before it could not be asked: then nobody knows whether it would have answered. */
  readonly notAsked: CheckFailure | null;
  readonly ms: number;
}

/**
 * Asks the first endpoint, and the next where one fails: on the way, with an error of its own, or with what is
 * no JSON-RPC answer. An answer that is merely not as hoped for is an answer.
 *
 * @throws CheckFailure the first endpoint's; `unknown` where any endpoint could not be asked
 */
export async function callRpc(question: RpcQuestion, context: Asking): Promise<RpcAnswer> {
  const failures: CheckFailure[] = [];
  for (const [index, endpoint] of question.endpoints.entries()) {
    try {
      const answer = await callOnNetwork(question, endpoint, context);
      return { ...answer, endpoint: index + 1, notAsked: unknownAmong(failures) };
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      failures.push(error);
    }
  }
  const decisive = unknownAmong(failures) ?? failures[0];
  if (decisive === undefined) throw new TypeError('a question without endpoints');
  throw decisive;
}

function unknownAmong(failures: readonly CheckFailure[]): CheckFailure | null {
  return failures.find(({ outcome }) => outcome === 'unknown') ?? null;
}

type EndpointAnswer = Pick<RpcAnswer, 'result' | 'ms'>;

/** Asks one endpoint, and at the same time of which chain it is (once a run, however many questions there are). */
async function callOnNetwork(
  question: RpcQuestion,
  endpoint: string,
  context: Asking,
): Promise<EndpointAnswer> {
  const { network, chain } = question;
  if (network === undefined) return callEndpoint(question, endpoint, context);
  const method = chain === 'evm' ? 'eth_chainId' : 'getGenesisHash';
  const asked = callEndpoint(question, endpoint, context);
  asked.catch(() => undefined); // Whatever it says counts for nothing before the chain is known.
  const { result } = await callEndpoint({ ...question, method, params: [] }, endpoint, context).catch(
    async (error) => {
      if (!(error instanceof CheckFailure) || error.outcome !== 'down') throw error;
      await asked; // What it did not answer either is its outage; the chain alone is only not told.
      throw notAsked('unreadable', `${method} was not answered, so it can not be told whose chain this is`);
    },
  );
  if (!isNetwork(result.exact, network, chain))
    throw notAsked('other-network', `${method} names another chain than ${network}`);
  return asked;
}

function isNetwork(told: unknown, network: string | number, chain: RpcQuestion['chain']): boolean {
  if (chain === 'solana') return told === network;
  const id = numberIn(told, true);
  return id !== null && id === numberIn(String(network), true);
}

async function callEndpoint(
  { chain, endpoints, headers, method, params, timeout }: RpcQuestion,
  endpoint: string,
  context: Asking,
): Promise<EndpointAnswer> {
  const answer = await exchange(
    {
      method: 'POST',
      url: filledIn(endpoint, context),
      headers: { 'content-type': 'application/json', ...filledInHeaders(headers, context) },
      body: JSON.stringify({ jsonrpc: '2.0', id: ID, method, params }),
      timeout: Math.floor(timeout / endpoints.length),
    },
    context,
  );
  const silence = staleness(answer, context) ?? rejection(answer);
  if (silence !== null) throw silence;
  return { result: resultOf(answer, chain), ms: answer.ms };
}

function resultOf({ body, unread, status, ms }: Exchange, chain: RpcQuestion['chain']): JsonDocument {
  if (unread !== null) throw notAsked('unreadable', unread);
  const document = readJson(body);
  const error = document === null ? null : member(document, 'error');
  const failed = error !== null && error.plain !== null;
  const result = document === null ? null : member(document, 'result');
  if (document !== null && (failed || result !== null) && !isOurs(document, failed))
    throw notAsked('foreign-answer', 'its id is not that of the request');
  if (failed) throw rpcFailure(error, chain, ms);
  if (status !== 200) throw new CheckFailure({ outcome: 'down', reason: 'unexpected-status', ms });
  if (result === null) throw new CheckFailure({ outcome: 'down', reason: 'unexpected-json', ms });
  return result;
}

/** Whether an answer is to our request. An error may leave the id out, where the request could not even be read. */
function isOurs(document: JsonDocument, failed: boolean): boolean {
  const id = member(document, 'id');
  if (failed && (id === null || id.plain === null)) return true;
  return id !== null && numberIn(id.exact) === String(ID); // Some write it as text.
}

function rpcFailure(error: JsonDocument, chain: RpcQuestion['chain'], ms: number): CheckFailure {
  const code = numberIn(select(error, '$.code')[0]);
  const message = String(select(error, '$.message')[0] ?? '');
  const limited =
    code === '429' ||
    (code === LIMIT_EXCEEDED && chain === 'evm') ||
    /rate.?limit|too many requests|request limit/i.test(message);
  return limited
    ? notAsked('turned-away', `too many requests (error ${code ?? 'without a code'})`)
    : new CheckFailure({
        outcome: 'down',
        reason: 'rpc-error',
        ms,
        told: `error ${code ?? 'without a code'}`,
      });
}
