import fc from 'fast-check';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { connectedLedger } from '../../testing/postgres.ts';
import { insertTransactions } from '../../testing/transactions.ts';

let client: pg.Client;

beforeAll(async () => {
  const ledger = await connectedLedger();
  client = ledger.client;
  return ledger.close;
}, 60_000);

/** `millionths × hundredths of a percent`, rounded half away from zero, by integers alone. */
function share(millionths: bigint, hundredths: number): bigint {
  return (millionths * BigInt(hundredths) * 2n + 10_000n) / 20_000n;
}

const toDecimal = (integer: bigint, digits: number) =>
  `${integer / 10n ** BigInt(digits)}.${String(integer % 10n ** BigInt(digits)).padStart(digits, '0')}`;

const splits = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([a, b]) => ({
    referral: Math.min(a, b),
    buyback: 10_000 - Math.max(a, b),
    treasury: Math.abs(a - b),
  }));

test('the treasury gets the remainder: the parts of any amount sum exactly to it (TPC-08)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.bigInt({ min: 1n, max: 999_999_999_999n }), { minLength: 1, maxLength: 40 }),
      splits,
      async (amounts, split) => {
        await client.query("SELECT update_distribution_split($1, $2, $3, 'property')", [
          toDecimal(BigInt(split.referral), 2),
          toDecimal(BigInt(split.treasury), 2),
          toDecimal(BigInt(split.buyback), 2),
        ]);
        await insertTransactions(
          client,
          amounts.map((amount) => ({ amount: toDecimal(amount, 6) })),
        );
        const distributed = await client.query('SELECT * FROM distribute_batch()');
        const batchId: string = distributed.rows[0].batch_id;

        const { rows } = await client.query<Record<'amount' | 'referral' | 'treasury' | 'buyback', string>>(
          `SELECT (t.amount * 1000000)::bigint AS amount,
             (max(l.amount) FILTER (WHERE l.type = 'referral') * 1000000)::bigint AS referral,
             (max(l.amount) FILTER (WHERE l.type = 'treasury') * 1000000)::bigint AS treasury,
             (max(l.amount) FILTER (WHERE l.type = 'buyback') * 1000000)::bigint AS buyback
           FROM tpc_transactions t JOIN tpc_distribution_logs l ON l.transaction_id = t.id
           WHERE t.batch_id = $1 GROUP BY t.id`,
          [batchId],
        );
        expect(rows).toHaveLength(amounts.length);
        for (const row of rows) {
          const amount = BigInt(row.amount);
          const referral = share(amount, split.referral);
          const rounded = share(amount, split.buyback);
          const buyback = rounded > amount - referral ? amount - referral : rounded;
          expect(row).toEqual({
            amount: `${amount}`,
            referral: `${referral}`,
            treasury: `${amount - referral - buyback}`,
            buyback: `${buyback}`,
          });
        }
        const sums = await client.query(
          'SELECT revenue_sum, referral_sum + treasury_sum + buyback_sum AS parts FROM tpc_distribution_batches WHERE id = $1',
          [batchId],
        );
        expect(sums.rows[0].parts).toBe(sums.rows[0].revenue_sum);
      },
    ),
    {
      numRuns: 40,
      examples: [
        [[1n, 1n], { referral: 5000, buyback: 5000, treasury: 0 }],
        // Here a quotient, rounded once by the division, would be rounded up wrongly.
        [[500_000_000_000_005_003n], { referral: 3333, buyback: 1500, treasury: 5167 }],
      ],
    },
  );
}, 60_000);
