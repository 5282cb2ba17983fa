import pg from 'pg';
import type { Failure } from '../../domain/manifest.ts';
import { SourceError } from '../source.ts';

/** SQLSTATEs and socket errors, as failures an operator can act on. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const MEANING: Record<string, [Failure, string]> = {
  '28000': [
    'access-denied',
    'the database refused this login. Check the user in DATABASE_URL and pg_hba.conf',
  ],
  '28P01': ['access-denied', 'the database refused the password. Check DATABASE_URL'],
  '3D000': ['source-unreachable', 'the database named in DATABASE_URL does not exist'],
  '42501': ['access-denied', 'the role may not read this. Grant it SELECT on the public columns'],
  '42P01': ['schema-mismatch', 'a table is missing'],
  '42703': ['schema-mismatch', 'a column is missing'],
  '42883': ['schema-mismatch', 'a column has a type that can not be compared or summed'],
  '42804': ['schema-mismatch', 'a column has an unexpected type'],
  '22023': ['access-denied', 'a setting was refused'],
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

/**
 * What went wrong, without what must not be in a log: host, user and password stay out; the server's own
 * sentence is quoted only where it names a table or a column.
 */
export function toSourceError(error: unknown, doing: string): SourceError {
  if (error instanceof SourceError) return error;
  const code = codeOf(error);
  const known = MEANING[code];
  if (known !== undefined) {
    const [failure, meaning] = known;
    const detail = /^(42|55|57014)/.test(code) && error instanceof Error ? ` (${error.message})` : '';
    return new SourceError(failure, `${doing}: ${meaning}${detail}.`, { cause: error });
  }
  const text = error instanceof Error ? error.message : '';
  if (/timeout expired|timeout exceeded/i.test(text)) {
    return new SourceError('source-unreachable', `${doing}: the database did not answer in time.`, {
      cause: error,
    });
  }
  if (code.startsWith('08') || /terminated|ended|closed|not queryable|connection error/i.test(text)) {
    return new SourceError('connection-lost', `${doing}: the connection to the database was cut.`, {
      cause: error,
    });
  }
  if (/certificate|SSL|TLS/i.test(text)) {
    return new SourceError('source-unreachable', `${doing}: TLS failed: ${text}.`, { cause: error });
  }
  if (error instanceof pg.DatabaseError) {
    return new SourceError('source-error', `${doing}: the database answered ${code}: ${text}.`, {
      cause: error,
    });
  }
  throw error; // Not the source's doing: a defect of ours must not pass for a failed dataset.
}

function codeOf(error: unknown): string {
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? '' : codeOf(first);
}
