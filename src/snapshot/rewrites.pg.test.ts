import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HASHED_FIELDS } from '../ledger/batch.ts';
import { type DatasetName, isOptIn } from '../ledger/dataset.ts';
import { hashOf } from '../ledger/publication.ts';
import { readPublished } from '../reports/content.ts';
import { generated } from '../testing/content.ts';
import { createPublishedScene, createScene, expectStale, type Scene, standingIn } from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';
import { readContent } from './content.ts';

/** What the published record says of one batch. */
async function recorded(scene: Scene, batch: string) {
  const { record, words } = await readContent(generated(scene.root));
  const row = record.get('batches')?.get(batch);
  if (row === undefined) throw new Error(`no batch ${batch} in the record`);
  return { ...row, words };
}

async function findings(scene: Scene) {
  const { manifest } = await standingIn(scene.root);
  return Object.fromEntries(
    Object.entries(manifest.datasets).map(([name, { findings: found }]) => [
      name,
      Object.fromEntries(found.map(({ guard, subjects }) => [guard, subjects])),
    ]),
  );
}

test('TPC-07: a figure altered after publication is published with both values and flagged, never taken over silently', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 100 WHERE id = '${BATCHES.march}'`,
  );
  const { text, exitCode } = await scene.snapshot();
  expect(exitCode).toBe(0);
  expect(text).toContain(
    `published with a flag, batches, changed-after-publication:\n  ${BATCHES.march}: treasury_sum changed after publication.`,
  );
  const row = await recorded(scene, BATCHES.march);
  expect(row.first.treasury_sum).toBe('326.203705');
  expect(row.changes).toEqual([
    {
      seen_at: '2026-03-20T09:25:11.123Z',
      before: { treasury_sum: '326.203705' },
      after: { treasury_sum: '426.203705' },
    },
  ]);
  expect(await findings(scene)).toMatchObject({
    batches: {
      'hash-mismatch': [BATCHES.march],
      'share-rule-broken': [BATCHES.march],
      'changed-after-publication': [BATCHES.march],
    },
    ledger: { 'ledger-differs': [BATCHES.march] },
    daily: { 'changed-after-publication': ['2026-03-18'] },
  });
});

test('TPC-07: a figure altered together with its hash is still flagged as changed', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`
    UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 100 WHERE id = '${BATCHES.march}';
    UPDATE tpc_distribution_batches SET public_hash = tpc_batch_hash(id) WHERE id = '${BATCHES.march}'`);
  await scene.snapshot();
  const { batches } = await findings(scene);
  expect(batches).toMatchObject({ 'changed-after-publication': [BATCHES.march] });
  expect(batches).not.toHaveProperty('hash-mismatch');
});

test('a change stays in the record and stays flagged after it was taken back', async () => {
  const { scene } = await createPublishedScene();
  for (const change of ['+ 1', '- 1']) {
    await scene.behindTheLedger(
      `UPDATE tpc_distribution_batches SET buyback_sum = buyback_sum ${change} WHERE id = '${BATCHES.march}'`,
    );
    await scene.snapshot();
  }
  const row = await recorded(scene, BATCHES.march);
  expect(row.changes.map(({ after }) => after.buyback_sum)).toEqual(['76.277779', '75.277779']);
  expect(row.latest).toEqual(row.first);
  expect((await findings(scene)).batches).toEqual({ 'changed-after-publication': [BATCHES.march] });
});

test('a proof and a note that come late are additions: recorded with their time, not flagged', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner(`SELECT attach_batch_proof('${BATCHES.march}', '${'4'.repeat(87)}');
    UPDATE tpc_distribution_batches SET note = 'Anchored late.' WHERE id = '${BATCHES.march}'`);
  await scene.snapshot();
  const { changes, words } = await recorded(scene, BATCHES.march);
  expect(changes).toMatchObject([
    { seen_at: '2026-03-20T09:25:11.123Z', before: {}, after: { onchain_tx: '4'.repeat(87) } },
  ]);
  // Words of people stand in the record as a salted hash, with the text beside it.
  expect(words.get(changes[0]?.after.note ?? '')?.text).toBe('Anchored late.');
  expect((await findings(scene)).batches).toEqual({});
});

test('a published proof that is replaced is flagged', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET onchain_tx = repeat('3', 87) WHERE id = '${BATCHES.january}'`,
  );
  await scene.snapshot();
  expect((await findings(scene)).batches).toEqual({ 'changed-after-publication': [BATCHES.january] });
});

test('TPC-03: a changelog entry reworded after publication is flagged', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner("UPDATE tpc_changelog SET reason = 'No reason.' WHERE key = 'minimum_payout'");
  const { text } = await scene.snapshot();
  expect(text).toContain('2026-01-05 08:00:00+00|minimum_payout: reason changed after publication.');
  expect((await findings(scene)).changelog).toHaveProperty('changed-after-publication');
});

test('TPC-02: a wallet that is taken away is recorded as gone and flagged', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner("DELETE FROM tpc_public_wallets WHERE name = 'Treasury'");
  const { text, exitCode } = await scene.snapshot();
  expect(text).toContain('Treasury was published and is gone since 2026-03-20T09:25:11.123Z.');
  expect(exitCode).toBe(0);
  expect((await findings(scene)).wallets).toEqual({ 'gone-after-publication': ['Treasury'] });
});

test('a published batch that was deleted is recorded as gone, and the rest goes on: later changes too', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_batches WHERE id = '${BATCHES.february}'`);
  const deleted = await scene.snapshot();
  expect(deleted.text).toContain(
    `${BATCHES.february} was published and is gone since 2026-03-20T09:25:11.123Z.`,
  );
  expect(deleted.exitCode).toBe(0);
  expect(await recorded(scene, BATCHES.february)).toMatchObject({ gone: '2026-03-20T09:25:11.123Z' });
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 100 WHERE id = '${BATCHES.march}'`,
  );
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await recorded(scene, BATCHES.march)).changes).toHaveLength(1);
  expect(await findings(scene)).toMatchObject({
    batches: {
      'gone-after-publication': [BATCHES.february],
      'changed-after-publication': [BATCHES.march],
    },
    metrics: {},
  });
  const { manifest } = await standingIn(scene.root);
  for (const [name, { state }] of Object.entries(manifest.datasets))
    expect([name, state]).toEqual([name, isOptIn(name as DatasetName) ? 'absent' : 'current']);
});

/** Writes what the operator states under `transparency`, in place of what was stated before. */
async function declare(scene: Scene, list: 'removals' | 'alterations', stated: string): Promise<void> {
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  const text = (await readFile(file, 'utf8')).replace(/\n {2}(removals|alterations):\n {4}- .*/, '');
  const common = 'dataset: wallets, by: compliance, decided: 2026-03-20T09:00+07:00';
  const reason = '{ en: The wallet was closed., id: Dompet ini telah ditutup. }';
  await writeFile(
    file,
    text.replace(
      '\ntransparency:\n',
      `\ntransparency:\n  ${list}:\n    - { ${common}, ${stated}, reason: ${reason} }\n`,
    ),
  );
}

const STATED = {
  row: 'Treasury',
  by: 'compliance',
  decided: '2026-03-20T02:00:00Z',
  reason: { en: 'The wallet was closed.', id: 'Dompet ini telah ditutup.' },
};

test('a removal with a reason settles that a row is gone: shown with it, flagged no more; one of no row is told', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner("DELETE FROM tpc_public_wallets WHERE name = 'Treasury'");
  await declare(scene, 'removals', 'row: Treasury');
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findings(scene)).wallets).toEqual({});
  expect((await standingIn(scene.root)).manifest.datasets.wallets.removals).toEqual([STATED]);
  await declare(scene, 'removals', 'row: Tresury');
  const mistaken = await scene.snapshot();
  expect(mistaken.text).toContain('transparency.removals: no row Tresury of wallets was ever published.');
  expect(mistaken.exitCode).toBe(1);
  expect((await findings(scene)).wallets).toEqual({ 'gone-after-publication': ['Treasury'] });
});

test('an alteration with a reason settles one change: shown with it, flagged no more; the next one is flagged anew', async () => {
  const { scene } = await createPublishedScene();
  const relink = (link: string) =>
    scene.asOwner(`UPDATE tpc_public_wallets SET explorer_url = '${link}' WHERE name = 'Treasury'`);
  const flagged = { 'changed-after-publication': ['Treasury'] };
  await relink('https://explorer.example/one');
  const { text } = await scene.snapshot();
  const seen = '2026-03-20T09:25:11.123Z';
  expect(text).toContain(`transparency.alterations, { dataset: wallets, row: "Treasury", seen: ${seen}, … }`);
  expect((await findings(scene)).wallets).toMatchObject(flagged);

  await declare(scene, 'alterations', `row: Treasury, seen: ${seen}`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findings(scene)).wallets).not.toHaveProperty('changed-after-publication');
  const { manifest } = await standingIn(scene.root);
  expect(manifest.datasets.wallets.alterations).toEqual([{ ...STATED, seen }]);
  const { record } = await readContent(generated(scene.root));
  expect(record.get('wallets')?.get('Treasury')?.changes).toHaveLength(1);

  await relink('https://explorer.example/two');
  const again = await scene.snapshot();
  expect(again.text).toContain('row: "Treasury", seen: 2026-03-20T09:55:11.123Z, … }');
  expect((await findings(scene)).wallets).toMatchObject(flagged);

  await declare(scene, 'alterations', 'row: Treasury, seen: 2026-03-20T09:00:00Z');
  const mistaken = await scene.snapshot();
  expect(mistaken.text).toContain(
    'no change of the row Treasury of wallets was seen at 2026-03-20T09:00:00Z.',
  );
  expect(mistaken.exitCode).toBe(1);
  expect((await standingIn(scene.root)).manifest.datasets.wallets).not.toHaveProperty('alterations');
});

test('a batch that was deleted and is back has its own entry, and is gone no more', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`CREATE TABLE kept AS SELECT * FROM tpc_distribution_batches;
    DELETE FROM tpc_distribution_batches WHERE id = '${BATCHES.february}'`);
  await scene.snapshot();
  await scene.behindTheLedger(
    `INSERT INTO tpc_distribution_batches SELECT * FROM kept WHERE id = '${BATCHES.february}'`,
  );
  expect((await scene.snapshot()).exitCode).toBe(0);
  const row = await recorded(scene, BATCHES.february);
  expect([row.gone, row.changes]).toEqual([
    null,
    [{ seen_at: '2026-03-20T09:40:11.123Z', before: {}, after: {} }],
  ]);
  expect((await findings(scene)).batches).toEqual({});
});

test('the newest batch too: where the ledger still names it, this is no old backup', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_batches WHERE id = '${BATCHES.newest}'`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findings(scene)).batches).toEqual({ 'gone-after-publication': [BATCHES.newest] });
});

test('a batch that was deleted with all its traces is gone; fewer transactions are refused until something is newer', async () => {
  const { scene } = await createPublishedScene();
  for (const table of ['tpc_distribution_logs', 'tpc_transactions'])
    await scene.behindTheLedger(`DELETE FROM ${table} WHERE batch_id = '${BATCHES.february}'`);
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_batches WHERE id = '${BATCHES.february}'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('gone-backwards: tx_total fell from 16 to 13, and nothing is newer');
  expect([...(ending.report?.failures.keys() ?? [])]).toEqual(['metrics']);
  expect(await findings(scene)).toMatchObject({
    batches: { 'gone-after-publication': [BATCHES.february] },
    ledger: { 'gone-after-publication': [BATCHES.february] },
  });
  await scene.asOwner(
    `INSERT INTO tpc_changelog (created_at, key, old_value, new_value) VALUES ('2026-03-20 09:00:00Z', 'a', 'b', 'c')`,
  );
  expect((await scene.snapshot()).exitCode).toBe(0);
  expect((await findings(scene)).metrics).toHaveProperty('total-fell');
});

test('most rows gone at once are refused as such, and recorded as nothing', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_batches WHERE id <> '${BATCHES.newest}'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    `shrunk: ${BATCHES.january} was published and the source no longer has it, as 3 of 4`,
  );
  await expectStale(scene, ending, standing, { batches: 'shrunk', metrics: 'shrunk', daily: 'shrunk' });
});

test('a lagging replica or an old backup is refused as gone backwards', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_logs WHERE batch_id = '${BATCHES.newest}';
    UPDATE tpc_transactions SET batch_id = NULL, distributed = false WHERE batch_id = '${BATCHES.newest}';
    DELETE FROM tpc_distribution_batches WHERE id = '${BATCHES.newest}';
    DELETE FROM tpc_changelog WHERE created_at > '2026-03-01'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'gone-backwards: The newest is of 2026-03-18 01:00:00.1+00, but one of 2026-03-19 01:00:00.000001+00 was published already, and nothing here is newer than that. Is this a lagging replica or an old backup?',
  );
  await expectStale(scene, ending, standing, {
    batches: 'gone-backwards',
    ledger: 'gone-backwards',
    changelog: 'gone-backwards',
    metrics: 'gone-backwards',
    daily: 'gone-backwards',
  });
});

test('a dataset that was stale is current again after the next good run', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner('ALTER TABLE tpc_changelog RENAME TO elsewhere');
  expect((await scene.snapshot()).exitCode).toBe(1);
  await scene.asOwner('ALTER TABLE elsewhere RENAME TO tpc_changelog');
  expect((await scene.snapshot()).exitCode).toBe(0);
  const { manifest } = await standingIn(scene.root);
  expect(manifest.datasets.changelog).toMatchObject({
    state: 'current',
    reason: null,
    observed_at: '2026-03-20T09:40:11.123Z',
  });
});

test('every hashed figure of a batch is watched', async () => {
  const { scene } = await createPublishedScene();
  const altered: Record<string, string> = {
    period_start: "period_start - interval '1 day'",
    period_end: "period_end + interval '1 microsecond'",
    tx_count: 'tx_count - 1',
    revenue_sum: 'revenue_sum + 0.000001',
    referral_sum: 'referral_sum + 0.000001',
    treasury_sum: 'treasury_sum + 0.000001',
    buyback_sum: 'buyback_sum + 0.000001',
  };
  await scene.behindTheLedger(`UPDATE tpc_distribution_batches SET
    ${Object.entries(altered)
      .map(([column, value]) => `${column} = ${value}`)
      .join(', ')} WHERE id = '${BATCHES.march}'`);
  const { text } = await scene.snapshot();
  const watched = HASHED_FIELDS.filter((field) => field !== 'id' && field !== 'created_at');
  expect(text).toContain(`${BATCHES.march}: ${watched.toSorted().join(', ')} changed after publication.`);
});

test('a report judges a hash as the page does: an altered figure is its ground', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 100 WHERE id = '${BATCHES.march}'`,
  );
  await scene.snapshot();
  const { publication } = await readPublished(scene.root, 'tpc');
  const batch = publication.rows.batches.find(({ id }) => id === BATCHES.march);
  if (batch === undefined) throw new Error('there is no such batch');
  expect(hashOf(publication, batch)).toMatchObject({ verdict: 'mismatch', ground: 'earlier-figures' });
});

test('where batches alone are published, a newest one that is gone is not told as gone before a newer one shows that it is', async () => {
  const scene = await createScene();
  const file = path.join(scene.root, 'written/systems/tpc/system.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/\n {4}(ledger|changelog|split|wallets|metrics|daily): .*/g, ''));
  expect((await scene.snapshot()).exitCode).toBe(0);
  const [newest = ''] =
    (await readContent(generated(scene.root))).rows.batches?.slice(-1).map(({ id }) => id) ?? [];
  await scene.behindTheLedger(`DELETE FROM tpc_distribution_batches WHERE id = '${newest}'`);
  const unsure = await scene.snapshot();
  expect(unsure.exitCode).toBe(1);
  expect(unsure.text).toContain('Is this a lagging replica or an old backup?');
  expect((await recorded(scene, newest)).gone ?? null).toBeNull();
  await scene.asOwner("SELECT tpc_distribute_at('2026-03-20 01:00:00Z')");
  await scene.snapshot();
  expect((await recorded(scene, newest)).gone).not.toBeNull();
  expect((await findings(scene)).batches).toMatchObject({ 'gone-after-publication': [newest] });
});
