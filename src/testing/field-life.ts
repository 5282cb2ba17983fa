import type { Scene } from './scene.ts';
import { PRIVATE_IDS } from './small-ledger.ts';

/** The batches that `honestMonth` makes, oldest first: each of a day of February 2026. */
export const MONTH = ['05', '12', '19', '26'].map((day) => `a0000000-0000-4000-8000-0000000002${day}`);

const asAdmin = `SET request.jwt.claims = '{"sub": "${PRIVATE_IDS.admin}", "role": "authenticated"}'`;
const sessionOf = (zone: string, style: string) => `SET TimeZone = '${zone}'; SET DateStyle = '${style}'`;

/** Verified transactions of one day, a minute apart, with amounts that floating point does not sum exactly. */
export async function earn(scene: Scene, day: string, count: number): Promise<void> {
  await scene.asOwner(`INSERT INTO tpc_transactions (id, user_id, type, amount, source_id, status, verified_at, created_at)
    SELECT md5('${day} ' || n)::uuid, '${PRIVATE_IDS.user}', 'marketplace', 10.1 + n * 0.333333, 'order ' || n, 'verified',
           made, made
      FROM generate_series(1, ${count}) AS n, LATERAL (SELECT timestamptz '${day}T00:00Z' + n * interval '1 minute') AS at (made)`);
}

/** The platform's distribution of whatever waits, run by a session of this zone and date style. */
export async function distribute(scene: Scene, at: string, batch: string, zone = 'UTC', style = 'ISO, MDY') {
  await scene.asOwner(`${sessionOf(zone, style)}; SELECT edge.distribute('${at}', '${batch}')`);
}

/** February 2026: four batches, one of them of 200 transactions, whose unrounded sums drift from the log's. */
export async function honestMonth(scene: Scene): Promise<void> {
  for (const [index, count] of [3, 200, 7, 12].entries()) {
    const batch = MONTH[index] ?? '';
    const day = `2026-02-${batch.slice(-2)}`;
    await earn(scene, day, count);
    await distribute(scene, `${day}T10:00:00.25Z`, batch);
  }
}

/** An administrator sets the split through the platform's function; its trigger writes the changelog. */
export async function changeSplit(
  scene: Scene,
  at: string,
  shares: readonly [string, string, string],
): Promise<void> {
  await scene.asOwner(`${asAdmin}; SELECT admin_set_distribution_split(${shares.join(', ')});
    UPDATE tpc_settings_changelog SET changed_at = '${at}' WHERE changed_at = (SELECT max(changed_at) FROM tpc_settings_changelog)`);
}

/** An administrator attaches the signature of a transaction on chain, long after the batch was made. */
export async function proveLate(scene: Scene, batch: string): Promise<void> {
  await scene.asOwner(`${asAdmin}; SELECT admin_set_batch_onchain_tx('${batch}', '${'5'.repeat(87)}')`);
}

/** Somebody without a login alters a batch and has the platform make its hash anew. */
export async function editWithNewHash(scene: Scene, batch: string): Promise<void> {
  await scene.asOwner(`SET ROLE anon; ${sessionOf('UTC', 'ISO, MDY')};
    UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 1 WHERE id = '${batch}';
    SELECT generate_batch_public_hash('${batch}')`);
}

/** Somebody without a login deletes a batch; its log lines name none since. */
export async function deleteBatch(scene: Scene, batch: string): Promise<void> {
  await scene.asOwner(`SET ROLE anon; DELETE FROM tpc_distribution_batches WHERE id = '${batch}'`);
}

/** A distribution that ended right after it began: a batch of zeros without a hash. */
export async function crash(scene: Scene, at: string, batch: string): Promise<void> {
  await scene.asOwner(`INSERT INTO tpc_distribution_batches (id, created_at, note)
    VALUES ('${batch}', '${at}', 'Auto distribution batch')`);
}

/** The flag of a batch's transactions is lost and cron runs again: another batch counts them, without a line. */
export async function runTwice(scene: Scene, first: string, at: string, second: string): Promise<void> {
  await scene.asOwner(`UPDATE tpc_transactions SET distributed = false, distributed_at = NULL
    WHERE id IN (SELECT transaction_id FROM tpc_distribution_logs WHERE batch_id = '${first}')`);
  await distribute(scene, at, second);
}

/** What a later form of the platform has and nobody documented: statuses, a type, a fourth part, one name twice. */
export async function beyondDocumented(scene: Scene): Promise<void> {
  await scene.asOwner(`ALTER TABLE tpc_transactions DROP CONSTRAINT documented_types, DROP CONSTRAINT documented_statuses;
    ALTER TABLE tpc_distribution_logs DROP CONSTRAINT documented_parts;
    INSERT INTO tpc_transactions (user_id, type, amount, status, created_at)
      SELECT '${PRIVATE_IDS.user}', type, amount, status, '2026-02-27T01:00Z'
        FROM (VALUES ('marketplace', 5, 'refunded'), ('staking', 6, 'rejected'), ('donation', 7, 'pending'),
                     ('marketplace', 8, 'disputed')) AS tx (type, amount, status);
    INSERT INTO tpc_distribution_logs (transaction_id, type, amount, batch_id)
      SELECT transaction_id, 'burn', 0.25, batch_id FROM tpc_distribution_logs WHERE batch_id IS NOT NULL LIMIT 1;
    UPDATE app_settings SET value = value || '{"burn": 0.01, "approved_by": "${PRIVATE_IDS.admin}"}'
      WHERE key = 'distribution_split';
    UPDATE app_settings SET value = jsonb_set(value, '{buyback,label}', '"Treasury"') WHERE key = 'public_wallets'`);
}
