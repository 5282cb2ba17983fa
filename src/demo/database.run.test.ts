import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoDatabase, openDemoDatabase } from './database.ts';
import { alterBatch, fillHistory } from './history.ts';
import { installLedger } from './ledger.ts';

let database: DemoDatabase;

beforeAll(async () => {
  database = await openDemoDatabase();
}, 60_000);
afterAll(() => database?.close());

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('takes one connection after another', async () => {
  for (let index = 0; index < 10; index += 1)
    expect(await ask(`SELECT ${index} AS i`)).toEqual([{ i: index }]);
});

test('holds the ledger and its history, with one mismatch after alterBatch', async () => {
  const client = new pg.Client(database.url);
  await client.connect();
  await installLedger(client);
  await fillHistory(client, { now: new Date('2026-11-20T09:10:11Z'), seed: 1 });
  const { id } = await alterBatch(client);
  await client.end();
  expect(
    await ask(
      'SELECT id FROM tpc_distribution_batches WHERE public_hash IS DISTINCT FROM tpc_batch_hash(id)',
    ),
  ).toEqual([{ id }]);
}, 60_000);
