import type pg from 'pg';

/** Who must never be seen: recognisable in any byte that is published. */
export const PRIVATE_IDS = {
  admin: 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa',
  user: 'bbbbbbbb-dead-4bad-8bad-bbbbbbbbbbbb',
} as const;

/** The batches of the small ledger, oldest first. */
export const BATCHES = {
  january: '10000000-0000-4000-8000-000000000001',
  february: '20000000-0000-4000-8000-000000000002',
  march: '30000000-0000-4000-8000-000000000003',
  newest: '40000000-0000-4000-8000-000000000004',
} as const;

/** After the last thing that happened in the small ledger. */
export const NOW = '2026-03-20T09:10:11.123Z';

const JANUARY_PROOF = '5'.repeat(87);

/**
 * Fills an empty reference ledger with three believable months, through the ledger's own functions: four
 * batches, a split change between them, one proof, wallets with and without an address, and transactions
 * that still wait. The same rows every time. The client must be the owner.
 */
export async function fillSmallLedger(client: pg.ClientBase): Promise<void> {
  const { january, february, march, newest } = BATCHES;
  await client.query(`
    SET TimeZone = 'UTC';
    SELECT set_config('tpc.admin_id', '${PRIVATE_IDS.admin}', false);
    ${transactions('2026-01-25 03:04:05.678901', 4)}
    SELECT tpc_distribute_at('2026-01-26 01:02:03.123456Z', '${january}');
    ${transactions('2026-02-10 10:00:00.5', 3)}
    SELECT tpc_distribute_at('2026-02-11 01:00:00Z', '${february}', false);
    SELECT tpc_change_split_at('2026-02-20 12:00:00.25Z', 20, 65, 15, 'More for the treasury until the audit is paid.');
    ${transactions('2026-03-17 23:59:59.999999', 5)}
    SELECT tpc_distribute_at('2026-03-18 01:00:00.1Z', '${march}');
    ${transactions('2026-03-18 22:00:00', 2)}
    SELECT tpc_distribute_at('2026-03-19 01:00:00.000001Z', '${newest}');
    ${transactions('2026-03-19 23:30:00', 2)}
    UPDATE tpc_transactions SET status = 'pending', verified_at = NULL WHERE source_id = 'order 2026-03-19 23:30:00 2';
    SELECT attach_batch_proof('${january}', '${JANUARY_PROOF}');
    UPDATE tpc_distribution_batches SET note = 'The first batch of all.' WHERE id = '${january}';
    INSERT INTO tpc_changelog (created_at, key, old_value, new_value, reason, admin_id) VALUES
      ('2026-01-05 08:00:00Z', 'minimum_payout', '5', '10', 'Fewer and larger payouts cost less.', '${PRIVATE_IDS.admin}'),
      ('2026-03-02 08:00:00Z', 'support_hours', NULL, 'weekdays', NULL, '${PRIVATE_IDS.admin}');
    INSERT INTO tpc_public_wallets (name, address, type, explorer_url) VALUES
      ('Burn', '1nc1nerator11111111111111111111111111111111', 'burn',
       'https://solscan.io/account/1nc1nerator11111111111111111111111111111111'),
      ('Buyback', 'So11111111111111111111111111111111111111112', 'buyback',
       'https://solscan.io/account/So11111111111111111111111111111111111111112'),
      ('Liquidity', 'PASTE_LIQUIDITY_WALLET', 'liquidity', NULL),
      ('Treasury', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'treasury',
       'https://solscan.io/account/TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
    SELECT set_config('tpc.admin_id', '', false);`);
}

/** Verified transactions of one instant, each with an id and an amount that follow from it. */
export function transactions(instant: string, count: number): string {
  return `INSERT INTO tpc_transactions (id, user_id, type, amount, source_id, status, verified_at, created_at)
    SELECT md5('${instant}' || n)::uuid, '${PRIVATE_IDS.user}', 'marketplace', 100 + n * 0.123457,
      'order ${instant} ' || n, 'verified', '${instant}Z', '${instant}Z'
    FROM generate_series(1, ${count}) AS n;`;
}
