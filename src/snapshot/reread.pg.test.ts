import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generated, readManifest, readRows, readTree, within } from '../testing/content.ts';
import {
  chooseForm,
  createPublishedFieldScene,
  findingsIn,
  grantFieldReader,
} from '../testing/field-ledger.ts';
import { withClient } from '../testing/postgres.ts';
import { expectStale, type Scene, standingIn } from '../testing/scene.ts';

const TREASURY = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
const OTHER = 'So11111111111111111111111111111111111111112';

/** A second place of the field's form, with the treasury at another address. */
async function makeOfficialWallets(scene: Scene): Promise<void> {
  await scene.asOwner(`CREATE TABLE official_wallets (name text, chain text, address text, purpose text,
      is_active boolean, explorer_url text);
    INSERT INTO official_wallets VALUES ('Treasury', 'solana', '${OTHER}', 'treasury', true,
      'https://solscan.io/account/${OTHER}')`);
  await withClient(scene.database.ownerUrl, grantFieldReader);
}

/** The kinds of the record's entries of wallets, in their order. */
async function walletEntries(root: string): Promise<string[]> {
  const lines = [...within(await readTree(generated(root)), ['record']).values()].join('').split('\n');
  const entries = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  return entries.filter(({ dataset }) => dataset === 'wallets').map(({ kind, id }) => `${kind} ${id}`);
}

test('TPC-02: wallets that the site reads from another place are told as read anew, not as changed by the platform', async () => {
  const { scene } = await createPublishedFieldScene();
  await makeOfficialWallets(scene);
  await chooseForm(scene, '{ wallets: official_wallets }');
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findingsIn(scene)).wallets).toBeUndefined();
  expect((await walletEntries(scene.root)).slice(4).toSorted()).toEqual([
    'reread Treasury',
    'unread Burn',
    'unread Buyback',
    'unread liquidity',
  ]);
  const { datasets } = await readManifest(scene.root);
  expect(datasets.wallets.reading).toEqual({
    mapping: 'official_wallets',
    since: '2026-03-20T09:25:11.123Z',
    before: 'public-settings',
  });
  // From here on it is the platform again: a real change is one.
  await scene.asOwner(`UPDATE official_wallets SET address = '${TREASURY}',
    explorer_url = 'https://solscan.io/account/${TREASURY}'`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findingsIn(scene)).wallets).toEqual([
    { guard: 'changed-after-publication', subjects: ['Treasury'] },
  ]);
  expect((await readManifest(scene.root)).datasets.wallets.reading?.since).toBe('2026-03-20T09:25:11.123Z');
});

test.each([null, 'field'])(
  'TPC-02: wallets that the platform moves while transparency.form is %s are refused, not read anew in silence',
  async (form) => {
    const { scene } = await createPublishedFieldScene();
    if (form !== null) await chooseForm(scene, form);
    expect((await scene.snapshot()).exitCode).toBe(0);
    const standing = await standingIn(scene.root);
    const before = await walletEntries(scene.root);
    await makeOfficialWallets(scene);
    await scene.asOwner(`DELETE FROM app_settings WHERE key = 'public_wallets'`);
    const ending = await scene.snapshot();
    expect(ending.text).toContain(
      'Reading wallets: the source now keeps this elsewhere (was the setting "public_wallets" in ' +
        'public.tpc_public_settings, now public.official_wallets). What was published of it stands. If that is right, ' +
        'set transparency.form in system.yaml: transparency: { form: { wallets: official_wallets } }.',
    );
    await expectStale(scene, ending, standing, { wallets: 'moved' });
    expect(await walletEntries(scene.root)).toEqual(before);
  },
);

test('TPC-02: the operator who says that a move is right publishes it as read from another place, with both values', async () => {
  const { scene } = await createPublishedFieldScene();
  await makeOfficialWallets(scene);
  await scene.asOwner(`DELETE FROM app_settings WHERE key = 'public_wallets'`);
  expect((await scene.snapshot()).exitCode).toBe(1);
  await chooseForm(scene, '{ wallets: official_wallets }');
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect(await walletEntries(scene.root)).toContain('reread Treasury');
  const { wallets } = (await readManifest(scene.root)).datasets;
  expect(wallets).toMatchObject({ state: 'current', reading: { before: 'public-settings' } });
});

test('TPC-03: a changelog that is found in another place is refused until the operator chooses it; then none is told as removed', async () => {
  const { scene, standing } = await createPublishedFieldScene();
  await scene.asOwner(`UPDATE tpc_changelog SET created_at = '2025-12-30Z';
    DROP TABLE tpc_settings_changelog CASCADE`);
  await scene.asOwner(
    `GRANT SELECT (created_at, key, old_value, new_value, reason) ON tpc_changelog TO tpc_reader`,
  );
  const moved = await scene.snapshot();
  expect(moved.text).toContain(
    '(was public.tpc_public_settings_changelog, now public.tpc_changelog). What was published of it stands. ' +
      'If that is right, set transparency.form in system.yaml: transparency: { form: { changelog: runbook } }.',
  );
  await expectStale(scene, moved, standing, { changelog: 'moved' });
  await chooseForm(scene, '{ changelog: runbook }');
  const { text } = await scene.snapshot();
  expect(text).toContain('changelog: 1 rows');
  expect((await readRows(scene.root, 'changelog')).map(({ key }) => key)).toEqual(['release_2']);
  expect((await findingsIn(scene)).changelog).toBeUndefined();
});

test('TPC-08: transactions that can name their batch of a sudden are another place for the ledger', async () => {
  const { scene, standing } = await createPublishedFieldScene();
  await scene.asOwner(`ALTER TABLE tpc_transactions ADD batch_id uuid`);
  await withClient(scene.database.ownerUrl, grantFieldReader);
  await scene.asOwner(`GRANT SELECT (batch_id) ON tpc_transactions TO tpc_reader`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('transparency: { form: { ledger: runbook } }');
  await expectStale(scene, ending, standing, { ledger: 'moved' });
});

test('TPC-02: an equal copy in another place changes nothing, and does not take over when the first one goes', async () => {
  const { scene } = await createPublishedFieldScene();
  await scene.asOwner(`CREATE TABLE tpc_public_wallets (name text, address text, type text, explorer_url text);
    GRANT SELECT ON tpc_public_wallets TO tpc_reader`);
  for (const { name, address, type, explorer_url } of await readRows(scene.root, 'wallets'))
    await withClient(scene.database.ownerUrl, (client) =>
      client.query('INSERT INTO tpc_public_wallets VALUES ($1, $2, $3, $4)', [
        name,
        address,
        type,
        explorer_url,
      ]),
    );
  expect((await scene.snapshot()).exitCode).toBe(0);
  const standing = await standingIn(scene.root);
  expect(standing.manifest.datasets.wallets.reading?.mapping).toBe('public-settings');
  await scene.asOwner(`DELETE FROM app_settings WHERE key = 'public_wallets'`);
  await expectStale(scene, await scene.snapshot(), standing, { wallets: 'moved' });
});

test('a manifest from before places were told: what the corrected reading of the field’s settings changes is not their doing', async () => {
  const { scene } = await createPublishedFieldScene();
  const file = path.join(generated(scene.root), 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  for (const state of Object.values<{ reading?: unknown }>(manifest.datasets)) delete state.reading;
  await writeFile(file, JSON.stringify(manifest));
  await scene.asOwner(`UPDATE app_settings SET value = jsonb_set(value, '{treasury,address}', '"${OTHER}"')
    WHERE key = 'public_wallets'`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await walletEntries(scene.root)).at(-1)).toBe('reread Treasury');
  const { datasets } = await readManifest(scene.root);
  expect(datasets.wallets.reading).toMatchObject({ mapping: 'public-settings', before: 'field' });
  expect(datasets.batches.reading).toEqual({
    mapping: 'tables',
    since: '2026-03-20T09:10:11.123Z',
    before: null,
  });
});
