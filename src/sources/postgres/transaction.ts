import pg from 'pg';
import { SourceError } from '../source.ts';
import { toSourceError } from './error.ts';

export interface PostgresOptions {
  /** A `postgres://` URL; TLS as `pg` reads it from there (`sslmode`, `sslrootcert` …). */
  readonly url: string;
  /** A role to take on for the transaction, where the login itself must not be used to read. */
  readonly role?: string | undefined;
  /** Milliseconds that one statement may take; 30 000 unless told. */
  readonly statementTimeout?: number | undefined;
  /** Cuts the connection when it is aborted, whatever is under way. */
  readonly signal?: AbortSignal | undefined;
}

const CONNECT_TIMEOUT = 10_000;
const STATEMENT_TIMEOUT = 30_000;

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
  const client = new pg.Client({
    connectionString: options.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: 'terang-snapshot',
  });
  // A cut connection also fails the query under way, which is where it is reported.
  client.on('error', () => undefined);
  const cut = () => client.connection.stream.destroy();
  options.signal?.addEventListener('abort', cut, { once: true });
  try {
    await client.connect();
    await begin(client, options);
    return await work(client);
  } catch (error) {
    throw toSourceError(error, 'Reading the database');
  } finally {
    // Read-only: there is nothing to commit, and a lost connection has nothing to roll back.
    await client.end().catch(() => undefined);
    options.signal?.removeEventListener('abort', cut);
  }
}

async function begin(
  client: pg.Client,
  { role, statementTimeout = STATEMENT_TIMEOUT }: PostgresOptions,
): Promise<void> {
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  if (role !== undefined) await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(role)}`);
  await client.query(
    `SET LOCAL TimeZone = 'UTC';
     SET LOCAL DateStyle = 'ISO, MDY';
     SET LOCAL search_path = pg_catalog;
     SET LOCAL row_security = on;
     SET LOCAL lock_timeout = '5s';
     SET LOCAL statement_timeout = ${Math.trunc(statementTimeout)};`,
  );
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  const [me] = rows;
  if (me === undefined || me.rolsuper || me.rolbypassrls) {
    throw new SourceError(
      'access-denied',
      `The role ${me?.rolsuper ? 'is a superuser' : 'bypasses row-level security'}: a snapshot must see only what ` +
        'the public may see. Use a role with SELECT on the public columns and nothing else (DATABASE_ROLE names ' +
        'one to take on).',
    );
  }
}
