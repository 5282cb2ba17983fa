import { expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { DATASET_NAMES, isOptIn } from '../ledger/dataset.ts';
import { generated, readManifest, readRows, readTree, within } from '../testing/content.ts';
import { createPublishedScene, createScene, standingIn } from '../testing/scene.ts';
import { BATCHES, transactions } from '../testing/small-ledger.ts';
import { readContent } from './content.ts';

test('the first snapshot publishes every dataset as current, says so and ends with 0', async () => {
  const scene = await createScene();
  const { text, exitCode } = await scene.snapshot({ now: '2026-03-20T09:10:11.123Z' });
  expect(text.split('\n')).toEqual([
    'form of the source: runbook',
    'batches: 4 rows',
    'ledger: 4 rows',
    'changelog: 3 rows',
    'split: 1 rows',
    'wallets: 4 rows',
    'metrics: 1 rows',
    'daily: 54 rows',
    'published record: 70 new entries',
  ]);
  expect(exitCode).toBe(0);
  const manifest = await readManifest(scene.root);
  for (const name of DATASET_NAMES.filter((one) => !isOptIn(one))) {
    expect(manifest.datasets[name]).toMatchObject({
      state: 'current',
      reason: null,
      observed_at: '2026-03-20T09:10:11.123Z',
      valid_until: '2026-03-20T09:40:11.123Z',
      row_security: true,
      findings: [],
    });
  }
  expect(manifest.source).toEqual({ kind: 'postgres', demo: false, form: 'runbook' });
});

test('TPC-01: a batch is published as Postgres prints it in UTC and ISO style, to the last digit', async () => {
  const { scene } = await createPublishedScene();
  const [january, february] = await readRows(scene.root, 'batches');
  expect(january).toEqual({
    id: BATCHES.january,
    created_at: '2026-01-26 01:02:03.123456+00',
    period_start: '2026-01-25 03:04:05.678901+00',
    period_end: '2026-01-26 01:02:03.123456+00',
    tx_count: '4',
    revenue_sum: '401.234570',
    referral_sum: '100.308643',
    treasury_sum: '240.740741',
    buyback_sum: '60.185186',
    public_hash: '98ead23dc8791adfc5a67bba3e8bf9d2e3ee5adfecc4efe2b0982e68e8a0601f',
    onchain_tx: '5'.repeat(87),
    note: 'The first batch of all.',
  });
  expect(february).toMatchObject({ period_start: null, period_end: null, onchain_tx: null, note: null });
});

test('TPC-04: the totals are the sums of the days and of the batches', async () => {
  const { scene } = await createPublishedScene();
  const [metrics] = await readRows(scene.root, 'metrics');
  expect(metrics).toEqual({
    total_revenue: '1604.567909',
    verified_revenue: '1504.320995',
    distributed_revenue: '1404.197538',
    tx_total: '16',
    tx_verified: '15',
    tx_distributed: '14',
    referral: '315.938274',
    treasury: '877.629631',
    buyback: '210.629633',
  });
  const days = await readRows(scene.root, 'daily');
  expect([days.at(0)?.day, days.at(-1)?.day]).toEqual(['2026-01-25', '2026-03-19']);
});

test('TPC-05: the split that update_distribution_split() set is current, and the next batch follows it', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner("SELECT update_distribution_split(30, 50, 20, 'Agreed at the March meeting.')");
  await scene.asOwner('SELECT distribute_batch()');
  const { exitCode, report } = await scene.snapshot({ now: new Date().toISOString() });
  expect(exitCode).toBe(0);
  expect(await readRows(scene.root, 'split')).toEqual([{ referral: '30', treasury: '50', buyback: '20' }]);
  const changelog = await readRows(scene.root, 'changelog');
  expect(changelog.at(-1)).toMatchObject({
    key: 'distribution_split',
    reason: 'Agreed at the March meeting.',
  });
  const batches = await readRows(scene.root, 'batches');
  expect(batches.at(-1)).toMatchObject({
    tx_count: '1',
    revenue_sum: '100.123457',
    treasury_sum: '50.061729',
  });
  // The batches before it are still judged by the split that was theirs: none breaks the share rule.
  expect(report?.judgement.raised.filter(({ guard }) => guard === 'share-rule-broken')).toEqual([]);
});

test('the same database gives the same bytes: after a second run only the manifest differs', async () => {
  const { scene, standing } = await createPublishedScene();
  expect((await scene.snapshot()).exitCode).toBe(0);
  const { tree, manifest } = await standingIn(scene.root);
  const differing = [...tree].filter(([file, bytes]) => standing.tree.get(file) !== bytes);
  expect(differing.map(([file]) => file)).toEqual(['manifest.json']);
  expect([...tree.keys()]).toEqual([...standing.tree.keys()]);
  expect(manifest.observed_at).toBe('2026-03-20T09:25:11.123Z');
  expect(manifest.record).toEqual(standing.manifest.record);
});

test('a new batch adds files and record entries, and leaves the files of closed months as they were', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner("SELECT tpc_distribute_at('2026-03-20 01:00:00Z')");
  expect((await scene.snapshot()).exitCode).toBe(0);
  const tree = await readTree(generated(scene.root));
  const closed = (files: ReadonlyMap<string, string>) =>
    [...files].filter(([file]) => /-2026-0[12]\.jsonl$/.test(file));
  expect(closed(tree)).toEqual(closed(standing.tree));
  expect(closed(tree).length).toBe(6);
  expect((await readRows(scene.root, 'batches')).length).toBe(5);
  // The record only grows: what it said before is how it begins now.
  const [before = ''] = within(standing.tree, ['record']).values();
  const [after = ''] = within(tree, ['record']).values();
  expect(after.startsWith(before)).toBe(true);
  const added = after.slice(before.length).trim().split('\n');
  expect(added.map((line) => JSON.parse(line))).toMatchObject([
    { dataset: 'batches', kind: 'first', seen_at: '2026-03-20T09:25:11.123Z' },
    { dataset: 'ledger', kind: 'first', seen_at: '2026-03-20T09:25:11.123Z' },
  ]);
});

test('the manifest names each file with its hash, size and rows, and nothing else lies there', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(
    `${transactions('2026-03-20 02:00:00', 3)} SELECT tpc_distribute_at('2026-03-20 03:00:00Z')`,
  );
  await scene.snapshot();
  const { tree, manifest } = await standingIn(scene.root);
  expect(tree).not.toEqual(standing.tree);
  const { published } = await readContent(generated(scene.root));
  const files = published.folder.series.flatMap((series) => series.files(manifest));
  for (const { path, sha256, bytes, rows } of files) {
    const content = Buffer.from(tree.get(path) ?? '', 'latin1');
    expect([sha256Hex(content), content.length, content.toString().split('\n').length - 1]).toEqual([
      sha256,
      bytes,
      rows,
    ]);
    expect(path).toContain(sha256.slice(0, 12));
  }
  expect([...tree.keys()]).toEqual([...files.map(({ path }) => path), 'manifest.json'].toSorted());
});

test('rows come in one order, whatever order the tables keep them in', async () => {
  const { scene, standing } = await createPublishedScene();
  for (const [table, order] of [
    ['tpc_distribution_batches', 'created_at DESC'],
    ['tpc_transactions', 'created_at DESC'],
    ['tpc_changelog', 'created_at DESC'],
    ['tpc_public_wallets', 'name DESC'],
  ]) {
    await scene.behindTheLedger(`CREATE TEMP TABLE kept AS SELECT * FROM ${table}; DELETE FROM ${table};
      INSERT INTO ${table} SELECT * FROM kept ORDER BY ${order}; DROP TABLE kept`);
  }
  expect((await scene.snapshot()).exitCode).toBe(0);
  const tree = await readTree(generated(scene.root));
  expect(within(tree, DATASET_NAMES)).toEqual(within(standing.tree, DATASET_NAMES));
});

test('entries of the record keep their order when the clock is put back by less than five minutes, over the end of a month', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner("SELECT tpc_distribute_at('2026-03-20 01:00:00Z')");
  await scene.snapshot({ now: '2026-04-01T00:02:00Z' });
  await scene.asOwner(
    `${transactions('2026-03-20 02:00:00', 3)} SELECT tpc_distribute_at('2026-03-20 03:00:00Z')`,
  );
  await scene.snapshot({ now: '2026-03-31T23:58:00Z' });
  const { exitCode } = await scene.snapshot({ now: '2026-04-01T00:13:00Z' });
  expect(exitCode).toBe(0);
  const { entries } = await readContent(generated(scene.root));
  const batches = entries.filter(({ dataset }) => dataset === 'batches');
  expect(batches.map(({ seen_at }) => seen_at.slice(0, 10))).toEqual([
    ...Array(4).fill('2026-03-20'),
    '2026-04-01',
    '2026-03-31',
  ]);
});

test('nothing is written by a clock that is put back by more: what stands is as it was', async () => {
  const { scene } = await createPublishedScene();
  await scene.snapshot({ now: '2026-05-01T00:00:00Z' });
  const before = await readTree(generated(scene.root));
  const { exitCode, text } = await scene.snapshot({ now: '2026-03-21T00:00:00Z' });
  expect(exitCode).toBe(1);
  expect(text).toContain(
    'says 2026-03-21T00:00:00Z, and what tpc/manifest.json publishes is dated 2026-05-01T00:00:00Z. Nothing was written',
  );
  expect(await readTree(generated(scene.root))).toEqual(before);
});
