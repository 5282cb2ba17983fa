import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';
import { insertTransactions } from '../../testing/transactions.ts';

let database: LedgerDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createLedgerDatabase();
}, 60_000);
afterAll(() => database?.drop());

beforeEach(async () => {
  client = new pg.Client(database.ownerUrl);
  await client.connect();
  await client.query('TRUNCATE tpc_distribution_logs, tpc_transactions, tpc_distribution_batches');
});
afterEach(() => client.end());

interface Run {
  batch_id: string | null;
  processed: number;
  public_hash: string | null;
}

async function distribute(by: pg.Client = client): Promise<Run> {
  const { rows } = await by.query<Run>('SELECT * FROM public.distribute_batch()');
  expect(rows).toHaveLength(1);
  return rows[0] as Run;
}

async function countBatches(): Promise<number> {
  return (await client.query('SELECT FROM tpc_distribution_batches')).rowCount ?? -1;
}

describe('distribute_batch()', () => {
  test('makes one batch of everything verified, with its hash', async () => {
    await insertTransactions(client, [{ amount: '100' }, { amount: '0.000010' }, { amount: '7.5' }]);
    const run = await distribute();
    expect(run.processed).toBe(3);
    const { rows } = await client.query(
      `SELECT tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum, public_hash,
         public_hash = tpc_batch_hash(id) AS matches, period_end = created_at AS period_ends_now
       FROM tpc_distribution_batches WHERE id = $1`,
      [run.batch_id],
    );
    expect(rows).toEqual([
      {
        tx_count: 3,
        revenue_sum: '107.500010',
        // 25 % of 0.000010 is 2.5 millionths, 15 % is 1.5: both away from zero.
        referral_sum: '26.875003',
        treasury_sum: '64.500005',
        buyback_sum: '16.125002',
        public_hash: run.public_hash,
        matches: true,
        period_ends_now: true,
      },
    ]);
  });

  test('a second run finds nothing, says processed 0 and makes no batch', async () => {
    await insertTransactions(client, [{ amount: '12.345678' }]);
    await distribute();
    expect(await distribute()).toEqual({ batch_id: null, processed: 0, public_hash: null });
    expect(await countBatches()).toBe(1);
  });

  test('leaves what is pending, and what is created later', async () => {
    const [, pending, later] = await insertTransactions(client, [
      { amount: '1' },
      { amount: '2', status: 'pending' },
      { amount: '3', created_at: '2999-01-01T00:00:00Z' },
    ]);
    expect((await distribute()).processed).toBe(1);
    const { rows } = await client.query(
      'SELECT id FROM tpc_transactions WHERE NOT distributed ORDER BY amount',
    );
    expect(rows).toEqual([{ id: pending }, { id: later }]);
  });

  test('the next period begins where the one before ended', async () => {
    await insertTransactions(client, [{ amount: '1', created_at: '2026-01-01T10:00:00Z' }]);
    await client.query("SELECT tpc_distribute_at('2026-01-02T01:02:03.5Z')");
    await insertTransactions(client, [{ amount: '1', created_at: '2026-01-02T10:00:00Z' }]);
    await client.query("SELECT tpc_distribute_at('2026-01-03T01:02:03.25Z')");
    const { rows } = await client.query(
      `SELECT period_start AT TIME ZONE 'UTC' || ' to ' || (period_end AT TIME ZONE 'UTC') AS period
       FROM tpc_distribution_batches ORDER BY created_at`,
    );
    expect(rows.map(({ period }) => period)).toEqual([
      '2026-01-01 10:00:00 to 2026-01-02 01:02:03.5',
      '2026-01-02 01:02:03.5 to 2026-01-03 01:02:03.25',
    ]);
  });

  test('two sessions at once: the second waits, and finds nothing left', async () => {
    await insertTransactions(client, [{ amount: '1' }, { amount: '2' }]);
    await withClient(database.ownerUrl, async (other) => {
      const { rows } = await other.query('SELECT pg_backend_pid() AS pid');
      await client.query('BEGIN');
      const first = await distribute();
      const second = distribute(other);
      await withClient(database.ownerUrl, async (observer) => {
        await expect
          .poll(
            async () => {
              const waiting = await observer.query(
                "SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'",
                [rows[0].pid],
              );
              return waiting.rowCount;
            },
            { timeout: 20_000 },
          )
          .toBe(1);
      });
      await client.query('COMMIT');
      expect(first.processed).toBe(2);
      expect((await second).processed).toBe(0);
    });
    expect(await countBatches()).toBe(1);
  }, 30_000);

  test('many sessions at once: one batch, and no transaction twice', async () => {
    await insertTransactions(
      client,
      Array.from({ length: 200 }, (_, index) => ({ amount: `${index + 1}.000001` })),
    );
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => withClient(database.ownerUrl, (other) => distribute(other))),
    );
    expect(runs.map(({ processed }) => processed).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 200]);
    expect(await countBatches()).toBe(1);
    const { rows } = await client.query(
      `SELECT count(*)::int AS entries, count(DISTINCT transaction_id)::int AS transactions,
         sum(amount) = (SELECT sum(amount) FROM tpc_transactions) AS exact
       FROM tpc_distribution_logs`,
    );
    expect(rows).toEqual([{ entries: 600, transactions: 200, exact: true }]);
  });
});
