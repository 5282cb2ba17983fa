import { expect, test } from 'vitest';
import { batchSchema } from '../../ledger/batch.ts';
import { compareWithLedger, ledgerRowSchema } from '../../ledger/ledger.ts';
import { walletSchema, walletVerdict } from '../../ledger/wallet.ts';
import { generated, readManifest, readRows, readTree } from '../../testing/content.ts';
import {
  createFieldScene,
  createPublishedFieldScene,
  FIELD_BATCHES,
  findingsIn,
  grantFieldReader,
} from '../../testing/field-ledger.ts';
import { withClient } from '../../testing/postgres.ts';
import { KNOWN_BATCH } from '../../testing/publication.ts';
import { expectNoSecrets } from '../../testing/scene.ts';
import { PRIVATE_IDS } from '../../testing/small-ledger.ts';

test('a database of the field is published as a whole, and its form is said to operator and public', async () => {
  const { scene, ending, standing } = await createPublishedFieldScene();
  expect(ending.text.split('\n').slice(0, 12)).toEqual([
    'form of the source: field',
    '  ledger: field, public.tpc_transactions without batch_id, by public.tpc_distribution_logs',
    '  changelog: field, public.tpc_public_settings_changelog',
    '  split: field, the setting "distribution_split" in public.tpc_public_settings',
    '  wallets: field, the setting "public_wallets" in public.tpc_public_settings',
    'batches: 2 rows',
    'ledger: 2 rows (beside them: lines-without-batch 3, 16.000000)',
    'changelog: 1 rows',
    'split: 1 rows',
    'wallets: 4 rows',
    'metrics: 1 rows',
    'daily: 38 rows',
  ]);
  expect(standing.manifest.source).toEqual({ kind: 'postgres', demo: false, form: 'field' });
  expect(standing.manifest.datasets.batches.row_security).toBe(false);
  expectNoSecrets(scene, ending.text);
});

test('TPC-01, TPC-07: a server in Jakarta with German dates publishes the batch as UTC and ISO, and its hash matches', async () => {
  const { scene } = await createPublishedFieldScene();
  const asTheServerPrints = await withClient(scene.database.readerUrl, (client) =>
    client.query('SELECT max(created_at)::text AS newest FROM tpc_distribution_batches'),
  );
  expect(asTheServerPrints.rows).toEqual([{ newest: '26.01.2026 08:02:03.123456 WIB' }]);
  const [earlier, documented] = await readRows(scene.root, 'batches');
  expect(earlier).toMatchObject({ created_at: '2026-01-05 01:00:00+00', period_start: null });
  expect(documented).toEqual({ ...KNOWN_BATCH, id: FIELD_BATCHES.documented });
  expect((await findingsIn(scene)).batches).toBeUndefined();
});

test('TPC-03: the changelog says what changed, the value out of the whole row, and never who', async () => {
  const { scene, standing } = await createPublishedFieldScene();
  expect(await readRows(scene.root, 'changelog')).toEqual([
    {
      id: '2026-01-10 12:00:00.5+00|distribution_split',
      created_at: '2026-01-10 12:00:00.5+00',
      key: 'distribution_split',
      old_value: '{"buyback": 0.05, "referral": 0.15, "treasury": 0.20}',
      new_value: '{"buyback": 0.05, "referral": 0.10, "treasury": 0.20}',
      reason: 'Less for referral.',
    },
  ]);
  const bytes = [...(await readTree(generated(scene.root))).values()].join();
  expect(standing.tree.size).toBeGreaterThan(7);
  for (const secret of [
    ...Object.values(PRIVATE_IDS),
    'never-to-be-published',
    'mail_password',
    'updated_by',
    'is_public',
  ])
    expect(bytes).not.toContain(secret);
});

test('TPC-02: placeholder and empty addresses are not published ones', async () => {
  const { scene } = await createPublishedFieldScene();
  const wallets = (await readRows(scene.root, 'wallets')).map((row) => walletSchema.parse(row));
  expect(wallets.map((wallet) => [wallet.name, wallet.type, walletVerdict(wallet, wallets).state])).toEqual([
    ['Burn', 'burn', 'not-published'],
    ['Buyback', 'buyback', 'not-published'],
    ['Treasury', 'treasury', 'published'],
    ['liquidity', 'liquidity', 'not-published'],
  ]);
});

test('TPC-02: a wallet without a link states none, and accuses nobody; a link that is there is looked at', async () => {
  const { scene, ending, standing } = await createPublishedFieldScene();
  expect(standing.manifest.datasets.wallets).toMatchObject({
    findings: [],
    not_evaluated: ['wallet-link'],
  });
  expect(ending.text).toContain('not evaluated, wallets: wallet-link');
  const link = (address: string) =>
    scene.asOwner(`UPDATE app_settings SET value = jsonb_set(value, '{treasury,explorer_url}',
      '"https://solscan.io/account/${address}"') WHERE key = 'public_wallets'`);
  await link('TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
  await scene.snapshot();
  expect((await readManifest(scene.root)).datasets.wallets).toMatchObject({
    findings: [],
    not_evaluated: [],
  });
  await link('So11111111111111111111111111111111111111112');
  await scene.snapshot();
  expect((await findingsIn(scene)).wallets).toContainEqual({ guard: 'wallet-link', subjects: ['Treasury'] });
});

test('TPC-02: official_wallets are read with their links, without those that are not in use', async () => {
  const scene = await createFieldScene();
  await scene.asOwner(`DELETE FROM app_settings WHERE key = 'public_wallets';
    CREATE TABLE official_wallets (name text, chain text, address text, purpose text, is_active boolean, explorer_url text);
    INSERT INTO official_wallets VALUES
      ('Treasury', 'solana', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'treasury', true,
       'https://solscan.io/account/TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'),
      ('Before', 'solana', 'So11111111111111111111111111111111111111112', 'treasury', false, NULL),
      ('Burn', 'solana', 'PASTE_BURN_WALLET', 'burn', NULL, NULL)`);
  await withClient(scene.database.ownerUrl, grantFieldReader);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await readRows(scene.root, 'wallets')).map(({ name, type }) => [name, type])).toEqual([
    ['Burn', 'burn'],
    ['Treasury', 'treasury'],
  ]);
  expect((await findingsIn(scene)).wallets).toBeUndefined();
});

test('TPC-08: the ledger of a batch comes through the log, and sums made in floating point are rounding', async () => {
  const { scene } = await createPublishedFieldScene();
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
    referral_lines: '4',
    treasury_lines: '4',
    buyback_lines: '4',
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
  expect((await findingsIn(scene)).ledger).toBeUndefined();
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
  expect((await findingsIn(scene)).batches).toEqual([{ guard: 'hash-missing', subjects: [crashed] }]);
});
