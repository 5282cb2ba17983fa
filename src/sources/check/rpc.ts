import { CheckFailure } from './answer.ts';
import type { Exchange, RunContext } from './context.ts';
import { exchange } from './exchange.ts';
import { type JsonDocument, member, numberIn, readJson, select } from './json.ts';
import { filledIn, filledInHeaders } from './settings.ts';

export interface RpcQuestion {
  /** Addresses in the order in which they are tried; settings not yet filled in. */
  readonly endpoints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly params: unknown;
  /** Milliseconds for all endpoints together: each gets its part, so that one that hangs leaves time for the next. */
  readonly timeout: number;
}

export interface RpcAnswer {
  readonly result: JsonDocument;
  /** Which endpoint answered, counted from 1. */
  readonly endpoint: number;
  readonly ms: number;
}

/** An error that the endpoint itself answered with. */
export class RpcError extends CheckFailure {
  /** As in the JSON-RPC specification: −32602 is "invalid params". */
  readonly code: string | null;
  constructor(code: string | null, ms: number) {
    super({ outcome: 'down', reason: 'rpc-error', ms, told: `error ${code ?? 'without a code'}` });
    this.code = code;
  }
}

/**
 * Asks the first endpoint, and the next where one fails: on the way, with an error of its own, or with what is
 * no JSON-RPC answer. An answer that is merely not as hoped for is an answer.
 *
 * @throws CheckFailure the first endpoint's; `unknown` where any endpoint could not be asked
 */
export async function callRpc(question: RpcQuestion, context: RunContext): Promise<RpcAnswer> {
  const failures: CheckFailure[] = [];
  for (const [index, endpoint] of question.endpoints.entries()) {
    try {
      return await callEndpoint(question, endpoint, index + 1, context);
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      failures.push(error);
    }
  }
  const decisive = failures.find(({ outcome }) => outcome === 'unknown') ?? failures[0];
  if (decisive === undefined) throw new TypeError('a question without endpoints');
  throw decisive;
}

async function callEndpoint(
  { endpoints, headers, method, params, timeout }: RpcQuestion,
  endpoint: string,
  number: number,
  context: RunContext,
): Promise<RpcAnswer> {
  const answer = await exchange(
    {
      method: 'POST',
      url: filledIn(endpoint, context),
      headers: { 'content-type': 'application/json', ...filledInHeaders(headers, context) },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      timeout: Math.floor(timeout / endpoints.length),
    },
    context,
  );
  return { result: resultOf(answer), endpoint: number, ms: answer.ms };
}

function resultOf({ body, cut, status, ms }: Exchange): JsonDocument {
  const document = cut ? null : readJson(body);
  const error = document === null ? null : member(document, 'error');
  if (document !== null && error !== null && error.plain !== null)
    throw new RpcError(numberIn(select(error, '$.code')[0]), ms);
  if (status !== 200) throw new CheckFailure({ outcome: 'down', reason: 'unexpected-status', ms });
  const result = document === null ? null : member(document, 'result');
  if (result === null) throw new CheckFailure({ outcome: 'down', reason: 'unexpected-json', ms });
  return result;
}
