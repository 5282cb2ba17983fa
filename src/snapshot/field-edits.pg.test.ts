import { expect, test } from 'vitest';
import { generated } from '../testing/content.ts';
import { createPublishedFieldScene, FIELD_BATCHES, findingsIn } from '../testing/field-ledger.ts';
import type { Scene } from '../testing/scene.ts';
import { readContent } from './content.ts';

/** The flags on the batches and their ledger, by guard. */
async function flags(scene: Scene) {
  const { batches = [], ledger = [] } = await findingsIn(scene);
  return Object.fromEntries([...batches, ...ledger].map(({ guard, subjects }) => [guard, subjects]));
}

test('the life of the field: each thing that happens there is recorded and told as what it is, and nothing stands still', async () => {
  const { scene } = await createPublishedFieldScene();
  const { earlier, documented } = FIELD_BATCHES;
  const run = async (sql: string) => {
    await scene.behindTheLedger(sql);
    const { exitCode } = await scene.snapshot();
    expect(exitCode).toBe(0);
    return flags(scene);
  };
  // A proof that comes late is an addition.
  const proof = await run(
    `UPDATE tpc_distribution_batches SET onchain_tx = '${'5'.repeat(87)}' WHERE id = '${earlier}'`,
  );
  expect(proof).not.toHaveProperty('changed-after-publication');
  // Figures edited together with a hash, made as the sessions of this server print: Jakarta, German.
  const edited = await run(`UPDATE tpc_distribution_batches SET note = note, treasury_sum = treasury_sum + 1
      WHERE id = '${documented}';
    UPDATE tpc_distribution_batches SET public_hash = encode(sha256(convert_to(concat_ws('|', id::text, created_at::text,
      coalesce(period_start::text, ''), coalesce(period_end::text, ''), tx_count::text, revenue_sum::text,
      referral_sum::text, treasury_sum::text, buyback_sum::text), 'UTF8')), 'hex') WHERE id = '${documented}'`);
  expect(edited).toMatchObject({
    'changed-after-publication': [documented],
    'hash-not-recomputable': [documented],
  });
  expect(edited).not.toHaveProperty('hash-mismatch');
  // A deletion, and another edit after it: both are told.
  await run(`DELETE FROM tpc_distribution_batches WHERE id = '${earlier}'`);
  const after = await run(
    `UPDATE tpc_distribution_batches SET buyback_sum = buyback_sum + 2 WHERE id = '${documented}'`,
  );
  expect(after).toMatchObject({
    'gone-after-publication': [earlier],
    'hash-mismatch': [documented],
  });
  const { record } = await readContent(generated(scene.root));
  expect(record.get('batches')?.get(documented)?.changes).toHaveLength(2);
  expect(record.get('batches')?.get(earlier)?.gone).not.toBeNull();
  // A crash leaves a batch of zeros, a double run one that counts transactions for which it has no line.
  const [crashed, double] = ['3', '4'].map((n) => `${n}0000000-0000-4000-8000-000000000001`);
  const last =
    await run(`INSERT INTO tpc_distribution_batches (id, created_at) VALUES ('${crashed}', '2026-03-27 01:00:00Z');
    INSERT INTO tpc_distribution_batches (id, created_at, tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum)
      SELECT '${double}', '2026-03-28 01:00:00Z', tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum
        FROM tpc_distribution_batches WHERE id = '${documented}'`);
  expect(last).toMatchObject({
    'hash-missing': [crashed, double],
    'ledger-differs': expect.arrayContaining([double]),
  });
});
