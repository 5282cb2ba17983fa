import { json, type Service } from './server.ts';

/** The answer to one method; undefined for a method that the peer does not know. */
export type Method = (params: readonly unknown[]) => unknown;

const METHOD_NOT_FOUND = -32601;
const INVALID_REQUEST = -32600;

/** A JSON-RPC 2.0 peer over HTTP: single requests and batches. */
export function jsonRpcPeer(methods: Readonly<Record<string, Method>>): Service {
  const answer = (request: unknown) => {
    if (request === null || typeof request !== 'object' || !('method' in request))
      return failure(null, INVALID_REQUEST, 'Invalid request');
    const id = 'id' in request ? request.id : null;
    const params = 'params' in request && Array.isArray(request.params) ? request.params : [];
    const method = methods[String(request.method)];
    if (method === undefined)
      return failure(id, METHOD_NOT_FOUND, `the method ${String(request.method)} does not exist`);
    return { jsonrpc: '2.0', id, result: method(params) };
  };
  return ({ method, body }) => {
    if (method !== 'POST') return json({ error: 'POST only' }, 405);
    const request: unknown = JSON.parse(body);
    return json(Array.isArray(request) ? request.map(answer) : answer(request));
  };
}

function failure(id: unknown, code: number, message: string) {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
