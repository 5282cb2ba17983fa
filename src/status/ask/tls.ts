import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, getCACertificates, type TLSSocket } from 'node:tls';
import pRetry from 'p-retry';
import type { CheckOf } from '../../systems/check/check.ts';
import { type Answer, notAsked, TransportFailure } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf, withDeadline } from './deadline.ts';
import { ageOf, judged } from './measure.ts';
import { filledIn } from './settings.ts';
import { toCheckFailure } from './transport.ts';

const DAY = 86_400_000;

/**
 * Looks at the certificates that an address presents: whole days until the first of the chain expires, rounded down.
 * A chain that a browser would refuse (expired, self-signed, for another name) is down, and its days are told all the
 * same. Whether a certificate was revoked is not looked at.
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
      const until = firstEnd(socket.getPeerCertificate(true), trust);
      const { authorized: trusted, authorizationError } = socket;
      resolve({ until, trusted, error: String(authorizationError ?? 'CERT_HAS_EXPIRED') });
      socket.destroy();
    });
  });
}

/**
 * When the first certificate of a chain ends, from the server's own up to the one that an authority of this machine's
 * store has signed. What is presented beyond that (a root, or the same root signed once more by an older one) nobody
 * needs, and its end ends nothing.
 */
function firstEnd(leaf: DetailedPeerCertificate, trust: string | undefined): Date {
  const chain = presented(leaf);
  const authorities = trust === undefined ? trusted() : [new X509Certificate(trust)];
  const last = chain.findIndex((certificate) =>
    authorities.some(
      (authority) => certificate.checkIssued(authority) && certificate.verify(authority.publicKey),
    ),
  );
  const counted = last === -1 ? chain : chain.slice(0, last + 1);
  return new Date(Math.min(...counted.map(({ validTo }) => Date.parse(validTo))));
}

/** A chain from its leaf on; a root is its own issuer. */
function presented(leaf: DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  for (
    let next = leaf;
    next?.raw !== undefined && !seen.has(next.fingerprint256);
    next = next.issuerCertificate
  ) {
    seen.add(next.fingerprint256);
    chain.push(new X509Certificate(next.raw));
  }
  return chain;
}

let store: readonly X509Certificate[] | undefined;

/** The authorities of this machine, read once: there are about 150. */
function trusted(): readonly X509Certificate[] {
  store ??= getCACertificates('default').map((text) => new X509Certificate(text));
  return store;
}
