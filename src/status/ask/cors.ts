import type { IncomingHttpHeaders } from 'node:http';

interface Preflight {
  readonly method: string;
  readonly headers: readonly string[];
}

/** Methods that a browser sends without asking. https://fetch.spec.whatwg.org/#cors-safelisted-method */
const SAFE_METHODS = ['GET', 'HEAD', 'POST'];

/** What a browser sends before a request from another origin. */
export function preflightHeaders({ method, headers }: Preflight, origin: string): Record<string, string> {
  const names = headers.map((name) => name.toLowerCase()).toSorted();
  return {
    origin,
    'access-control-request-method': method,
    ...(names.length === 0 ? {} : { 'access-control-request-headers': names.join(',') }),
  };
}

/** Whether a browser at `origin` would go on. https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function corsAllows(
  answer: IncomingHttpHeaders,
  { method, headers }: Preflight,
  origin: string,
): boolean {
  const allowed = answer['access-control-allow-origin'];
  if (allowed !== '*' && allowed !== origin) return false;
  const methods = listed(answer['access-control-allow-methods']);
  if (!SAFE_METHODS.includes(method) && !methods.includes(method) && !methods.includes('*')) return false;
  const names = listed(answer['access-control-allow-headers']).map((name) => name.toLowerCase());
  return headers.every((header) => {
    const name = header.toLowerCase();
    // The wildcard does not speak for authorization.
    return names.includes(name) || (names.includes('*') && name !== 'authorization');
  });
}

function listed(header: string | undefined): string[] {
  return (header ?? '').split(',').map((item) => item.trim());
}
