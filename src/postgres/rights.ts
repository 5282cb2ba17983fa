import pg from 'pg';
import { connect, createClient } from './connection.ts';
import { toSourceError } from './error.ts';
import type { PostgresOptions } from './transaction.ts';

/** What a role could do beyond reading what is public, as Postgres says. */
export interface Rights {
  readonly superuser: boolean;
  readonly bypassRls: boolean;
  /** That it may make roles or databases. */
  readonly administers: boolean;
  /** Tables that it may write to or empty, with their schema; the first of them. */
  readonly writable: readonly string[];
}

const SILENCE = 10_000;
const MOST = 10;

/** Asks a database what the role that reads could do there. @throws SourceError */
export async function rightsOf({ url, role }: Pick<PostgresOptions, 'url' | 'role'>): Promise<Rights> {
  const client = createClient(url, SILENCE);
  try {
    await connect(client);
    await client.query('BEGIN TRANSACTION READ ONLY');
    await client.query(`SET LOCAL search_path = pg_catalog; SET LOCAL statement_timeout = ${SILENCE}`);
    if (role !== undefined && role !== '') await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(role)}`);
    const { rows } = await client.query<{ superuser: boolean; bypass: boolean; administers: boolean }>(
      `SELECT rolsuper AS superuser, rolbypassrls AS bypass, rolcreaterole OR rolcreatedb AS administers
         FROM pg_roles WHERE rolname = current_user`,
    );
    const written = await client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
          AND n.nspname NOT LIKE 'pg\\_temp%'
          AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
               OR has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
        ORDER BY 1 LIMIT ${MOST}`,
    );
    const [me] = rows;
    // A role that is not shown is none without rights.
    if (me === undefined) throw new Error('pg_roles does not show the role that asks');
    return {
      superuser: me.superuser,
      bypassRls: me.bypass,
      administers: me.administers,
      writable: written.rows.map(({ name }) => name),
    };
  } catch (error) {
    throw toSourceError(error, 'Asking what the role may do');
  } finally {
    // Read-only: there is nothing to commit, and a lost connection has nothing to roll back.
    await client.end().catch(() => undefined);
  }
}
