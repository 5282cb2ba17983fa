import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { generated, readManifest, readRows } from '../../testing/content.ts';
import { chooseForm, createFieldScene, grantFieldReader } from '../../testing/field-ledger.ts';
import { createEmptyLedgerDatabase, withClient } from '../../testing/postgres.ts';
import { createPublishedScene, createScene, expectStale, sceneOf } from '../../testing/scene.ts';

const BOTH_CHANGELOGS = `CREATE TABLE tpc_settings_changelog (id uuid DEFAULT gen_random_uuid(), key text,
    changed_at timestamptz, changed_by uuid, old_value jsonb, new_value jsonb, summary text);
  CREATE VIEW tpc_public_settings_changelog AS
    SELECT changed_at, key, old_value, new_value, summary FROM tpc_settings_changelog;
  GRANT SELECT ON tpc_public_settings_changelog TO tpc_reader;`;

test('TPC-03: both changelogs with different entries: an error says what was found, and how to choose', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`${BOTH_CHANGELOGS}
    INSERT INTO tpc_settings_changelog (key, changed_at, new_value) VALUES ('fee', '2026-03-01Z', '1')`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'FAILED changelog: Reading changelog: it is in several places which do not say the same: ' +
      'public.tpc_changelog (3 rows), public.tpc_public_settings_changelog (1 rows). ' +
      'Choose one in system.yaml: transparency: { form: { changelog: runbook | field } }.',
  );
  await expectStale(scene, ending, standing, { changelog: 'schema-mismatch' });
  expect((await readManifest(scene.root)).source.form).toBe('runbook');
});

test('TPC-03: an empty second changelog is different content too: nobody knows which one is kept', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(BOTH_CHANGELOGS);
  await expectStale(scene, await scene.snapshot(), standing, { changelog: 'schema-mismatch' });
});

test('TPC-03: a second changelog that can not be read leaves the question open, and is named', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`${BOTH_CHANGELOGS} REVOKE ALL ON tpc_public_settings_changelog FROM tpc_reader`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('permission denied for view tpc_public_settings_changelog');
  expect(ending.text).toContain(
    'Choose one in system.yaml: transparency: { form: { changelog: runbook | field } }.',
  );
  await expectStale(scene, ending, standing, { changelog: 'access-denied' });
});

test('TPC-03: both changelogs with the same entries are one', async () => {
  const scene = await createScene();
  await scene.behindTheLedger(`DELETE FROM tpc_changelog WHERE key <> 'distribution_split';
    ${BOTH_CHANGELOGS.replaceAll('jsonb', 'json')}
    INSERT INTO tpc_settings_changelog (key, changed_at, old_value, new_value, summary)
      SELECT key, created_at, old_value::json, new_value::json, reason FROM tpc_changelog`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect(await readRows(scene.root, 'changelog')).toHaveLength(1);
});

test.each(['runbook', '{ changelog: runbook }'])(
  'transparency.form: %s chooses between them',
  async (form) => {
    const { scene } = await createPublishedScene();
    await scene.asOwner(BOTH_CHANGELOGS);
    await chooseForm(scene, form);
    expect((await scene.snapshot()).exitCode).toBe(0);
    expect(await readRows(scene.root, 'changelog')).toHaveLength(3);
  },
);

test('a database where the forms are mixed says which dataset has which', async () => {
  const scene = await createScene();
  await scene.asOwner(`DROP TABLE tpc_changelog; ${BOTH_CHANGELOGS}
    INSERT INTO tpc_settings_changelog (key, changed_at, new_value) VALUES ('fee', '2026-03-01Z', '1')`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'form of the source: mixed\n  ledger: runbook, public.tpc_transactions with batch_id\n' +
      '  changelog: field, public.tpc_public_settings_changelog\n',
  );
  const { source } = await readManifest(scene.root);
  expect(source.form).toEqual({
    ledger: 'runbook',
    changelog: 'field',
    split: 'runbook',
    wallets: 'runbook',
  });
});

test('TPC-05: a setting beside the runbook’s split is a second split', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`CREATE TABLE tpc_public_settings (key text, value jsonb);
    GRANT SELECT ON tpc_public_settings TO tpc_reader;
    INSERT INTO tpc_public_settings VALUES ('theme', '"dark"')`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  await scene.asOwner(
    `INSERT INTO tpc_public_settings VALUES ('distribution_split', '{"referral": 0.2, "treasury": 0.65, "buyback": 0.15}')`,
  );
  const ending = await scene.snapshot();
  expect(ending.text).toContain('transparency: { form: { split: runbook | field } }');
  const { datasets } = await readManifest(scene.root);
  expect([datasets.split.state, datasets.wallets.state]).toEqual(['stale', 'current']);
  expect(datasets.split.files).toEqual(standing.manifest.datasets.split.files);
});

test('TPC-02, TPC-05: settings that can not be read may be a second form, and are named with their datasets', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('CREATE TABLE app_settings (key text, value jsonb)');
  const ending = await scene.snapshot();
  expect(ending.text).toContain('Let the owner of the tables run content/written/systems/tpc/reader.sql');
  await expectStale(scene, ending, standing, { split: 'access-denied', wallets: 'access-denied' });
  await chooseForm(scene, 'runbook');
  expect((await scene.snapshot()).exitCode).toBe(0);
});

test('a manifest from before forms were told is read, and told the form by the next run', async () => {
  const { scene } = await createPublishedScene();
  const file = path.join(generated(scene.root), 'manifest.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"form":"runbook",', ''));
  expect((await readManifest(scene.root)).source.form).toBeNull();
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await readManifest(scene.root)).source.form).toBe('runbook');
});

test('a run that reaches no database leaves the form that was told', async () => {
  const scene = await createFieldScene();
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await scene.snapshot({ url: 'postgres://127.0.0.1:1/none' })).exitCode).toBe(1);
  expect((await readManifest(scene.root)).source.form).toBe('field');
});

test('TPC-02: wallets twice within the field’s form are chosen by the name of their place', async () => {
  const scene = await createFieldScene();
  await scene.asOwner(`CREATE TABLE official_wallets (name text, chain text, address text, purpose text,
      is_active boolean, explorer_url text);
    INSERT INTO official_wallets VALUES ('Burn', 'solana', '', 'burn', true, NULL)`);
  await withClient(scene.database.ownerUrl, grantFieldReader);
  const { text } = await scene.snapshot();
  expect(text).toContain('transparency: { form: { wallets: public_wallets | official_wallets } }');
  await chooseForm(scene, '{ wallets: official_wallets }');
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect(await readRows(scene.root, 'wallets')).toHaveLength(1);
});

test('neither form: each dataset says what was looked for', async () => {
  const database = await createEmptyLedgerDatabase();
  onTestFinished(() => database.drop());
  const scene = await sceneOf(database);
  const { text, exitCode } = await scene.snapshot();
  expect(exitCode).toBe(1);
  for (const line of [
    'Reading ledger: this database has it in neither form; looked for: public.tpc_transactions with batch_id (runbook), public.tpc_transactions without batch_id, by public.tpc_distribution_logs (field).',
    'Reading changelog: this database has it in neither form; looked for: public.tpc_changelog (runbook), public.tpc_public_settings_changelog (field).',
    'Reading split: this database has it in neither form; looked for: public.tpc_distribution_settings (runbook), the setting "distribution_split" in public.tpc_public_settings (field).',
    'Reading wallets: this database has it in neither form; looked for: public.tpc_public_wallets (runbook), the setting "public_wallets" in public.tpc_public_settings (field), public.official_wallets (field).',
  ])
    expect(text).toContain(line);
});

test('a view that is there without the setting is named as such, not as a form that is lacking', async () => {
  const scene = await createFieldScene();
  await scene.asOwner("DELETE FROM app_settings WHERE key IN ('distribution_split', 'public_wallets')");
  const { text } = await scene.snapshot();
  for (const setting of ['distribution_split', 'public_wallets'])
    expect(text).toContain(
      `this role is not shown the setting "${setting}" in public.tpc_public_settings: the view is there, so it was never set, or is kept from this role; looked for: `,
    );
  expect(text).not.toContain('in neither form');
});

test('a form that was chosen and is not there is an error that names what is', async () => {
  const { scene, standing } = await createPublishedScene();
  await chooseForm(scene, '{ changelog: field }');
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'Reading changelog: system.yaml chose "field" (transparency.form), which this database has not; there is public.tpc_changelog (runbook).',
  );
  await expectStale(scene, ending, standing, { changelog: 'schema-mismatch' });
});

test.each(['practice', '{ changelog: official_wallets }', '{ batches: field }'])(
  'transparency.form: %s is a mistake in system.yaml, told with its line',
  async (form) => {
    const { scene } = await createPublishedScene();
    await chooseForm(scene, form);
    const { text, exitCode } = await scene.snapshot();
    expect(text).toMatch(/system\.yaml:\d+:\d+ transparency\.form[.\w]*: /);
    expect(exitCode).toBe(1);
  },
);
