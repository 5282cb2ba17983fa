import type { IncomingHttpHeaders } from 'node:http';

/** A request as the invented services see it. */
export interface WorldRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WorldAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Service = (request: WorldRequest) => WorldAnswer;

export function json(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): WorldAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: typeof value === 'string' ? value : JSON.stringify(value),
  };
}

/** A small page, marked as invented. */
export function page(title: string, body = ''): WorldAnswer {
  const notice = 'DEMO – invented figures / DATA CONTOH';
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="id"><title>${title}</title><p>${notice}</p><h1>${title}</h1>${body}</html>`,
  };
}
