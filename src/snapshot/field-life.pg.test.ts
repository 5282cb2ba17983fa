import { expect, test } from 'vitest';
import { generated, readManifest, readRows, readTree } from '../testing/content.ts';
import { createPublishedFieldScene, FIELD_BATCHES, findingsIn } from '../testing/field-ledger.ts';
import {
  beyondDocumented,
  changeSplit,
  crash,
  deleteBatch,
  distribute,
  earn,
  editWithNewHash,
  honestMonth,
  MONTH,
  proveLate,
  runTwice,
} from '../testing/field-life.ts';
import { expectStale, type Scene, standingIn } from '../testing/scene.ts';
import { PRIVATE_IDS } from '../testing/small-ledger.ts';

const LATER = 'b0000000-0000-4000-8000-000000000001';

async function snapshotIsWell(scene: Scene): Promise<string> {
  const { text, exitCode } = await scene.snapshot();
  expect(text).not.toContain('FAILED');
  expect(text).not.toContain('SELECT policy');
  expect(exitCode).toBe(0);
  return text;
}

test('TPC-01, TPC-05, TPC-08: honest months of the field, a change of the split and a late proof accuse nobody', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  const text = await snapshotIsWell(scene);
  expect(text).toContain('ledger: 6 rows (beside them: lines-without-batch 3, 16.000000)');
  await changeSplit(scene, '2026-03-01T08:00:00Z', ['0.12', '0.20', '0.05']);
  await earn(scene, '2026-03-02', 5);
  await distribute(scene, '2026-03-02T10:00:00Z', LATER);
  await proveLate(scene, MONTH[0] ?? '');
  await snapshotIsWell(scene);
  expect(await findingsIn(scene)).toEqual({});
  expect((await readRows(scene.root, 'changelog')).map(({ new_value }) => new_value)).toEqual([
    '{"buyback": 0.05, "referral": 0.10, "treasury": 0.20}',
    '{"buyback": 0.05, "referral": 0.12, "treasury": 0.20}',
  ]);
  const bytes = [...(await readTree(generated(scene.root))).values()].join();
  for (const secret of [...Object.values(PRIVATE_IDS), 'updated_by']) expect(bytes).not.toContain(secret);
});

test('TPC-18: an edit with a new hash is told, a crash and a double run bear their right names, and all is published', async () => {
  const { scene } = await createPublishedFieldScene();
  await editWithNewHash(scene, FIELD_BATCHES.documented);
  await earn(scene, '2026-02-05', 3);
  await distribute(scene, '2026-02-05T10:00:00Z', MONTH[0] ?? '');
  await runTwice(scene, MONTH[0] ?? '', '2026-02-06T10:00:00Z', LATER);
  await crash(scene, '2026-02-07T10:00:00Z', MONTH[1] ?? '');
  const text = await snapshotIsWell(scene);
  expect(text).toContain(
    'it counts 4 transactions, of which 4 (39.799998) were distributed by another batch before.',
  );
  const { batches, ledger } = await findingsIn(scene);
  expect(batches).toEqual(
    expect.arrayContaining([
      { guard: 'hash-missing', subjects: [MONTH[1]] },
      { guard: 'changed-after-publication', subjects: [FIELD_BATCHES.documented] },
    ]),
  );
  expect(ledger).toEqual(expect.arrayContaining([{ guard: 'counted-twice', subjects: [LATER] }]));
  expect(
    ledger?.flatMap(({ guard, subjects }) => (guard === 'ledger-differs' ? subjects : [])),
  ).not.toContain(LATER);
});

test('TPC-01, TPC-18: a batch that is deleted is told as gone by name, and a later edit of another is still seen', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  await snapshotIsWell(scene);
  await deleteBatch(scene, MONTH[2] ?? '');
  const gone = { guard: 'gone-after-publication', subjects: [MONTH[2]] };
  await snapshotIsWell(scene);
  expect((await findingsIn(scene)).batches).toEqual([gone]);
  await editWithNewHash(scene, FIELD_BATCHES.documented);
  await snapshotIsWell(scene);
  const { batches } = await findingsIn(scene);
  expect(batches).toEqual(
    expect.arrayContaining([
      gone,
      { guard: 'changed-after-publication', subjects: [FIELD_BATCHES.documented] },
    ]),
  );
});

test('TPC-01: the newest batch, or the newest change, that is deleted is told as gone, and the rest goes on', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  await changeSplit(scene, '2026-02-27T08:00:00Z', ['0.12', '0.20', '0.05']);
  await snapshotIsWell(scene);
  await scene.asOwner("DELETE FROM tpc_settings_changelog WHERE changed_at > '2026-02-01'");
  await snapshotIsWell(scene);
  expect((await findingsIn(scene)).changelog).toEqual([
    { guard: 'gone-after-publication', subjects: ['2026-02-27 08:00:00+00|distribution_split'] },
  ]);
  await deleteBatch(scene, MONTH[3] ?? '');
  const text = await snapshotIsWell(scene);
  expect(text).toContain(
    `If it was rightly removed, say why in system.yaml: transparency.removals, { dataset: batches, row: "${MONTH[3]}", … }.`,
  );
  await deleteBatch(scene, MONTH[2] ?? '');
  await snapshotIsWell(scene);
  expect((await findingsIn(scene)).batches).toContainEqual({
    guard: 'gone-after-publication',
    subjects: [MONTH[2], MONTH[3]],
  });
});

test('TPC-01: all batches gone are refused as that, and what is as it was goes on', async () => {
  const { scene, standing } = await createPublishedFieldScene();
  await scene.asOwner('DELETE FROM tpc_distribution_batches');
  const ending = await scene.snapshot();
  expect(ending.text).not.toContain('changelog was refused');
  await expectStale(scene, ending, standing, {
    batches: 'empty',
    ledger: 'empty',
    metrics: 'empty',
    daily: 'empty',
  });
});

test('TPC-01: an old backup and a replica that lags are refused, and each dataset tells its own reason', async () => {
  const { scene } = await createPublishedFieldScene();
  await honestMonth(scene);
  await snapshotIsWell(scene);
  const standing = await standingIn(scene.root);
  // As it was a moment before the newest distribution: its transactions wait, and it has neither lines nor batch.
  await scene.behindTheLedger(`UPDATE tpc_transactions SET distributed = false, distributed_at = NULL
      WHERE id IN (SELECT transaction_id FROM tpc_distribution_logs WHERE batch_id = '${MONTH[3]}');
    DELETE FROM tpc_distribution_logs WHERE batch_id = '${MONTH[3]}';
    DELETE FROM tpc_distribution_batches WHERE id = '${MONTH[3]}'`);
  const lagging = await scene.snapshot();
  expect(lagging.text).toContain(
    'batches was refused.\n  gone-backwards: The newest is of 2026-02-19 10:00:00.25+00, but one of 2026-02-26 10:00:00.25+00 was published already',
  );
  expect(lagging.text).toContain(`transparency.removals, { dataset: batches, row: "${MONTH[3]}", … }`);
  expect(lagging.text).toContain(
    'changelog was refused.\n  gone-backwards: With batches: the database as a whole is older than what was published of it.',
  );
  const older = (['batches', 'ledger', 'changelog', 'metrics', 'daily'] as const).map((name) => [
    name,
    'gone-backwards' as const,
  ]);
  await expectStale(scene, lagging, standing, Object.fromEntries(older));
});

test('TPC-01, TPC-03, TPC-04: what is dated ahead is left out by name, no day to come is made up, and the rest goes on', async () => {
  const { scene, standing } = await createPublishedFieldScene();
  const days = await readRows(scene.root, 'daily');
  const ahead = {
    minutes: 'c0000000-0000-4000-8000-000000000006',
    year: 'c0000000-0000-4000-8000-000000000365',
  };
  await scene.asOwner(`INSERT INTO tpc_distribution_batches (id, created_at, tx_count, revenue_sum) VALUES
      ('${ahead.minutes}', now() + interval '6 minutes', 1, 10), ('${ahead.year}', now() + interval '1 year', 1, 10);
    SELECT generate_batch_public_hash(id) FROM tpc_distribution_batches WHERE created_at > now();
    INSERT INTO tpc_settings_changelog (key, changed_at, summary)
      VALUES ('public_wallets', now() + interval '1 year', 'Next year.');
    INSERT INTO tpc_transactions (user_id, type, amount, status, created_at)
      VALUES ('${PRIVATE_IDS.user}', 'staking', 9, 'pending', now() + interval '1 year')`);
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toMatch(
    new RegExp(
      `batches, row \\d \\(${ahead.year}\\), created_at: expected a time that has come: by the database’s own clock, nothing can be later than `,
    ),
  );
  await expectStale(scene, ending, standing, {});
  const found = await findingsIn(scene);
  expect(found.batches).toContainEqual({ guard: 'dated-ahead', subjects: [ahead.minutes, ahead.year] });
  expect(found.changelog).toEqual([{ guard: 'dated-ahead', subjects: [expect.stringMatching(/^20/)] }]);
  expect(found.metrics).toBeUndefined();
  expect(await readRows(scene.root, 'daily')).toEqual(days);
  expect((await readManifest(scene.root)).datasets.metrics.caveats).toEqual([
    { caveat: 'dated-ahead', count: '1', amount: '9.000000' },
  ]);
  // Clocks differ a little: a few minutes ahead is now.
  await scene.asOwner(
    `UPDATE tpc_distribution_batches SET created_at = now() + interval '4 minutes' WHERE id = '${ahead.minutes}'`,
  );
  await scene.snapshot();
  expect((await readRows(scene.root, 'batches')).map(({ id }) => id)).toContain(ahead.minutes);
});

test('TPC-02, TPC-04, TPC-08: what nobody documented is counted by its name, and the rest is published', async () => {
  const { scene } = await createPublishedFieldScene();
  await beyondDocumented(scene);
  await snapshotIsWell(scene);
  const { datasets } = await readManifest(scene.root);
  const told = Object.entries(datasets).flatMap(([name, { caveats }]) =>
    caveats.map(({ caveat, count, amount }) => [name, caveat, count, amount].join(' ').trim()),
  );
  expect(told).toEqual([
    'ledger lines-without-batch 3 16.000000',
    'ledger other-parts 1 0.250000',
    'changelog undeclared-fields 1',
    'split undeclared-fields 1',
    'wallets same-name 1',
    'metrics other-statuses 1 8.000000',
    'metrics other-types 1 7.000000',
    'metrics refunded 1 5.000000',
    'metrics rejected 1 6.000000',
  ]);
  expect(await readRows(scene.root, 'split')).toEqual([
    { referral: '10', treasury: '20', buyback: '5', other: '1', platform: '64' },
  ]);
  expect((await readRows(scene.root, 'wallets')).map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'Burn: burn',
    'Treasury: buyback',
    'Treasury #2: treasury',
    'liquidity: liquidity',
  ]);
  const bytes = [...(await readTree(generated(scene.root))).values()].join();
  for (const secret of Object.values(PRIVATE_IDS)) expect(bytes).not.toContain(secret);
});

test('a policy that looks into people: the advice is the owner’s view or a policy of the role’s own, never a grant', async () => {
  const { scene } = await createPublishedFieldScene();
  await scene.asOwner('DROP POLICY tpc_reader_select ON tpc_transactions; DROP VIEW tpc_public_settings');
  const { text, exitCode } = await scene.snapshot();
  expect(exitCode).toBe(1);
  expect(text).toMatch(
    /grant nothing on it\. Let the owner .*tpc\/reader\.sql does \(permission denied for (table profiles|schema auth)\)/,
  );
  expect(text).toContain(
    'FAILED split: Reading split: public.app_settings holds private values beside public ones',
  );
  expect(text).not.toMatch(/Grant it SELECT/);
});
