import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';
import { insertTransactions } from '../../testing/transactions.ts';

const tables = [
  'tpc_changelog',
  'tpc_distribution_batches',
  'tpc_distribution_logs',
  'tpc_distribution_settings',
  'tpc_public_wallets',
  'tpc_transactions',
];

let database: LedgerDatabase;
let reader: pg.Client;

beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.ownerUrl, async (owner) => {
    await insertTransactions(owner, [{ amount: '10' }, { amount: '20' }]);
    await owner.query('SELECT distribute_batch()');
    await owner.query("SELECT update_distribution_split(20, 65, 15, 'a reason')");
    await owner.query(
      "INSERT INTO tpc_public_wallets VALUES ('Treasury', 'PASTE_TREASURY', 'treasury', NULL)",
    );
  });
  reader = new pg.Client(database.readerUrl);
  await reader.connect();
}, 60_000);
afterAll(async () => {
  await reader?.end();
  await database?.drop();
});

const count = async (sql: string) => (await reader.query(sql)).rowCount;

describe('a member of tpc_reader', () => {
  test('reads every row of the public columns (TPC-03)', async () => {
    expect(
      await count(
        `SELECT id, type, amount, status, verified_at, distributed, distributed_at, batch_id, created_at
         FROM tpc_transactions`,
      ),
    ).toBe(2);
    expect(
      await count('SELECT transaction_id, type, amount, batch_id, created_at FROM tpc_distribution_logs'),
    ).toBe(6);
    expect(
      await count(
        `SELECT id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum,
           buyback_sum, public_hash, onchain_tx, note FROM tpc_distribution_batches`,
      ),
    ).toBe(1);
    expect(await count('SELECT created_at, key, old_value, new_value, reason FROM tpc_changelog')).toBe(1);
    expect(await count('SELECT name, address, type, explorer_url FROM tpc_public_wallets')).toBe(1);
    expect(
      await count(
        'SELECT referral_percentage, treasury_percentage, buyback_percentage FROM tpc_distribution_settings',
      ),
    ).toBe(1);
  });

  test.each([
    'SELECT admin_id FROM tpc_changelog',
    'SELECT * FROM tpc_changelog',
    'SELECT count(admin_id) FROM tpc_changelog',
    'SELECT key FROM tpc_changelog ORDER BY admin_id',
    'SELECT created_by FROM tpc_distribution_batches',
    'SELECT * FROM tpc_distribution_batches',
    'SELECT user_id FROM tpc_transactions',
    'SELECT source_id FROM tpc_transactions',
    'SELECT amount FROM tpc_transactions WHERE user_id IS NOT NULL',
    'SELECT to_json(t) FROM tpc_transactions t',
    'SELECT id FROM tpc_distribution_logs',
  ])('is refused the private columns (TPC-03): %s', async (sql) => {
    await expect(reader.query(sql)).rejects.toThrow(/permission denied/);
  });

  test.each([
    ...tables.flatMap((table) => [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `INSERT INTO ${table} DEFAULT VALUES`,
      `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
    ]),
    "UPDATE tpc_distribution_batches SET note = 'mine'",
    "UPDATE tpc_changelog SET reason = 'mine'",
    'UPDATE tpc_transactions SET amount = 1',
    'SELECT distribute_batch()',
    'SELECT tpc_distribute_at(now())',
    "SELECT update_distribution_split(0, 100, 0, 'mine')",
    "SELECT tpc_change_split_at(now(), 0, 100, 0, 'mine')",
    "SELECT attach_batch_proof(gen_random_uuid(), 'mine')",
    'SELECT tpc_batch_hash(gen_random_uuid())',
    'SELECT tpc_batch_hash_input(gen_random_uuid())',
    'CREATE TABLE public.mine ()',
    'SET ROLE postgres',
  ])('cannot write: %s', async (sql) => {
    await expect(reader.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('is neither a superuser nor able to pass row-level security', async () => {
    const { rows } = await reader.query(
      "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname IN (current_user, 'tpc_reader')",
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ rolsuper: false, rolbypassrls: false });
  });
});

describe('the tables (TPC-16)', () => {
  test('have row-level security, and one policy each: to read, for tpc_reader alone', async () => {
    const security = await reader.query(
      `SELECT relname FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY relname`,
    );
    expect(security.rows.map(({ relname }) => relname)).toEqual(tables);
    const policies = await reader.query(
      "SELECT tablename, cmd, roles::text FROM pg_policies WHERE schemaname = 'public' ORDER BY tablename",
    );
    expect(policies.rows).toEqual(
      tables.map((tablename) => ({ tablename, cmd: 'SELECT', roles: '{tpc_reader}' })),
    );
  });

  test('no function is open to everyone', async () => {
    const { rows } = await reader.query(
      `SELECT proname FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND has_function_privilege('tpc_reader', oid, 'EXECUTE')`,
    );
    expect(rows).toEqual([]);
  });

  test('every function that runs with its owner’s rights fixes its search path', async () => {
    const { rows } = await reader.query(
      `SELECT proname FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND NOT 'search_path=pg_catalog, pg_temp' = ANY (coalesce(proconfig, '{}'))`,
    );
    expect(rows).toEqual([]);
  });
});
