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

const TREASURY = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
const OTHER = 'So11111111111111111111111111111111111111112';

/** The kinds of the record's entries of wallets, in their order. */
async function walletEntries(root: string): Promise<string[]> {
  const lines = [...within(await readTree(generated(root)), ['record']).values()].join('').split('\n');
  const entries = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  return entries.filter(({ dataset }) => dataset === 'wallets').map(({ kind, id }) => `${kind} ${id}`);
}

test('TPC-02: wallets that the site reads from another place are told as read anew, not as changed by the platform', async () => {
  const { scene } = await createPublishedFieldScene();
  await scene.asOwner(`CREATE TABLE official_wallets (name text, chain text, address text, purpose text,
      is_active boolean, explorer_url text);
    INSERT INTO official_wallets VALUES ('Treasury', 'solana', '${OTHER}', 'treasury', true,
      'https://solscan.io/account/${OTHER}')`);
  await withClient(scene.database.ownerUrl, grantFieldReader);
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

test('TPC-03: a changelog read from another place may lack entries and end earlier: none is told as removed', async () => {
  const { scene } = await createPublishedFieldScene();
  await scene.asOwner(`UPDATE tpc_changelog SET created_at = '2025-12-30Z'; DROP TABLE app_settings CASCADE`);
  await scene.asOwner(
    `GRANT SELECT (created_at, key, old_value, new_value, reason) ON tpc_changelog TO tpc_reader`,
  );
  await chooseForm(scene, '{ changelog: runbook }');
  const { text } = await scene.snapshot();
  expect(text).toContain('changelog: 1 rows');
  expect((await readRows(scene.root, 'changelog')).map(({ key }) => key)).toEqual(['release_2']);
  expect((await findingsIn(scene)).changelog).toBeUndefined();
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
