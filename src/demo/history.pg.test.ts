import { base58 } from '@scure/base';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_MARK } from '../core/demo-mark.ts';
import { connectedLedger, createLedgerDatabase, withClient } from '../testing/postgres.ts';
import { fillHistory } from './history.ts';

const now = new Date('2026-11-20T09:10:11.123Z');
const seed = 20261120;

const progress: [done: number, total: number][] = [];
let client: pg.Client;

beforeAll(async () => {
  const ledger = await connectedLedger();
  client = ledger.client;
  await client.query("SET timezone = 'UTC'");
  await fillHistory(client, { now, seed, onProgress: (done, total) => progress.push([done, total]) });
  return ledger.close;
}, 120_000);

async function ask(sql: string, by: pg.Client = client): Promise<Record<string, unknown>[]> {
  return (await by.query(sql)).rows;
}

async function one(sql: string): Promise<Record<string, unknown>> {
  const rows = await ask(sql);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

const allRows = {
  batches: 'SELECT b::text FROM tpc_distribution_batches b ORDER BY created_at',
  transactions: 'SELECT t::text FROM tpc_transactions t ORDER BY id',
  logs: 'SELECT l::text FROM tpc_distribution_logs l ORDER BY id',
  changelog: 'SELECT c::text FROM tpc_changelog c ORDER BY created_at, key',
  wallets: 'SELECT w::text FROM tpc_public_wallets w ORDER BY name',
};

describe('fillHistory()', () => {
  test('gives the same rows for the same seed and now', async () => {
    const twin = await createLedgerDatabase();
    try {
      await withClient(twin.ownerUrl, async (other) => {
        await other.query("SET timezone = 'UTC'");
        await fillHistory(other, { now, seed });
        for (const sql of Object.values(allRows)) expect(await ask(sql, other)).toEqual(await ask(sql));
      });
    } finally {
      await twin.drop();
    }
  }, 120_000);

  test('says how far it is, batch by batch', () => {
    expect(progress.at(-1)).toEqual([progress.length, progress.length]);
    expect(progress[0]).toEqual([1, progress.length]);
  });

  test('says in the database that the figures are invented', async () => {
    const { comment } = await one(
      "SELECT obj_description('tpc_distribution_batches'::regclass, 'pg_class') AS comment",
    );
    expect(comment).toContain(DEMO_MARK);
  });

  test('makes 18 months of batches: every third day, then daily, the newest within a day', async () => {
    const { batches, newest_is_recent, days } = await one(
      `SELECT count(*)::int AS batches,
         max(created_at) > timestamptz '${now.toISOString()}' - interval '24 hours'
           AND max(created_at) < timestamptz '${now.toISOString()}' AS newest_is_recent,
         extract(day FROM max(created_at) - min(created_at))::int AS days
       FROM tpc_distribution_batches`,
    );
    expect(newest_is_recent).toBe(true);
    expect(days).toBeGreaterThan(540);
    expect(batches).toBeGreaterThanOrEqual(270);
    expect(batches).toBeLessThanOrEqual(320);
    const gaps = await ask(
      `SELECT DISTINCT created_at::date - lag(created_at::date) OVER (ORDER BY created_at) AS gap
       FROM tpc_distribution_batches ORDER BY gap`,
    );
    expect(gaps.map(({ gap }) => gap)).toEqual([1, 3, null]);
  });

  test('every hash matches, every sum adds up, every count is right', async () => {
    expect(
      await ask(
        `SELECT b.id FROM tpc_distribution_batches b
         LEFT JOIN (SELECT batch_id, count(*) AS n, sum(amount) AS s FROM tpc_transactions GROUP BY 1) t
           ON t.batch_id = b.id
         WHERE b.public_hash IS DISTINCT FROM tpc_batch_hash(b.id)
            OR b.revenue_sum <> b.referral_sum + b.treasury_sum + b.buyback_sum
            OR b.tx_count IS DISTINCT FROM t.n OR b.revenue_sum IS DISTINCT FROM t.s`,
      ),
    ).toEqual([]);
  });

  test('every period holds the verification of its transactions; one batch has none', async () => {
    expect((await ask('SELECT FROM tpc_distribution_batches WHERE period_start IS NULL')).length).toBe(1);
    expect(
      await ask(
        `SELECT t.id FROM tpc_transactions t JOIN tpc_distribution_batches b ON b.id = t.batch_id
         WHERE t.verified_at < b.period_start OR t.verified_at >= b.period_end
            OR (b.period_start IS NULL) <> (b.period_end IS NULL)`,
      ),
    ).toEqual([]);
  });

  test('has about twenty thousand transactions, and some that still wait', async () => {
    const { all, per_batch, revenue, six_decimals } = await one(
      `SELECT (SELECT count(*)::int FROM tpc_transactions) AS all,
         avg(tx_count)::int AS per_batch, avg(revenue_sum)::int AS revenue,
         (SELECT count(*)::int FROM tpc_transactions WHERE amount * 100 <> trunc(amount * 100)) AS six_decimals
       FROM tpc_distribution_batches`,
    );
    expect(all).toBeGreaterThan(18_000);
    expect(all).toBeLessThan(21_000);
    expect(per_batch).toBeGreaterThan(60);
    expect(per_batch).toBeLessThan(72);
    expect(revenue).toBeGreaterThan(10_000);
    expect(revenue).toBeLessThan(12_000);
    expect(six_decimals).toBeGreaterThan(18_000);
    const waiting = await one(
      `SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending,
         count(*) FILTER (WHERE status = 'verified')::int AS verified FROM tpc_transactions WHERE NOT distributed`,
    );
    expect(waiting.pending).toBeGreaterThan(0);
    expect(waiting.verified).toBeGreaterThan(0);
  });

  test('changed the split through the ledger: 20/65/15 until the present 25/60/15', async () => {
    const changes = await ask(
      "SELECT old_value, new_value FROM tpc_changelog WHERE key = 'distribution_split' ORDER BY created_at",
    );
    expect(changes.length).toBeGreaterThanOrEqual(3);
    expect(changes.at(-1)).toEqual({
      old_value: '{"referral":"20","treasury":"65","buyback":"15"}',
      new_value: '{"referral":"25","treasury":"60","buyback":"15"}',
    });
    expect(
      await one(
        'SELECT referral_percentage::text r, treasury_percentage::text t FROM tpc_distribution_settings',
      ),
    ).toEqual({ r: '25', t: '60' });
  });

  test('has three wallets with a link to their own address and one that is not published', async () => {
    const wallets = await ask(
      'SELECT address, explorer_url FROM tpc_public_wallets ORDER BY explorer_url NULLS LAST',
    );
    expect(wallets).toHaveLength(4);
    expect(wallets[3]).toEqual({ address: 'PASTE_LIQUIDITY_WALLET', explorer_url: null });
    for (const { address, explorer_url } of wallets.slice(0, 3)) {
      expect(base58.decode(String(address))).toHaveLength(32);
      expect(explorer_url).toBe(`https://solscan.io/account/${address}`);
    }
  });

  test('has a proof of 64 bytes on most older batches, and a note on a few', async () => {
    const proofs = await ask('SELECT onchain_tx FROM tpc_distribution_batches WHERE onchain_tx IS NOT NULL');
    expect(proofs.length).toBeGreaterThan(progress.length / 2);
    expect(proofs.length).toBeLessThan(progress.length);
    for (const { onchain_tx } of proofs) expect(base58.decode(String(onchain_tx))).toHaveLength(64);
    const { notes } = await one('SELECT count(note)::int AS notes FROM tpc_distribution_batches');
    expect(notes).toBeGreaterThan(1);
    expect(notes).toBeLessThan(20);
  });

  test('tells a few hundred changes, in words that say nothing about results', async () => {
    const texts = await ask(
      `SELECT concat_ws(' ', key, old_value, new_value, reason) AS text FROM tpc_changelog
       UNION ALL SELECT note FROM tpc_distribution_batches WHERE note IS NOT NULL`,
    );
    expect(texts.length).toBeGreaterThan(200);
    const banned =
      /profit|\broi\b|return|guarantee|yield|gain|earning|janji|keuntungan|jamin|imbal hasil|bagi hasil|pengembalian/i;
    expect(texts.filter(({ text }) => banned.test(String(text)))).toEqual([]);
  });

  test('refuses a ledger that is not empty', async () => {
    await expect(fillHistory(client, { now, seed })).rejects.toThrow(/not empty/);
  });
});
