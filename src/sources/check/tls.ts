import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import pRetry from 'p-retry';
import type { CheckOf } from '../../domain/check/check.ts';
import { type Answer, notAsked, TransportFailure } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf, withDeadline } from './deadline.ts';
import { ageOf, judged } from './measure.ts';
import { filledIn } from './settings.ts';
import { toCheckFailure } from './transport.ts';

const DAY = 86_400_000;

/**
 * Looks at the certificate that an address presents: whole days until it expires, rounded down. A certificate
 * that a browser would refuse (expired, self-signed, for another name) is down, and its days are told all the same.
 */
export async function tls(check: CheckOf<'tls'>, context: AskContext): Promise<Answer> {
  const address = addressOf(filledIn(check.address, context));
  const began = performance.now();
  const seen = await context.slot(() =>
    withDeadline(timeoutOf(check), context, (signal) =>
      pRetry(() => look(address, signal, context.trust), {
        retries: 1,
        minTimeout: 250,
        randomize: true,
        signal,
        shouldRetry: ({ error }) => error instanceof TransportFailure && error.again,
      }),
    ),
  );
  const left = -ageOf(seen.until, context.now());
  const sample = judged(String(Math.floor(left / DAY)), check.gauge, {
    ms: Math.round(performance.now() - began),
  });
  if (seen.trusted && left > 0) return { sample };
  return { sample: { ...sample, outcome: 'down', reason: 'tls-failed' }, told: seen.error };
}

interface Seen {
  readonly until: Date;
  readonly trusted: boolean;
  /** OpenSSL's code of what is wrong with it. */
  readonly error: string;
}

function addressOf(text: string): { host: string; port: number } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.hostname === '')
    throw notAsked('missing-setting', 'the address is no URL: look at the setting it comes from');
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 443) };
}

function look(
  { host, port }: { host: string; port: number },
  signal: AbortSignal,
  trust: string | undefined,
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(trust === undefined ? {} : { ca: trust }),
      // Read all the same: what is wrong with it is the answer.
      rejectUnauthorized: false,
    });
    const stop = () => socket.destroy();
    signal.addEventListener('abort', stop, { once: true });
    socket.on('close', () => {
      signal.removeEventListener('abort', stop);
      reject(new TransportFailure({ outcome: 'down', reason: 'connection-cut', again: true }));
    });
    socket.on('error', (error) => {
      try {
        reject(toCheckFailure(error, false));
      } catch (defect) {
        reject(defect);
      }
    });
    socket.on('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      const { authorized: trusted, authorizationError } = socket;
      resolve({ until, trusted, error: String(authorizationError ?? 'CERT_HAS_EXPIRED') });
      socket.destroy();
    });
  });
}
