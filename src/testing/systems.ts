import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { installDatabases } from '../demo/world/databases.ts';
import { readSystem } from '../systems/system-file.ts';
import { asking } from './ask.ts';
import {
  createEmptyLedgerDatabase,
  createLedgerDatabase,
  type LedgerDatabase,
  withClient,
} from './postgres.ts';

/** A change to the database, and what takes it back: two statements (or more), parted by this. */
const BACK = '-- and back:';

/** A database with the tables of all five systems in it, and their readers. */
export async function createSystemsDatabase(): Promise<LedgerDatabase> {
  const database = await createLedgerDatabase();
  await withClient(database.adminUrl, (client) => installDatabases(client, new Date(), 1));
  return database;
}

/** A database with the tables of one system as the field makes them (`field/`), and the system's own reader. */
export async function createFieldDatabase(system: string): Promise<LedgerDatabase> {
  const database = await createEmptyLedgerDatabase();
  const files = [`src/testing/field/${system}.sql`, `content/written/systems/${system}/reader.sql`];
  await withClient(database.adminUrl, async (client) => {
    for (const file of files) await client.query(await readFile(file, 'utf8'));
  });
  return database;
}

/** Makes the reader of a system again, as after an update. */
export async function makeReader(database: LedgerDatabase, system: string): Promise<void> {
  const sql = await readFile(`content/written/systems/${system}/reader.sql`, 'utf8');
  await withClient(database.adminUrl, (client) => client.query(sql));
}

/**
 * What the database says when one check of a system is asked, with the system's own SQL and role. The database is
 * as it was made, but for `change`.
 */
export async function answerOf(
  database: LedgerDatabase,
  system: string,
  id: string,
  change = '',
  settings: Readonly<Record<string, string>> = {},
) {
  const definition = await readSystem('content', system);
  const check = definition.checks.find((one) => one.id === id);
  if (check === undefined || !('database' in check)) throw new Error(`${id} asks no database`);
  return withClient(database.adminUrl, async (client) => {
    const undo = await changed(client, change);
    try {
      const { sample, detail } = await asking(check, {
        settings: { [check.database.slice('env:'.length)]: database.adminUrl, ...settings },
        system: definition,
        now: new Date().toISOString(),
        sqlFile: (file) => readFile(`content/written/systems/${system}/${file}`, 'utf8'),
      });
      return { ...sample, counts: detail?.counts };
    } finally {
      await undo();
    }
  });
}

/** Makes a change that other connections see, and gives what takes it back. */
async function changed(client: pg.Client, change: string): Promise<() => Promise<unknown>> {
  if (change === '') return async () => undefined;
  const [make = '', unmake = ''] = change.split(BACK);
  await client.query(make);
  return () => client.query(unmake);
}
