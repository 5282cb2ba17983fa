import { expect, test } from 'vitest';
import { generated, readTree } from '../testing/content.ts';
import {
  createPublishedScene,
  createScene,
  expectNoSecrets,
  expectStale,
  type Scene,
} from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';

/** Lets the reader see only the rows of a table for which `condition` holds. */
function policy(table: string, condition: string): string {
  return `DROP POLICY tpc_reader_select ON ${table};
    CREATE POLICY tpc_reader_select ON ${table} FOR SELECT TO tpc_reader USING (${condition});`;
}

test('batches hidden by row-level security are refused, with the totals that would leave them out', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(policy('tpc_distribution_batches', `id <> '${BATCHES.february}'`));
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    `hidden-rows: The ledger names batch ${BATCHES.february}, but the batch is not visible. Check the SELECT policy on the batches.`,
  );
  expect(ending.text).toContain(`hidden-rows: ${BATCHES.february} was published and is not visible any more`);
  await expectStale(scene, ending, standing, {
    batches: 'hidden-rows',
    metrics: 'hidden-rows',
    daily: 'hidden-rows',
  });
});

test('batches that were hidden from the first day are noticed on the first day', async () => {
  const scene = await createScene();
  await scene.asOwner(policy('tpc_distribution_batches', `id <> '${BATCHES.february}'`));
  const { exitCode, report } = await scene.snapshot();
  expect(exitCode).toBe(1);
  expect([...(report?.failures ?? [])].map(([name, { failure }]) => [name, failure])).toEqual([
    ['batches', 'hidden-rows'],
    ['metrics', 'hidden-rows'],
    ['daily', 'hidden-rows'],
  ]);
  const folders = new Set(
    [...(await readTree(generated(scene.root))).keys()].map((file) => file.split('/')[0]),
  );
  expect([...folders]).toEqual([
    'changelog',
    'ledger',
    'manifest.json',
    'record',
    'split',
    'wallets',
    'words',
  ]);
});

test('TPC-08: transactions hidden by row-level security are refused in everything that sums them', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(policy('tpc_transactions', 'amount <> 100.246914'));
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    `hidden-rows: Batch ${BATCHES.january} counts 4 transactions, but 3 are visible. Check the SELECT policy on the transactions.`,
  );
  for (const batch of Object.values(BATCHES))
    expect(ending.text).toContain(`hidden-rows: Batch ${batch} counts`);
  await expectStale(scene, ending, standing, {
    ledger: 'hidden-rows',
    metrics: 'gone-backwards',
    daily: 'hidden-rows',
  });
});

test('hidden transactions are noticed where the batches themselves have no row-level security', async () => {
  const scene = await createScene();
  await scene.asOwner(`ALTER TABLE tpc_distribution_batches DISABLE ROW LEVEL SECURITY;
    ALTER TABLE tpc_distribution_logs DISABLE ROW LEVEL SECURITY;
    ${policy('tpc_transactions', "source_id NOT LIKE '% 2'")}`);
  const { report } = await scene.snapshot();
  expect([...(report?.failures ?? [])].map(([name, { failure }]) => [name, failure])).toEqual([
    ['ledger', 'hidden-rows'],
    ['metrics', 'hidden-rows'],
    ['daily', 'hidden-rows'],
  ]);
  expect(report?.manifest?.datasets.batches).toMatchObject({ state: 'current', row_security: false });
});

test('hidden transactions are noticed in the totals even when the ledger can not be read', async () => {
  const scene = await createScene();
  await scene.asOwner(`DROP TABLE tpc_distribution_logs; ${policy('tpc_transactions', 'batch_id IS NULL')}`);
  const { text, report } = await scene.snapshot();
  expect(report?.failures.get('ledger')?.failure).toBe('schema-mismatch');
  expect(report?.failures.get('metrics')?.failure).toBe('hidden-rows');
  expect(text).toContain('hidden-rows: The batches count 14 transactions, but 2 are visible.');
});

async function hideEverything(scene: Scene): Promise<void> {
  const tables =
    'distribution_batches distribution_logs transactions changelog public_wallets distribution_settings';
  for (const table of tables.split(' ')) await scene.asOwner(`DROP POLICY tpc_reader_select ON tpc_${table}`);
}

test('when every row is hidden nothing is published as zero', async () => {
  const { scene, standing } = await createPublishedScene();
  await hideEverything(scene);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'empty: The source has no batches. Row-level security is active and may hide them all: give the role a SELECT policy.',
  );
  await expectStale(scene, ending, standing, {
    batches: 'empty',
    ledger: 'empty',
    changelog: 'empty',
    split: 'empty',
    wallets: 'empty',
    metrics: 'empty',
    daily: 'empty',
  });
});

test('when every row is hidden from the first day nothing is written at all', async () => {
  const scene = await createScene();
  await hideEverything(scene);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('empty: Every total is zero.');
  expect(ending.text).toContain('Nothing was ever published here, and nothing was written.');
  expect(ending.exitCode).toBe(1);
  expect([...(await readTree(generated(scene.root))).keys()]).toEqual([]);
  expectNoSecrets(scene, ending.text);
});
