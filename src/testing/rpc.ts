import { asking, type GivenContext } from './ask.ts';
import { parsedCheck } from './checks.ts';
import { json, startPeer } from './peer.ts';

type Methods = Readonly<Record<string, unknown>>;

/** A JSON-RPC endpoint that answers each method with its result; an Error becomes an error of its own. */
export const startRpc = (methods: Methods) =>
  startPeer((_, response, body) => {
    const { method, id } = JSON.parse(body) as { method: string; id: number };
    if (methods[method] === undefined)
      return json(response, { jsonrpc: '2.0', id, error: { code: -32601, message: 'method not found' } });
    json(response, { jsonrpc: '2.0', id, result: methods[method] });
  });
export const evm = (endpoints: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({
    kind: 'jsonrpc',
    chain: 'evm',
    endpoints,
    method: 'eth_blockNumber',
    timeout: 'PT4S',
    ...more,
  });
export const solana = (endpoints: readonly string[], more: Readonly<Record<string, unknown>>) =>
  parsedCheck({ kind: 'jsonrpc', chain: 'solana', endpoints, method: 'getSlot', timeout: 'PT4S', ...more });
export const sampleOf = async (check: ReturnType<typeof evm>, given?: GivenContext) =>
  (await asking(check, given)).sample;
