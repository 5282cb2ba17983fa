import { randomBytes } from 'node:crypto';
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
