import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { TcpNetConnectOpts } from 'node:net';
import pRetry from 'p-retry';
import { TransportFailure } from './answer.ts';
import { readBody } from './body.ts';
import type { Exchange, RunContext } from './context.ts';
import { withDeadline } from './deadline.ts';
import { toCheckFailure } from './transport.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Node's own bound is 16 KiB, which a long content security policy or many cookies pass. */
const MOST_HEADER_BYTES = 256 * 1024;
/** The part of a check's timeout that connecting may take, so that there is time to try once more. */
const CONNECTING = 0.4;
/** How long one of a host's several addresses may take before the next is tried. */
const ADDRESS_ATTEMPT = 2_000;
const BACK_OFF = 250;
const ASKED_WITH = {
  'user-agent': 'terang',
  accept: '*/*',
  // Not packed, so that a body is as long as it says; what comes packed all the same is unpacked.
  'accept-encoding': 'identity',
  // What a cache kept answers for another time than now.
  'cache-control': 'no-cache',
  pragma: 'no-cache',
};

/**
 * Sends a request, once more after a pause when it failed on the way and no answer had begun. Redirects are not
 * followed. A request that was made in this run already is not made again: both get the one answer.
 *
 * @throws CheckFailure when there is no answer to judge
 */
export function exchange(request: HttpRequest, context: RunContext): Promise<Exchange> {
  const { method, url, headers, body = '', timeout } = request;
  const key = JSON.stringify([method, url, Object.entries(headers).toSorted(), body, timeout]);
  const known = context.exchanges.get(key);
  if (known !== undefined) return known;
  const made = context.slot(() =>
    withDeadline(timeout, context, (signal) =>
      pRetry(() => send(request, signal, context.trust), {
        retries: 1,
        minTimeout: BACK_OFF,
        randomize: true,
        signal,
        shouldRetry: ({ error }) => error instanceof TransportFailure && error.again,
      }),
    ),
  );
  context.exchanges.set(key, made);
  return made;
}

async function send(request: HttpRequest, signal: AbortSignal, trust: string | undefined): Promise<Exchange> {
  const began = performance.now();
  let answering = false;
  try {
    const response = await open(request, signal, trust);
    answering = true;
    const { body, unread } = await readBody(response);
    const { statusCode: status = 0, headers } = response;
    return { status, headers, body, unread, ms: Math.round(performance.now() - began) };
  } catch (error) {
    throw toCheckFailure(error, answering);
  }
}

function open(
  request: HttpRequest,
  signal: AbortSignal,
  trust: string | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const { request: start } = url.protocol === 'https:' ? https : http;
    const options: https.RequestOptions & Pick<TcpNetConnectOpts, 'autoSelectFamilyAttemptTimeout'> = {
      method: request.method,
      headers: { ...ASKED_WITH, ...request.headers },
      maxHeaderSize: MOST_HEADER_BYTES,
      agent: false,
      signal,
      autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT,
      ...(trust === undefined ? {} : { ca: trust }),
    };
    const sent = start(url, options);
    const connecting = setTimeout(() => {
      sent.destroy(
        new TransportFailure({ outcome: 'down', reason: 'timed-out', again: true, told: 'no connection' }),
      );
    }, request.timeout * CONNECTING);
    const settled = () => clearTimeout(connecting);
    sent.on('socket', (socket) => socket.once('connect', settled));
    sent.on('close', settled);
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(request.body);
  });
}
