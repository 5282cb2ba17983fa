import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '../postgres/client.ts';

/** A login of the test server. */
export interface TestRole {
  name: string;
  password: string;
}

/** A database that belongs to one test file. */
export interface TestDatabase {
  /** A superuser's URL of this database. */
  adminUrl: string;
  /** The URL of this database for a role; without one, the superuser's. */
  url(role?: TestRole): string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

export { withClient };

/** A database with the reference ledger in it. */
export interface LedgerDatabase extends TestDatabase {
  /** For the ledger's owner, who is a superuser. */
  ownerUrl: string;
  /** For a login that can only do what tpc_reader can. */
  readerUrl: string;
  reader: TestRole;
}

function administer(statement: string): Promise<unknown> {
  return withClient(inject('postgresAdminUrl'), (client) => client.query(statement));
}

function uniqueName(noun: string): string {
  return `terang_${noun}_${randomBytes(6).toString('hex')}`;
}

async function create(template: string): Promise<TestDatabase> {
  const name = uniqueName('test');
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = (role?: TestRole): string => {
    const address = new URL(inject('postgresAdminUrl'));
    address.pathname = `/${name}`;
    if (role) {
      address.username = role.name;
      address.password = role.password;
    }
    return address.href;
  };
  return {
    adminUrl: url(),
    url,
    async drop() {
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Makes an empty database. Needs the global setup of postgres-server.ts. */
export function createDatabase(): Promise<TestDatabase> {
  return create('template0');
}

/**
 * Makes a database with an empty reference ledger, and a login that is a member of
 * tpc_reader. Needs the global setup of postgres-server.ts.
 */
export async function createLedgerDatabase(): Promise<LedgerDatabase> {
  return withReader(await create(inject('ledgerTemplate')));
}

/** Makes an empty database for a ledger of another form, and the same login. */
export async function createEmptyLedgerDatabase(): Promise<LedgerDatabase> {
  return withReader(await create('template0'));
}

async function withReader(database: TestDatabase): Promise<LedgerDatabase> {
  const reader: TestRole = { name: uniqueName('reader'), password: randomBytes(12).toString('hex') };
  await administer(
    `CREATE ROLE ${reader.name} LOGIN INHERIT NOSUPERUSER PASSWORD '${reader.password}' IN ROLE tpc_reader`,
  );
  return {
    ...database,
    ownerUrl: database.adminUrl,
    reader,
    readerUrl: database.url(reader),
    async drop() {
      await database.drop();
      // After the database: a role with rights in a database cannot be removed.
      await administer(`DROP ROLE IF EXISTS ${reader.name}`);
    },
  };
}

/** A ledger of its own with a connection as its owner, for `beforeAll`; `close` is what a test file gives back from there. */
export async function connectedLedger(): Promise<
  LedgerDatabase & { client: pg.Client; close: () => Promise<void> }
> {
  const database = await createLedgerDatabase();
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  const close = async () => {
    await client.end();
    await database.drop();
  };
  return { ...database, client, close };
}
