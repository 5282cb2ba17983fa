import type { Reason } from '../../domain/sample.ts';
import { CheckFailure, TransportFailure } from './answer.ts';

/**
 * What codes of sockets, names and TLS say. A name that does not resolve and a network that is not there are on
 * our side as likely as on theirs: unknown. https://nodejs.org/api/errors.html#common-system-errors
 */
const MEANING: readonly [pattern: RegExp, outcome: 'down' | 'unknown', reason: Reason][] = [
  [/^(ENOTFOUND|EAI_[A-Z]+|ENODATA)$/, 'unknown', 'name-not-resolved'],
  [/^(ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'unknown', 'offline'],
  [/^ECONNREFUSED$/, 'down', 'refused-connection'],
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
    const again = !answering && reason !== 'tls-failed';
    return new TransportFailure({ outcome, reason, again, told: code }, options);
  }
  if (MALFORMED.test(code)) {
    const told = `an address or header can not be sent (${code}): look at the settings it is made of`;
    return new CheckFailure({ outcome: 'unknown', reason: 'missing-setting', told }, options);
  }
  // Something answers, and it does not speak HTTP; or what it sends can not be unpacked.
  if (/^(HPE_|Z_|ERR__ERROR_|ERR_BROTLI)/.test(code))
    return new CheckFailure({ outcome: 'down', reason: 'unexpected-body', told: code }, options);
  throw error;
}

/** The code of an error, or of the first of several (a host with several addresses). */
export function codeOf(error: unknown): string {
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? '' : codeOf(first);
}
