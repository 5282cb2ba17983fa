import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectedLedger } from '../../testing/postgres.ts';
import { insertTransactions } from '../../testing/transactions.ts';

let client: pg.Client;

beforeAll(async () => {
  const ledger = await connectedLedger();
  client = ledger.client;
  return ledger.close;
}, 60_000);

function update(referral: unknown, treasury: unknown, buyback: unknown, reason: unknown): Promise<unknown> {
  return client.query(
    `SELECT public.update_distribution_split(
       p_referral_percentage => $1, p_treasury_percentage => $2, p_buyback_percentage => $3, p_reason => $4)`,
    [referral, treasury, buyback, reason],
  );
}

async function present(): Promise<unknown> {
  const { rows } = await client.query(
    'SELECT referral_percentage, treasury_percentage, buyback_percentage FROM tpc_distribution_settings',
  );
  return rows;
}

describe('update_distribution_split() (TPC-05)', () => {
  test.each([
    ['does not sum to 100', [25, 60, 16, 'a reason'], /sum to 101, not to 100/],
    ['misses 100 by a millionth', ['25', '60', '14.999999', 'a reason'], /not to 100/],
    ['has a negative part', [-10, 95, 15, 'a reason'], /negative/],
    ['has no treasury part', [25, null, 75, 'a reason'], /all three/],
    ['is not a number', ['NaN', 60, 15, 'a reason'], /not to 100/],
    ['gives no reason', [20, 65, 15, null], /needs a reason/],
    ['gives blanks as a reason', [20, 65, 15, ' \n\t'], /needs a reason/],
  ] as const)('refuses a split that %s, and changes nothing', async (_name, [a, b, c, reason], message) => {
    const before = await present();
    await expect(update(a, b, c, reason)).rejects.toThrow(message);
    expect(await present()).toEqual(before);
    expect((await client.query('SELECT FROM tpc_changelog')).rowCount).toBe(0);
  });

  test('the table itself refuses a split that does not sum to 100', async () => {
    await expect(
      client.query('UPDATE tpc_distribution_settings SET treasury_percentage = 61'),
    ).rejects.toThrow(/check constraint/);
  });

  test('a change takes effect with the next batch and stands in the changelog', async () => {
    const transactions = [{ amount: '100' }, { amount: '100' }];
    const sums =
      'SELECT referral_sum, treasury_sum, buyback_sum FROM tpc_distribution_batches ORDER BY created_at';

    await insertTransactions(client, transactions);
    await client.query('SELECT distribute_batch()');
    await client.query("SELECT set_config('tpc.admin_id', '30000000-0000-4000-8000-000000000001', false)");
    await update('17.50', '67.5', 15, 'Interim step');
    expect((await client.query(sums)).rows).toEqual([
      { referral_sum: '50.000000', treasury_sum: '120.000000', buyback_sum: '30.000000' },
    ]);

    await insertTransactions(client, transactions);
    await client.query('SELECT distribute_batch()');
    expect((await client.query(sums)).rows[1]).toEqual({
      referral_sum: '35.000000',
      treasury_sum: '135.000000',
      buyback_sum: '30.000000',
    });
    const { rows } = await client.query(
      'SELECT key, old_value, new_value, reason, admin_id FROM tpc_changelog',
    );
    expect(rows).toEqual([
      {
        key: 'distribution_split',
        old_value: '{"referral":"25","treasury":"60","buyback":"15"}',
        new_value: '{"referral":"17.5","treasury":"67.5","buyback":"15"}',
        reason: 'Interim step',
        admin_id: '30000000-0000-4000-8000-000000000001',
      },
    ]);
  });
});
