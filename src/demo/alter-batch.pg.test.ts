import type pg from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connectedLedger } from '../testing/postgres.ts';
import { insertTransactions } from '../testing/transactions.ts';
import { alterBatch } from './history.ts';

let client: pg.Client;

beforeAll(async () => {
  const ledger = await connectedLedger();
  client = ledger.client;
  return ledger.close;
}, 60_000);
beforeEach(() => client.query('TRUNCATE tpc_distribution_logs, tpc_transactions, tpc_distribution_batches'));

async function distributeOn(day: string): Promise<void> {
  await insertTransactions(client, [{ amount: '1000', created_at: `${day}T00:00:00Z` }]);
  await client.query('SELECT tpc_distribute_at($1)', [`${day}T01:02:03.123456Z`]);
}

async function mismatches(): Promise<unknown[]> {
  const { rows } = await client.query(
    `SELECT id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, treasury_sum
     FROM tpc_distribution_batches WHERE public_hash IS DISTINCT FROM tpc_batch_hash(id)`,
  );
  return rows;
}

test('alterBatch() makes exactly one hash mismatch, on the batch three days before the newest', async () => {
  for (const day of ['15', '16', '17', '18', '19', '20']) await distributeOn(`2026-11-${day}`);
  expect(await mismatches()).toEqual([]);
  const { id } = await alterBatch(client);
  expect(await mismatches()).toEqual([{ id, day: '2026-11-17', treasury_sum: '700.000000' }]);
  // The ledger's own refusal is in force again.
  await expect(client.query('UPDATE tpc_distribution_batches SET treasury_sum = 0')).rejects.toThrow(
    /cannot change/,
  );
});

test('alterBatch() says so where no batch is old enough', async () => {
  await distributeOn('2026-11-19');
  await distributeOn('2026-11-20');
  await expect(alterBatch(client)).rejects.toThrow(/old enough/);
  expect(await mismatches()).toEqual([]);
});
