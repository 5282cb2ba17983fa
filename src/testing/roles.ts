import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { type LedgerDatabase, type TestRole, withClient } from './postgres.ts';

/**
 * Makes a login with the given attributes (`BYPASSRLS`, `NOINHERIT IN ROLE tpc_reader` …), which is gone after
 * the test, with whatever it owns in the database.
 */
export async function createRole(database: LedgerDatabase, attributes: string): Promise<TestRole> {
  const role = {
    name: `terang_role_${randomBytes(6).toString('hex')}`,
    password: randomBytes(12).toString('hex'),
  };
  const administer = (sql: string) => withClient(database.adminUrl, (client) => client.query(sql));
  await administer(`CREATE ROLE ${role.name} LOGIN PASSWORD '${role.password}' ${attributes}`);
  onTestFinished(async () => {
    await administer(`DROP OWNED BY ${role.name} CASCADE; DROP ROLE ${role.name}`);
  });
  return role;
}

/**
 * The roles that a host such as the field's gives to whoever has no login, whoever has one, and its own service. They
 * belong to the whole server, where several databases use them at once: they stay.
 */
export async function createWebRoles(client: pg.ClientBase): Promise<void> {
  for (const [name, attributes] of [
    ['anon', ''],
    ['authenticated', ''],
    ['service_role', 'BYPASSRLS'],
  ]) {
    await client.query(`DO $$ BEGIN
      CREATE ROLE ${name} NOLOGIN NOINHERIT ${attributes};
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- Another database made it, maybe at this moment.
    END $$`);
  }
}
