import { expect, test } from 'vitest';
import { batchSchema } from '../../domain/batch.ts';
import { compareWithLedger, ledgerRowSchema } from '../../domain/ledger.ts';
import { walletSchema, walletVerdict } from '../../domain/wallet.ts';
import { generated, readManifest, readRows, readTree } from '../../testing/content.ts';
import { createFieldScene, FIELD_BATCHES } from '../../testing/field-ledger.ts';
import { withClient } from '../../testing/postgres.ts';
import { expectNoSecrets, expectStale, type Scene, standingIn } from '../../testing/scene.ts';
import { PRIVATE_IDS } from '../../testing/small-ledger.ts';

/** The field's ledger with a first, good snapshot published. */
async function publishedField() {
  const scene = await createFieldScene();
  const ending = await scene.snapshot();
  expect(ending.text).not.toContain('FAILED');
  expect(ending.exitCode).toBe(0);
  return { scene, ending, standing: await standingIn(scene.root) };
}

async function findingsOf(scene: Scene) {
  const { datasets } = await readManifest(scene.root);
  return Object.fromEntries(
    Object.entries(datasets).flatMap(([name, { findings }]) =>
      findings.length === 0 ? [] : [[name, findings]],
    ),
  );
}

test('a database of the field is published as a whole, and its form is said to operator and public', async () => {
  const { scene, ending, standing } = await publishedField();
  expect(ending.text.split('\n').slice(0, 12)).toEqual([
    'form of the source: field',
    '  ledger: field, public.tpc_transactions without batch_id, by public.tpc_distribution_logs',
    '  changelog: field, public.tpc_settings_changelog',
    '  split: field, the setting "distribution_split" in public.tpc_settings',
    '  wallets: field, the setting "public_wallets" in public.tpc_settings',
    'batches: 2 rows',
    'ledger: 2 rows',
    'changelog: 2 rows',
    'split: 1 rows',
    'wallets: 4 rows',
    'metrics: 1 rows',
    'daily: 23 rows',
  ]);
  expect(standing.manifest.source).toEqual({ kind: 'postgres', demo: false, form: 'field' });
  expect(standing.manifest.datasets.batches.row_security).toBe(false);
  expectNoSecrets(scene, ending.text);
});

test('TPC-01, TPC-07: a server in Jakarta with German dates publishes the batch as UTC and ISO, and its hash matches', async () => {
  const { scene } = await publishedField();
  const asTheServerPrints = await withClient(scene.database.readerUrl, (client) =>
    client.query('SELECT max(created_at)::text AS newest FROM tpc_distribution_batches'),
  );
  expect(asTheServerPrints.rows).toEqual([{ newest: '26.01.2026 08:02:03.123456 WIB' }]);
  const [earlier, documented] = await readRows(scene.root, 'batches');
  expect(earlier).toMatchObject({ created_at: '2026-01-05 01:00:00+00', period_start: null });
  expect(documented).toEqual({
    id: FIELD_BATCHES.documented,
    created_at: '2026-01-26 01:02:03.123456+00',
    period_start: '2026-01-25 00:00:00+00',
    period_end: '2026-01-26 00:00:00+00',
    tx_count: '4',
    revenue_sum: '1000.100010',
    referral_sum: '100.010001',
    treasury_sum: '200.020002',
    buyback_sum: '50.005001',
    public_hash: '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad',
    onchain_tx: null,
    note: null,
  });
  expect((await findingsOf(scene)).batches).toBeUndefined();
});

test('TPC-05: fractions become percentages to the digit, and the rest stays with the platform', async () => {
  const { scene } = await publishedField();
  expect(await readRows(scene.root, 'split')).toEqual([
    { referral: '10', treasury: '20', buyback: '5', platform: '65' },
  ]);
  await scene.asOwner(`UPDATE tpc_settings SET value = '{"referral": 1e-1, "treasury": 0.2000000000000000001,
    "buyback": 0.3}' WHERE key = 'distribution_split'`);
  await scene.snapshot();
  expect(await readRows(scene.root, 'split')).toEqual([
    { referral: '10', treasury: '20.00000000000000001', buyback: '30', platform: '39.99999999999999999' },
  ]);
});

test.each([
  [
    '{"referral": 0.5, "treasury": 0.5, "buyback": 0.05}',
    'the fractions sum to 1.05, which is more than the whole (1)',
  ],
  [
    '{"referral": 10, "treasury": 20, "buyback": 5}',
    'the fractions sum to 35, which is more than the whole (1)',
  ],
  ['{"referral": -0.1, "treasury": 0.2, "buyback": 0.05}', 'expected an amount of 0 or more'],
  ['{"referral": 0.1, "treasury": 0.2}', 'split, row 1'],
  ['[0.1, 0.2, 0.05]', 'split, row 1'],
])('TPC-05: the setting %s is refused, and the last split stands', async (value, reason) => {
  const { scene, standing } = await publishedField();
  await scene.asOwner(`UPDATE tpc_settings SET value = '${value}' WHERE key = 'distribution_split'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(reason);
  await expectStale(scene, ending, standing, { split: 'invalid-row' });
});

test('TPC-05, TPC-08: the history of the split is read from fractions, and each batch is judged by its own', async () => {
  const { scene } = await publishedField();
  expect((await findingsOf(scene)).split).toBeUndefined();
  await scene.asOwner(`UPDATE tpc_distribution_batches SET referral_sum = 10, public_hash = encode(sha256(convert_to(id
    || '|2026-01-05 01:00:00+00|||1|100.000000|10.000000|20.000000|5.000000', 'UTF8')), 'hex')
    WHERE id = '${FIELD_BATCHES.earlier}'`);
  const { text } = await scene.snapshot();
  expect(text).toContain(
    'Batch of 2026-01-05 01:00:00+00: the parts differ from their shares by -5 (tolerance 0.0000015).',
  );
});

test('TPC-03: the changelog says what changed, a text as itself, and never who', async () => {
  const { scene, standing } = await publishedField();
  expect(await readRows(scene.root, 'changelog')).toEqual([
    {
      id: '2026-01-10 12:00:00.5+00|distribution_split',
      created_at: '2026-01-10 12:00:00.5+00',
      key: 'distribution_split',
      old_value: '{"buyback": 0.05, "referral": 0.15, "treasury": 0.20}',
      new_value: '{"buyback": 0.05, "referral": 0.10, "treasury": 0.20}',
      reason: 'Less for referral.',
    },
    expect.objectContaining({
      key: 'support_hours',
      old_value: 'daily',
      new_value: 'weekdays',
      reason: null,
    }),
  ]);
  const bytes = [...(await readTree(generated(scene.root))).values()].join();
  expect(standing.tree.size).toBeGreaterThan(7);
  for (const secret of [...Object.values(PRIVATE_IDS), 'never-to-be-published', 'mail_password'])
    expect(bytes).not.toContain(secret);
});

test('TPC-02: placeholder and empty addresses are not published ones', async () => {
  const { scene } = await publishedField();
  const wallets = (await readRows(scene.root, 'wallets')).map((row) => walletSchema.parse(row));
  expect(wallets.map((wallet) => [wallet.name, wallet.type, walletVerdict(wallet, wallets).state])).toEqual([
    ['Burn', 'burn', 'not-published'],
    ['Buyback', 'buyback', 'not-published'],
    ['Treasury', 'treasury', 'published'],
    ['liquidity', 'liquidity', 'not-published'],
  ]);
  // The setting has no place for a link, which TPC-02 asks for; where there is no address there can be none.
  expect((await findingsOf(scene)).wallets).toEqual([{ guard: 'wallet-link', subjects: ['Treasury'] }]);
});

test('TPC-02: official_wallets are read with their links, without those that are not in use', async () => {
  const scene = await createFieldScene();
  await scene.asOwner(`DELETE FROM tpc_settings WHERE key = 'public_wallets';
    CREATE TABLE official_wallets (name text, chain text, address text, purpose text, is_active boolean, explorer_url text);
    GRANT SELECT ON official_wallets TO tpc_reader;
    INSERT INTO official_wallets VALUES
      ('Treasury', 'solana', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'treasury', true,
       'https://solscan.io/account/TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'),
      ('Before', 'solana', 'So11111111111111111111111111111111111111112', 'treasury', false, NULL),
      ('Burn', 'solana', 'PASTE_BURN_WALLET', 'burn', NULL, NULL)`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await readRows(scene.root, 'wallets')).map(({ name, type }) => [name, type])).toEqual([
    ['Burn', 'burn'],
    ['Treasury', 'treasury'],
  ]);
  expect((await findingsOf(scene)).wallets).toBeUndefined();
});

test('TPC-08: the ledger of a batch comes through the log, and sums made in floating point are rounding', async () => {
  const { scene } = await publishedField();
  const [earlier, documented] = (await readRows(scene.root, 'ledger')).map((row) =>
    ledgerRowSchema.parse(row),
  );
  expect(earlier).toMatchObject({ tx_counted: '1', amount_sum: '100.000000', referral_sum: '15.000000' });
  expect(documented).toEqual({
    batch_id: FIELD_BATCHES.documented,
    tx_counted: '4',
    amount_sum: '1000.100010',
    referral_sum: '100.010000',
    treasury_sum: '200.020002',
    buyback_sum: '50.005000',
    duplicates: '0',
  });
  const batch = batchSchema.parse((await readRows(scene.root, 'batches'))[1]);
  const compared = documented === undefined ? [] : compareWithLedger(batch, documented);
  expect(compared.map(({ figure, difference, verdict }) => [figure, difference, verdict])).toEqual([
    ['tx_count', '0', 'equal'],
    ['revenue_sum', '0.000000', 'equal'],
    ['referral_sum', '0.000001', 'rounding'],
    ['treasury_sum', '0.000000', 'equal'],
    ['buyback_sum', '0.000001', 'rounding'],
  ]);
  expect((await findingsOf(scene)).ledger).toBeUndefined();
});

test('TPC-08: a transaction that the log names and nobody shows is missed', async () => {
  const scene = await createFieldScene();
  await scene.behindTheLedger("DELETE FROM tpc_transactions WHERE id = md5('field 3')::uuid");
  const { text } = await scene.snapshot();
  expect(text).toContain(
    'Batch of 2026-01-26 01:02:03.123456+00: tx_count 4 (ledger 3), revenue_sum 1000.100010',
  );
});

test('a batch of zeros without a hash, as a crash leaves it, is published as one', async () => {
  const scene = await createFieldScene();
  const crashed = '30000000-0000-4000-8000-000000000001';
  await scene.asOwner(
    `INSERT INTO tpc_distribution_batches (id, created_at) VALUES ('${crashed}', '2026-01-27 01:00:00Z')`,
  );
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findingsOf(scene)).batches).toEqual([{ guard: 'hash-missing', subjects: [crashed] }]);
});
