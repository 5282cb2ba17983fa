import { expect, onTestFinished, test } from 'vitest';
import { openDemoDatabase } from '../demo/database.ts';
import { alterBatch, fillHistory } from '../demo/history.ts';
import { installLedger } from '../demo/ledger.ts';
import { DATASET_NAMES } from '../ledger/dataset.ts';
import { createContentRoot, generated, readManifest, readTree, within } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { createLedgerDatabase, withClient } from '../testing/postgres.ts';
import { createPublishedScene } from '../testing/scene.ts';
import { snapshotCommand } from './command.ts';
import { withPostgres } from './tpc/postgres.ts';

/** The files of all datasets in a content root; the record is left out, since each salt is drawn anew. */
async function datasetFiles(root: string): Promise<Map<string, string>> {
  return within(await readTree(generated(root)), DATASET_NAMES);
}

test('TPC-07: a database in Jakarta time and German dates gives the same bytes as one in UTC and ISO', async () => {
  const { scene, standing } = await createPublishedScene();
  const name = new URL(scene.database.adminUrl).pathname.slice(1);
  await scene.asOwner(`ALTER DATABASE ${name} SET TimeZone = 'Asia/Jakarta'`);
  await scene.asOwner(`ALTER DATABASE ${name} SET DateStyle = 'German'`);
  await scene.asOwner(`ALTER DATABASE ${name} SET row_security = off`);
  const printed = await withClient(scene.database.readerUrl, (client) =>
    client.query('SET row_security = on; SELECT max(created_at)::text AS text FROM tpc_distribution_batches'),
  );
  expect(JSON.stringify(printed)).toContain('19.03.2026 08:00:00.000001 WIB');

  const root = await createContentRoot();
  const ending = await scene.snapshot({ root, now: '2026-03-20T09:10:11.123Z' });
  expect(ending).toMatchObject({ exitCode: 0 });
  expect(await datasetFiles(root)).toEqual(within(standing.tree, DATASET_NAMES));
});

test('a login with settings of its own gives the same bytes', async () => {
  const { scene, standing } = await createPublishedScene();
  const { name } = scene.database.reader;
  await scene.asOwner(`ALTER ROLE ${name} SET TimeZone = 'America/St_Johns';
    ALTER ROLE ${name} SET DateStyle = 'SQL, DMY'; ALTER ROLE ${name} SET search_path = ''`);
  const root = await createContentRoot();
  expect(await scene.snapshot({ root })).toMatchObject({ exitCode: 0 });
  expect(await datasetFiles(root)).toEqual(within(standing.tree, DATASET_NAMES));
});

test('the embedded database of the demo gives the same files as a PostgreSQL server', async () => {
  const now = new Date('2026-11-20T09:10:11.123Z');
  const embedded = await openDemoDatabase();
  onTestFinished(() => embedded.close());
  const server = await createLedgerDatabase();
  onTestFinished(() => server.drop());
  await withClient(embedded.url, installLedger);

  const filesOf = async (ownerUrl: string, readerUrl: string, role?: string) => {
    await withClient(ownerUrl, async (client) => {
      await client.query("SET TimeZone = 'UTC'");
      await fillHistory(client, { now, seed: 7 });
      await alterBatch(client);
    });
    const root = await createContentRoot();
    const ending = await endingOf(
      snapshotCommand({
        contentRoot: root,
        systemId: 'tpc',
        open: (work) => withPostgres({ url: readerUrl, role }, work),
        now: () => now.toISOString(),
      }),
    );
    expect(ending.exitCode).toBe(0);
    expect((await readManifest(root)).source).toEqual({ kind: 'postgres', demo: true, form: 'runbook' });
    return datasetFiles(root);
  };
  const [fromServer, fromEmbedded] = await Promise.all([
    filesOf(server.ownerUrl, server.readerUrl),
    filesOf(embedded.url, embedded.url, 'tpc_reader'),
  ]);
  expect(fromServer.size).toBeGreaterThan(50);
  expect(fromEmbedded).toEqual(fromServer);
});
