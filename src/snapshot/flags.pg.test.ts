import { expect, test } from 'vitest';
import { createPublishedScene, createScene, type Scene, standingIn } from '../testing/scene.ts';
import { BATCHES, transactions } from '../testing/small-ledger.ts';

/** The one flag of a dataset after a good run, with what the operator was told. */
async function flagged(
  scene: Scene,
  dataset: 'batches' | 'ledger' | 'changelog' | 'split' | 'wallets' | 'metrics' | 'daily',
) {
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(0);
  const { manifest } = await standingIn(scene.root);
  return { text: ending.text, findings: manifest.datasets[dataset].findings };
}

test('TPC-07: a hash that is not that of the figures is published as a mismatch', async () => {
  const scene = await createScene();
  await scene.snapshot();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 0.000001 WHERE id = '${BATCHES.january}'`,
  );
  const { text, findings } = await flagged(scene, 'batches');
  expect(findings).toContainEqual({ guard: 'hash-mismatch', subjects: [BATCHES.january] });
  expect(text).toContain(`its public hash is not that of its figures (${BATCHES.january}; earlier-figures)`);
});

test('TPC-07: a batch without a hash is published as such', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET public_hash = NULL WHERE id = '${BATCHES.february}'`,
  );
  const { text, findings } = await flagged(scene, 'batches');
  expect(findings).toEqual([{ guard: 'hash-missing', subjects: [BATCHES.february] }]);
  expect(text).toContain(`Batch of 2026-02-11 01:00:00+00: it has no public hash (${BATCHES.february}).`);
});

test('TPC-08: parts that are not their shares break the share rule, with difference and tolerance', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(`UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 0.01
      WHERE id = '${BATCHES.march}';
    UPDATE tpc_distribution_batches SET public_hash = tpc_batch_hash(id)`);
  const { text, findings } = await flagged(scene, 'batches');
  expect(findings).toEqual([{ guard: 'share-rule-broken', subjects: [BATCHES.march] }]);
  expect(text).toContain('the sum of the parts differs by 0.01, referral by');
});

test('TPC-08: a batch is judged by the split of its own time, not by the present one', async () => {
  const scene = await createScene();
  const { findings } = await flagged(scene, 'batches');
  expect(findings).toEqual([]);
});

test('TPC-08: a batch whose ledger says otherwise is flagged with both figures', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_logs SET amount = amount + 1 WHERE type = 'buyback' AND batch_id = '${BATCHES.newest}'`,
  );
  const { text, findings } = await flagged(scene, 'ledger');
  expect(findings).toEqual([{ guard: 'ledger-differs', subjects: [BATCHES.newest] }]);
  expect(text).toContain('buyback_sum 30.055556 (ledger 32.055556)');
});

test('TPC-08: a difference of one millionth is rounding, and no finding', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(`UPDATE tpc_distribution_logs SET amount = amount + 0.000001
    WHERE id = (SELECT id FROM tpc_distribution_logs WHERE batch_id = '${BATCHES.newest}' ORDER BY id LIMIT 1)`);
  expect((await flagged(scene, 'ledger')).findings).toEqual([]);
});

test('TPC-12: a transaction distributed twice to the same part is flagged in its batch', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(`ALTER TABLE tpc_distribution_logs DROP CONSTRAINT tpc_distribution_logs_transaction_id_type_key;
    INSERT INTO tpc_distribution_logs (transaction_id, type, amount, batch_id)
      SELECT transaction_id, type, 0, batch_id FROM tpc_distribution_logs WHERE batch_id = '${BATCHES.february}' LIMIT 2`);
  const { text, findings } = await flagged(scene, 'ledger');
  expect(findings).toEqual([{ guard: 'duplicate-distribution', subjects: [BATCHES.february] }]);
  expect(text).toContain('2 pairs of (transaction_id, type) occur more than once');
});

test('TPC-02: a wallet whose link leads elsewhere is flagged; one without an address is not', async () => {
  const scene = await createScene();
  await scene.asOwner(
    "UPDATE tpc_public_wallets SET explorer_url = 'https://solscan.io/account/elsewhere?cluster=devnet' WHERE name = 'Treasury'",
  );
  const { text, findings } = await flagged(scene, 'wallets');
  expect(findings).toEqual([{ guard: 'wallet-link', subjects: ['Treasury'] }]);
  expect(text).toContain('Wallet "Treasury": its explorer link has other-address, other-network.');
});

test('TPC-20: a reason in the changelog that promises results is published with a flag, not hidden', async () => {
  const scene = await createScene();
  await scene.asOwner(
    "UPDATE tpc_changelog SET reason = 'Guaranteed returns' WHERE created_at = (SELECT max(created_at) FROM tpc_changelog)",
  );
  const { text, findings } = await flagged(scene, 'changelog');
  expect(findings.map(({ guard }) => guard)).toEqual(['promise-made']);
  expect(text).toContain('promises results: "Guaranteed returns"');
});

test('TPC-05: a split changed past the changelog is flagged as a gap in its history', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner(
    'UPDATE tpc_distribution_settings SET referral_percentage = 10, treasury_percentage = 75',
  );
  const { findings } = await flagged(scene, 'split');
  expect(findings).toEqual([{ guard: 'split-history', subjects: ['current'] }]);
});

test('a transaction verified without saying when counts on the day it was made', async () => {
  const scene = await createScene();
  await scene.asOwner(`${transactions('2026-03-19 05:00:00', 2)}
    UPDATE tpc_transactions SET verified_at = NULL WHERE source_id LIKE 'order 2026-03-19 05:00:00%'`);
  expect((await flagged(scene, 'metrics')).findings).toEqual([]);
});

test('a flag that compares with a dataset of an earlier run is not evaluated, and that is said', async () => {
  const { scene } = await createPublishedScene();
  // The split changes as it should and a batch follows it, but the changelog can not be read in this run.
  await scene.asOwner(`SELECT public.update_distribution_split(10, 80, 10, 'Agreed in October.')`);
  await scene.asOwner(`INSERT INTO tpc_transactions (type, amount, status, verified_at, created_at)
    SELECT 'staking', 100, 'verified', made, made FROM (SELECT clock_timestamp() AS made) AS clock`);
  await scene.asOwner('SELECT public.distribute_batch()');
  await scene.asOwner('REVOKE SELECT (reason) ON tpc_changelog FROM tpc_reader');
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toContain('not evaluated, batches: share-rule-broken');
  expect(ending.text).toContain('not evaluated, split: split-history');
  const { manifest } = await standingIn(scene.root);
  expect(manifest.datasets.batches).toMatchObject({
    state: 'current',
    findings: [],
    not_evaluated: ['share-rule-broken'],
  });
  expect(manifest.datasets.split).toMatchObject({ findings: [], not_evaluated: ['split-history'] });
  await scene.asOwner('GRANT SELECT (reason) ON tpc_changelog TO tpc_reader');
  expect((await scene.snapshot()).exitCode).toBe(0);
  const after = await standingIn(scene.root);
  expect(after.manifest.datasets.batches).toMatchObject({ findings: [], not_evaluated: [] });
});
