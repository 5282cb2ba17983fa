import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { foldFaults } from '../fold/faults.ts';
import { listText, lookupRowSchema } from '../ledger/lookup.ts';
import { parseEntry } from '../log/entry.ts';
import { openLog } from '../store/kept-log.ts';
import { readManifest, readRows, readTree } from '../testing/content.ts';
import { createFieldScene } from '../testing/field-ledger.ts';
import { withClient } from '../testing/postgres.ts';
import { createScene, expectStale, type Scene, standingIn } from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';

/** Adds the dataset to the scene's system.yaml, as an operator does. */
async function askForLookup({ root }: Scene): Promise<void> {
  const file = path.join(root, 'written/systems/tpc/system.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^( +)daily: .*$/m, '$&\n$1lookup: {}'));
}

/** Ids as `gen_random_uuid()` gives them, where the small ledger has numbers that follow from its instants. */
const RANDOM_IDS = `
  ALTER TABLE tpc_distribution_logs DROP CONSTRAINT tpc_distribution_logs_transaction_id_fkey;
  CREATE TEMP TABLE moved AS SELECT id AS was, gen_random_uuid() AS is FROM tpc_transactions;
  UPDATE tpc_transactions SET id = moved.is FROM moved WHERE id = moved.was;
  UPDATE tpc_distribution_logs SET transaction_id = moved.is FROM moved WHERE transaction_id = moved.was;`;

async function createLookupScene(): Promise<Scene> {
  const scene = await createScene();
  await scene.behindTheLedger(RANDOM_IDS);
  await askForLookup(scene);
  return scene;
}

/** The ids of the transactions, by batch; `null` of those that were not distributed. */
function idsIn({ database }: Scene): Promise<Map<string | null, string[]>> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; batch: string | null }>(
      'SELECT id::text, batch_id::text AS batch FROM tpc_transactions',
    );
    return new Map(
      [...Map.groupBy(rows, ({ batch }) => batch)].map(([batch, of]) => [batch, of.map(({ id }) => id)]),
    );
  });
}

const listsIn = async ({ root }: Scene) =>
  (await readRows(root, 'lookup')).map((row) => lookupRowSchema.parse(row));
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const listFor = (ids: readonly string[]) =>
  ids
    .map((id) => `${hashOf(id).slice(0, 24)}\n`)
    .toSorted()
    .join('');

test('nobody asks for it: no list is read, and nothing is said to lack', async () => {
  const scene = await createScene();
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(0);
  expect(ending.text).not.toContain('lookup');
  const { datasets } = await readManifest(scene.root);
  expect(datasets.lookup).toMatchObject({ state: 'absent', reason: null });
});

test('each batch has the sorted hashes of its transactions, the log their hash, and no published byte an id', async () => {
  const scene = await createLookupScene();
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(0);
  const ids = await idsIn(scene);
  const lists = await listsIn(scene);
  expect(lists.map(({ batch_id }) => batch_id)).toEqual(Object.values(BATCHES));
  for (const { batch_id, hashes, hashes_sha256, tx_listed } of lists) {
    const own = ids.get(batch_id) ?? [];
    expect(tx_listed).toBe(String(own.length));
    expect(listText(hashes)).toBe(listFor(own));
    expect(hashes_sha256).toBe(hashOf(listFor(own)));
  }
  const log = openLog(scene.root);
  const entered = [...(log?.entries() ?? [])]
    .map((line) => parseEntry(line))
    .filter(({ kind }) => kind === 'lookup');
  expect(entered.map(({ id }) => id).toSorted()).toEqual(Object.values(BATCHES).map((id) => `tpc/${id}`));
  const published = [...(await readTree(scene.root)).values(), ending.text].join('\n');
  const all = [...ids.values()].flat();
  expect(all.length).toBeGreaterThan(14);
  expect(all.filter((id) => published.includes(id) || published.includes(id.replaceAll('-', '')))).toEqual(
    [],
  );
});

test('the field’s form: a transaction with up to three lines is listed once, in the batch that the log names', async () => {
  const scene = await createFieldScene();
  await askForLookup(scene);
  const { lines } = await withClient(scene.database.ownerUrl, async (client) => {
    await client.query(`SET session_replication_role = replica; ALTER TABLE tpc_distribution_logs DROP CONSTRAINT IF EXISTS tpc_distribution_logs_transaction_id_fkey;
      ${RANDOM_IDS.slice(RANDOM_IDS.indexOf('CREATE TEMP'))}`);
    const { rows } = await client.query<{ batch: string; id: string }>(
      `SELECT DISTINCT batch_id::text AS batch, transaction_id::text AS id FROM tpc_distribution_logs
        WHERE batch_id IS NOT NULL`,
    );
    return { lines: Map.groupBy(rows, ({ batch }) => batch) };
  });
  expect((await scene.snapshot()).exitCode).toBe(0);
  const lists = await listsIn(scene);
  expect(lists.length).toBe(lines.size);
  for (const { batch_id, hashes } of lists)
    expect(listText(hashes)).toBe(listFor((lines.get(batch_id) ?? []).map(({ id }) => id)));
});

test.each([
  ['numbers that follow from an instant', '', 'ids are no random UUIDs (version 4)'],
  [
    'a serial number',
    `ALTER TABLE tpc_transactions ALTER id DROP DEFAULT, ALTER id TYPE bigint USING ('x' || left(id::text, 8))::bit(32)::bigint;`,
    'ids are no random UUIDs (version 4)',
  ],
  [
    'UUIDs of version 1',
    `UPDATE tpc_transactions SET id = ('2c5ea4c0-4067-11e9-8bad-' || right(id::text, 12))::uuid`,
    'ids are no random UUIDs (version 4)',
  ],
  [
    'serial numbers dressed as version 4',
    `UPDATE tpc_transactions AS t SET id = ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid
     FROM (SELECT id AS was, row_number() OVER () AS n FROM tpc_transactions) AS numbered WHERE t.id = was`,
    'ids share half of their digits with another',
  ],
])('ids that can be guessed are refused by name: %s', async (_, sql, reason) => {
  const scene = await createScene();
  await scene.behindTheLedger(
    `ALTER TABLE tpc_distribution_logs DROP CONSTRAINT IF EXISTS tpc_distribution_logs_transaction_id_fkey; ${sql}`,
  );
  await askForLookup(scene);
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  expect(ending.text).toContain(`guessable-id: batch ${BATCHES.january}: 4 of 4 ${reason}`);
  const manifest = await readManifest(scene.root);
  expect(manifest.datasets.lookup).toMatchObject({ state: 'absent', reason: 'guessable-id' });
  const ids = (await idsIn(scene)).get(BATCHES.january) ?? [];
  expect(ids.filter((id) => id.length > 9 && ending.text.includes(id))).toEqual([]);
});

test('one id that can be guessed is enough, and the lists that stand stay as they were', async () => {
  const scene = await createLookupScene();
  await scene.snapshot();
  const before = await standingIn(scene.root);
  await scene.behindTheLedger(`UPDATE tpc_transactions SET id = '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d'
    WHERE id = (SELECT id FROM tpc_transactions WHERE batch_id = '${BATCHES.march}' LIMIT 1)`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    `guessable-id: batch ${BATCHES.march}: 1 of 5 ids are no random UUIDs (version 4).`,
  );
  await expectStale(scene, ending, before, { lookup: 'guessable-id' });
});

test('a list that is shorter than its batch counts is a finding, with both figures', async () => {
  const scene = await createLookupScene();
  await scene.behindTheLedger(`UPDATE tpc_transactions SET batch_id = NULL
    WHERE id = (SELECT id FROM tpc_transactions WHERE batch_id = '${BATCHES.february}' LIMIT 1)`);
  const ending = await scene.snapshot();
  const { datasets } = await readManifest(scene.root);
  expect(datasets.lookup.findings).toEqual([{ guard: 'lookup-differs', subjects: [BATCHES.february] }]);
  expect(ending.text).toContain('it counts 3 transactions, its list for lookups has 2.');
});

test('a list that becomes another after publication is a finding, and the first value stays in the record', async () => {
  const scene = await createLookupScene();
  await scene.snapshot();
  const [first] = await listsIn(scene);
  await scene.behindTheLedger(`UPDATE tpc_transactions SET id = gen_random_uuid()
    WHERE id = (SELECT id FROM tpc_transactions WHERE batch_id = '${BATCHES.january}' LIMIT 1)`);
  expect((await scene.snapshot()).exitCode).toBe(0);
  const { datasets } = await readManifest(scene.root);
  expect(datasets.lookup.findings).toEqual([
    { guard: 'changed-after-publication', subjects: [BATCHES.january] },
  ]);
  const record = [...(await readTree(scene.root))]
    .filter(([file]) => file.includes('/record/'))
    .map(([, text]) => text);
  expect(record.join('')).toContain(`"hashes_sha256":"${first?.hashes_sha256}"`);
});

test('a list that was changed by hand is no fold of the log: named, with all of its own hashes redone', async () => {
  const scene = await createLookupScene();
  await scene.snapshot();
  expect(foldFaults(scene.root, '2026-03-20T10:00:00Z')).toEqual([]);
  const tree = await readTree(scene.root);
  const [file = '', text = ''] =
    [...tree].find(([name]) => /lookup\/[0-9a-f]{12}-2026-01\.jsonl$/.test(name)) ?? [];
  const row = lookupRowSchema.parse(JSON.parse(text));
  const hashes = row.hashes.slice(24);
  const forged = `${JSON.stringify({ ...JSON.parse(text), tx_listed: '3', hashes, hashes_sha256: hashOf(listText(hashes)) })}\n`;
  const manifestFile = path.join(scene.root, 'generated/tpc/manifest.json');
  const manifest = await readFile(manifestFile, 'utf8');
  const [oldHash, newHash] = [hashOf(text), hashOf(forged)];
  const name = file.slice(file.indexOf('lookup/'));
  const newName = name.replace(/[0-9a-f]{12}/, newHash.slice(0, 12));
  await writeFile(path.join(scene.root, 'generated/tpc', newName), forged);
  const entry = JSON.stringify(JSON.parse(manifest)).replace(oldHash, newHash).replace(name, newName);
  await writeFile(
    manifestFile,
    `${entry.replace(`"bytes":${Buffer.byteLength(text)}`, `"bytes":${Buffer.byteLength(forged)}`)}\n`,
  );
  const faults = foldFaults(scene.root, '2026-03-20T10:00:00Z');
  expect(faults).toContainEqual({ fault: 'row', folder: 'tpc', what: `lookup ${BATCHES.january}` });
});
