import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';

const ID = '20000000-0000-4000-8000-000000000001';
const INPUT =
  '20000000-0000-4000-8000-000000000001|2026-01-26 01:02:03.123456+00|2026-01-25 00:00:00+00|2026-01-26 00:00:00+00|4|1000.100010|100.010001|200.020002|50.005001';
const HASH = '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad';

let database: LedgerDatabase;

beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.ownerUrl, async (client) => {
    await client.query(`
      INSERT INTO tpc_distribution_batches
        (id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum)
      VALUES
        ('${ID}', '2026-01-26T01:02:03.123456Z', '2026-01-25T00:00:00Z', '2026-01-26T00:00:00Z',
          4, 1000.10001, 100.010001, 200.020002, 50.005001),
        ('20000000-0000-4000-8000-000000000002', '2026-01-27T01:02:03.12Z', NULL, NULL, 1, 1, 0.25, 0.6, 0.15),
        ('20000000-0000-4000-8000-000000000003', '2026-01-28T01:02:03Z', NULL, NULL, 1, 1, 0.25, 0.6, 0.15)`);
  });
}, 60_000);

afterAll(() => database?.drop());

async function ask(client: pg.Client, id: string): Promise<{ input: string | null; hash: string | null }> {
  const { rows } = await client.query(
    'SELECT tpc_batch_hash_input($1) AS input, tpc_batch_hash($1) AS hash',
    [id],
  );
  return rows[0];
}

describe('the hash of a batch (TPC-07)', () => {
  test.each([
    ['UTC and ISO', 'UTC', 'ISO, MDY'],
    ['Jakarta and German', 'Asia/Jakarta', 'German'],
    ['New York and SQL, day first', 'America/New_York', 'SQL, DMY'],
  ])('is the documented one in a session with %s dates', async (_name, zone, style) => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query("SELECT set_config('TimeZone', $1, false), set_config('DateStyle', $2, false)", [
        zone,
        style,
      ]);
      expect(await ask(client, ID)).toEqual({ input: INPUT, hash: HASH });
    });
  });

  test('writes a null period as empty text and drops the zeros at the end of a second', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const tenths = await ask(client, '20000000-0000-4000-8000-000000000002');
      const whole = await ask(client, '20000000-0000-4000-8000-000000000003');
      expect(tenths.input).toBe(
        '20000000-0000-4000-8000-000000000002|2026-01-27 01:02:03.12+00|||1|1.000000|0.250000|0.600000|0.150000',
      );
      expect(whole.input).toBe(
        '20000000-0000-4000-8000-000000000003|2026-01-28 01:02:03+00|||1|1.000000|0.250000|0.600000|0.150000',
      );
      expect(whole.hash).toBe(createHash('sha256').update(String(whole.input)).digest('hex'));
    });
  });

  test('is null for a batch that does not exist', async () => {
    await withClient(database.ownerUrl, async (client) => {
      expect(await ask(client, '20000000-0000-4000-8000-00000000ffff')).toEqual({ input: null, hash: null });
    });
  });
});

describe('a batch with a public hash', () => {
  const refused = /has a public hash: its hashed figures cannot change/;

  test.each([
    "created_at = created_at + interval '1 microsecond'",
    'period_start = NULL',
    'period_end = now()',
    'tx_count = tx_count + 1',
    'revenue_sum = revenue_sum + 0.000001',
    'referral_sum = 0',
    'treasury_sum = treasury_sum + 100',
    'buyback_sum = 0',
    'public_hash = NULL',
  ])('refuses a change of %s', async (assignment) => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query(
        `UPDATE tpc_distribution_batches SET public_hash = '${HASH}' WHERE id = '${ID}' AND public_hash IS NULL`,
      );
      await expect(
        client.query(`UPDATE tpc_distribution_batches SET ${assignment} WHERE id = '${ID}'`),
      ).rejects.toThrow(refused);
      expect(await ask(client, ID)).toEqual({ input: INPUT, hash: HASH });
    });
  });

  test('still takes a note', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `UPDATE tpc_distribution_batches SET note = 'checked' WHERE id = '${ID}' RETURNING note`,
      );
      expect(rows).toEqual([{ note: 'checked' }]);
    });
  });
});
