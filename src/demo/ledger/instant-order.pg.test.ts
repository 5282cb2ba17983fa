import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createLedgerDatabase, withClient } from '../../testing/postgres.ts';
import { insertTransactions } from '../../testing/transactions.ts';

test('TPC-05: a batch that waits for a split change bears a later instant than the change it follows', async () => {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  await withClient(database.ownerUrl, (client) => insertTransactions(client, [{ amount: '100' }]));
  const changing = new pg.Client(database.ownerUrl);
  const distributing = new pg.Client(database.ownerUrl);
  await Promise.all([changing.connect(), distributing.connect()]);
  // The distribution's transaction is the older one, but it has to wait for the change.
  await distributing.query('BEGIN');
  await distributing.query('SELECT now()');
  await changing.query('BEGIN');
  await changing.query("SELECT public.update_distribution_split(10, 80, 10, 'Agreed in October.')");
  const distributed = distributing.query('SELECT * FROM public.distribute_batch()');
  await changing.query('COMMIT');
  await distributed;
  await distributing.query('COMMIT');
  const { rows } = await changing.query(
    `SELECT b.referral_sum, b.created_at > c.created_at AS follows
       FROM public.tpc_distribution_batches AS b, public.tpc_changelog AS c`,
  );
  expect(rows).toEqual([{ referral_sum: '10.000000', follows: true }]);
  await Promise.all([changing.end(), distributing.end()]);
});
