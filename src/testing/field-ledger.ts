import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import type { Finding } from '../ledger/finding.ts';
import { readManifest } from './content.ts';
import { createEmptyLedgerDatabase, withClient } from './postgres.ts';
import { createWebRoles } from './roles.ts';
import { type Scene, sceneOf, standingIn } from './scene.ts';

/** The batches of the field's ledger: one made at 15/20/5, one at 10/20/5. */
export const FIELD_BATCHES = {
  earlier: '10000000-0000-4000-8000-000000000001',
  documented: '20000000-0000-4000-8000-000000000001',
} as const;

const SCHEMA = new URL('./field-ledger.sql', import.meta.url);
const READER = new URL('../../content/written/systems/tpc/reader.sql', import.meta.url);

/**
 * Makes the field's database, with an honest month in it, and gives its reader what the owner does: `reader.sql`.
 * Its roles (`anon`, `authenticated`, `service_role`) belong to the whole server and stay there.
 */
export async function installFieldLedger(client: pg.ClientBase): Promise<void> {
  await createWebRoles(client);
  await client.query(await readFile(SCHEMA, 'utf8'));
  await grantFieldReader(client);
}

/** What the owner of the field's tables runs, once and again after a change of their form. */
export async function grantFieldReader(client: pg.ClientBase): Promise<void> {
  await client.query(await readFile(READER, 'utf8'));
}

/**
 * A scene whose database has the field's form, with the settings of a server in Jakarta that prints German dates:
 * what a session inherits must not be seen in what is published.
 */
export async function createFieldScene(): Promise<Scene> {
  const database = await createEmptyLedgerDatabase();
  onTestFinished(() => database.drop());
  await withClient(database.ownerUrl, async (client) => {
    await installFieldLedger(client);
    await client.query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET TimeZone = ''Asia/Jakarta''', current_database());
      EXECUTE format('ALTER DATABASE %I SET DateStyle = ''German, DMY''', current_database());
    END $$`);
  });
  return sceneOf(database);
}

/** The same, of which a first, good snapshot is published. */
export async function createPublishedFieldScene() {
  const scene = await createFieldScene();
  const ending = await scene.snapshot();
  expect(ending.text).not.toContain('FAILED');
  expect(ending.exitCode).toBe(0);
  return { scene, ending, standing: await standingIn(scene.root) };
}

/** What the last run published as found, by dataset; one without findings is left out. */
export async function findingsIn({ root }: Scene): Promise<Record<string, readonly Finding[]>> {
  const { datasets } = await readManifest(root);
  const found = Object.entries(datasets).filter(([, { findings }]) => findings.length > 0);
  return Object.fromEntries(found.map(([name, { findings }]) => [name, findings]));
}

/** Writes `transparency.form` into the scene's system.yaml. */
export async function chooseForm({ root }: Scene, form: string): Promise<void> {
  const file = path.join(root, 'written/systems/tpc/system.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('\ntransparency:\n', `\ntransparency:\n  form: ${form}\n`));
}
