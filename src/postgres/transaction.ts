import pg from 'pg';
import { type PeerTime, peerTime } from '../core/clock.ts';
import { connect, createClient } from './connection.ts';
import { toSourceError } from './error.ts';
import { SourceError } from './source-error.ts';

export interface PostgresOptions {
  /** A `postgres://` URL; TLS as `pg` reads it from there (`sslmode`, `sslrootcert` …). */
  readonly url: string;
  /** A role to take on for the transaction, where the login itself must not be used to read; empty is none. */
  readonly role?: string | undefined;
  /** Milliseconds that one statement may take; 30 000 unless told. */
  readonly statementTimeout?: number | undefined;
  /** Milliseconds without a byte from the database after which the connection counts as lost. */
  readonly silence?: number | undefined;
  /** Cuts the connection when it is aborted, whatever is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Told what the database says of the time, as the transaction begins; not of one on this machine itself. */
  readonly onTime?: ((time: PeerTime) => void) | undefined;
}

const STATEMENT_TIMEOUT = 30_000;
/** What a network may add to a statement's time before its silence means that it is gone. */
const NETWORK = 10_000;

/**
 * Runs `work` in one read-only REPEATABLE READ transaction, so that all datasets are of one instant, with
 * everything fixed that changes how Postgres spells a value (`SET LOCAL`: a pooler hands the session on).
 *
 * @throws SourceError when the database can not be reached, or the role would see past row-level security
 */
export async function inTransaction<T>(
  options: PostgresOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { url, role, signal, statementTimeout = STATEMENT_TIMEOUT } = options;
  const client = createClient(url, options.silence ?? statementTimeout + NETWORK);
  const cut = () => client.connection.stream.destroy();
  signal?.addEventListener('abort', cut, { once: true });
  try {
    await connect(client);
    await begin(client, statementTimeout);
    if (role !== undefined && role !== '') await takeOn(client, role);
    await refuseBypass(client);
    const time = peerTime(client.host, await timeOf(client));
    if (time !== null) options.onTime?.(time);
    return await work(client);
  } catch (error) {
    throw toSourceError(error, 'Reading the database');
  } finally {
    signal?.removeEventListener('abort', cut);
    // Read-only: there is nothing to commit, and a lost connection has nothing to roll back.
    await client.end().catch(() => undefined);
  }
}

async function begin(client: pg.Client, statementTimeout: number): Promise<void> {
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(
    `SET LOCAL TimeZone = 'UTC';
     SET LOCAL DateStyle = 'ISO, MDY';
     SET LOCAL search_path = pg_catalog;
     SET LOCAL row_security = on;
     SET LOCAL lock_timeout = '5s';
     SET LOCAL statement_timeout = ${Math.trunc(statementTimeout)};`,
  );
}

async function takeOn(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(role)}`);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError)) throw cause;
    throw new SourceError(
      'access-denied',
      'The role in DATABASE_ROLE can not be taken on: it does not exist, or the login is not a member of it.',
      { cause },
    );
  }
}

async function timeOf(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ ms: string }>(
    'SELECT trunc(extract(epoch FROM now()) * 1000)::text AS ms',
  );
  return new Date(Number(rows[0]?.ms));
}

/** Row-level security does not hold for such a role: it would see what the public may not see. */
async function refuseBypass(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  const [me] = rows;
  if (me !== undefined && !me.rolsuper && !me.rolbypassrls) return;
  throw new SourceError(
    'access-denied',
    `The role ${me?.rolsuper ? 'is a superuser' : 'bypasses row-level security'}: a snapshot must see only what ` +
      'the public may see. Use a role with SELECT on the public columns and nothing else (DATABASE_ROLE names ' +
      'one to take on).',
  );
}
