import type { Reason } from '../sample.ts';
import { CheckFailure, TransportFailure } from './answer.ts';

/**
 * What codes of sockets, names and TLS say. A name that does not resolve and a network that is not there are on
 * our side as likely as on theirs: unknown. https://nodejs.org/api/errors.html#common-system-errors
 */
const MEANING: readonly [pattern: RegExp, outcome: 'down' | 'unknown', reason: Reason][] = [
  [/^(ENOTFOUND|EAI_[A-Z]+|ENODATA)$/, 'unknown', 'name-not-resolved'],
  [/^(ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unknown', 'offline'],
  [/^ECONNREFUSED$/, 'down', 'refused-connection'],
  // A peer that speaks HTTP/2 alone: browsers do, and this reader does not.
  [/^ERR_SSL_.*NO_APPLICATION_PROTOCOL$/, 'unknown', 'unreadable'],
  [/^ETIMEDOUT$/, 'down', 'timed-out'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/, 'down', 'connection-cut'],
  [
    /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/,
    'down',
    'tls-failed',
  ],
];

/** Addresses and headers that can not be sent: what a setting holds is not what belongs there. */
const MALFORMED = /^ERR_(INVALID_(URL|CHAR|HTTP_TOKEN|PROTOCOL)|UNESCAPED_CHARACTERS|SOCKET_BAD_PORT)$/;

/**
 * An error of a socket, a name look-up, TLS or the HTTP parser as a failure of the check.
 *
 * @throws the error itself where it is none of these: a defect of ours must not pass for an outage
 */
export function toCheckFailure(error: unknown, answering: boolean): CheckFailure {
  if (error instanceof CheckFailure) return error;
  const code = codeOf(error);
  const options = { cause: error };
  for (const [pattern, outcome, reason] of MEANING) {
    if (!pattern.test(code)) continue;
    const again = !answering && reason !== 'tls-failed' && reason !== 'unreadable';
    return new TransportFailure({ outcome, reason, again, told: code }, options);
  }
  if (MALFORMED.test(code)) {
    const told = `an address or header can not be sent (${code}): look at the settings it is made of`;
    return new CheckFailure({ outcome: 'unknown', reason: 'missing-setting', told }, options);
  }
  if (!code.startsWith('HPE_')) throw error;
  // Our own parser stopped. What is HTTP of some sort, a browser may well read; anything else is no web server.
  const [outcome, reason] = isHttp(error)
    ? (['unknown', 'unreadable'] as const)
    : (['down', 'unexpected-body'] as const);
  return new CheckFailure({ outcome, reason, told: code }, options);
}

/** Whether the bytes that could not be parsed begin as HTTP/1 does, or as HTTP/2 does (a SETTINGS frame). */
function isHttp(error: unknown): boolean {
  const bytes = error instanceof Object && 'rawPacket' in error ? error.rawPacket : undefined;
  if (!(bytes instanceof Uint8Array)) return true; // Not known, so not to be held against them.
  const beginsAs1 = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'HTTP/';
  const isSettings =
    bytes.length >= 9 && bytes[0] === 0 && bytes[3] === 4 && bytes.subarray(4, 9).every((byte) => byte === 0);
  // A later part of an answer may begin with anything; that there was one before it is in the error too.
  const later = error instanceof Object && 'bytesParsed' in error && Number(error.bytesParsed) > 0;
  return beginsAs1 || isSettings || later;
}

/** Of several addresses of a host, one that can not be reached from here says less than one that refused. */
const FROM_HERE = /^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/;

/** The code of an error; of several (a host with several addresses) the first that is not of our own network. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    const codes = error.errors.map(codeOf);
    return codes.find((code) => !FROM_HERE.test(code)) ?? codes[0] ?? '';
  }
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
