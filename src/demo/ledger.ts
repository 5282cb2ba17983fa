import { readFile } from 'node:fs/promises';
import type pg from 'pg';

const parts = ['schema.sql', 'functions.sql', 'access.sql'];

/**
 * Installs the reference ledger (tables, functions, access rights) in an empty database, all
 * of it or nothing. The client must own the database and be allowed to create a role.
 *
 * @throws a database error where the ledger, or part of it, is already there
 */
export async function installLedger(client: pg.ClientBase): Promise<void> {
  const statements = await Promise.all(
    parts.map((part) => readFile(new URL(`./ledger/${part}`, import.meta.url), 'utf8')),
  );
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
