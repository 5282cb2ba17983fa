import pg from 'pg';
import type { Failure } from '../ledger/manifest.ts';
import { printable } from './printable.ts';
import { SourceError } from './source-error.ts';

/** SQLSTATEs and socket errors, as failures an operator can act on. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const MEANING: Record<string, [Failure, string]> = {
  '22P02': ['schema-mismatch', 'a column has an unexpected type'],
  '25P03': ['timeout', 'the database ends transactions that are idle for as long as this one was'],
  '25P04': ['timeout', 'the database ends transactions that take as long as this one did'],
  '28000': [
    'access-denied',
    'the database refused this login. Check the user and sslmode in DATABASE_URL, and pg_hba.conf',
  ],
  '28P01': ['access-denied', 'the database refused the password. Check DATABASE_URL'],
  '3D000': ['source-unreachable', 'the database named in DATABASE_URL does not exist'],
  '42501': [
    'access-denied',
    'the role may not read this. Grant it SELECT on the public columns, and never on a table of people',
  ],
  '42P01': ['schema-mismatch', 'a table is missing'],
  '42703': ['schema-mismatch', 'a column is missing'],
  '42883': ['schema-mismatch', 'a column has a type that can not be compared or summed'],
  '42804': ['schema-mismatch', 'a column has an unexpected type'],
  '53300': ['source-unreachable', 'the database has no connection left'],
  '55P03': ['timeout', 'a lock was not given up in time'],
  '57014': ['timeout', 'the statement took longer than its timeout'],
  '57P01': ['connection-lost', 'the database ended the connection'],
  '57P02': ['connection-lost', 'the database crashed and ended the connection'],
  '57P03': ['source-unreachable', 'the database is starting up or shutting down'],
  ECONNREFUSED: ['source-unreachable', 'nothing listens at the address in DATABASE_URL'],
  ENOTFOUND: ['source-unreachable', 'the host in DATABASE_URL has no address'],
  EAI_AGAIN: ['source-unreachable', 'the name of the host in DATABASE_URL could not be looked up'],
  ETIMEDOUT: ['source-unreachable', 'the database did not answer in time'],
  ECONNRESET: ['connection-lost', 'the connection to the database was cut'],
  EPIPE: ['connection-lost', 'the connection to the database was cut'],
};

/** Said where a right is lacking on what the statement does not name. No grant can be right there: it may be of people. */
const BEHIND =
  'a policy or a view looks into what the role may not read, and should not: grant nothing on it. Let the owner ' +
  'give the role a policy of its own, or show what is public in a view, as content/written/systems/tpc/reader.sql does';

function looksFurther(text: string, tables: readonly string[] | undefined): boolean {
  const denied = /^permission denied for (?:table|view|relation|function|schema) "?([^"\s]+)/.exec(text)?.[1];
  if (tables === undefined || denied === undefined) return false;
  return !tables.some((table) => table === `public.${denied}`) && denied !== 'public';
}

/** SQLSTATEs whose sentence names a table, a column or a type, and nothing that is private. */
const QUOTED = /^(42|55|57014)/;

/** How `pg` says that there is no connection (any more): these errors have no code. */
const CUT = /^(Connection terminated|Client was closed|Client has encountered a connection error)/;

/**
 * What went wrong, without what must not be in a log: host, user, password and rows stay out; the server's
 * own sentence is quoted only where it names a table or a column.
 *
 * `tables` are those that were asked for by name: what is denied beyond them, a policy or a view looks into.
 *
 * @throws the error itself where it is not the source's doing: a defect of ours must not pass for a failed dataset
 */
export function toSourceError(error: unknown, doing: string, tables?: readonly string[]): SourceError {
  if (error instanceof SourceError) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : '';
  const options = { cause: error };
  const known = MEANING[code];
  if (known !== undefined) {
    const [failure, general] = known;
    const meaning = code === '42501' && looksFurther(text, tables) ? BEHIND : general;
    const detail = QUOTED.test(code) ? ` (${printable(text)})` : '';
    return new SourceError(failure, `${doing}: ${meaning}${detail}.`, options);
  }
  if (CUT.test(text) || (error instanceof pg.DatabaseError && code.startsWith('08'))) {
    return new SourceError('connection-lost', `${doing}: the connection to the database was cut.`, options);
  }
  if (error instanceof pg.DatabaseError) {
    const message = `${doing}: the database answered with the error ${code} (SQLSTATE).`;
    return new SourceError('source-error', message, options);
  }
  throw error;
}

/** The same for an attempt to connect, where whatever goes wrong is the source's doing. */
export function toConnectError(error: unknown, doing: string): SourceError {
  if (error instanceof pg.DatabaseError) return toSourceError(error, doing);
  const text = error instanceof Error ? error.message : '';
  const unreachable = (meaning: string) =>
    new SourceError('source-unreachable', `${doing}: ${meaning}.`, { cause: error });
  if (/^timeout expired/.test(text)) return unreachable('the database did not answer in time');
  if (/^SASL/.test(text)) {
    const message = `${doing}: the database asks for a password, and DATABASE_URL has none that it can use.`;
    return new SourceError('access-denied', message, { cause: error });
  }
  const code = codeOf(error);
  const reason = code === '' ? '' : ` (${code})`;
  if (/SSL|TLS|CERT|SIGNATURE|SELF_SIGNED/.test(`${code} ${text}`)) {
    return unreachable(
      `TLS failed${reason}. Check sslmode and sslrootcert in DATABASE_URL, and the certificate`,
    );
  }
  try {
    return toSourceError(error, doing);
  } catch {
    return unreachable(`the connection could not be made${reason}`);
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? '' : codeOf(first);
}
