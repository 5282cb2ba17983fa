import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { batchSchema } from '../ledger/batch.ts';
import { formName, hashKnowledge, hashVerdict } from '../ledger/batch-hash.ts';
import { hashSessionsSchema } from '../ledger/hash-session.ts';
import { readRows } from '../testing/content.ts';
import { findingsIn } from '../testing/field-ledger.ts';
import { withClient } from '../testing/postgres.ts';
import { createScene, type Scene, standingIn } from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';

/** What the recipe of the field gives in a session: the function there leaves zone and style to whoever calls it. */
async function hashIn(scene: Scene, batch: string, zone: string, style: string): Promise<void> {
  await withClient(scene.database.ownerUrl, (client) =>
    client.query(`SET session_replication_role = replica; SET TimeZone = '${zone}'; SET DateStyle = '${style}';
      UPDATE tpc_distribution_batches SET public_hash = encode(sha256(convert_to(concat_ws('|', id::text,
        created_at::text, coalesce(period_start::text, ''), coalesce(period_end::text, ''), tx_count::text,
        revenue_sum::text, referral_sum::text, treasury_sum::text, buyback_sum::text), 'UTF8')), 'hex')
       WHERE id = '${batch}'`),
  );
}

async function declare({ root }: Scene, sessions: string): Promise<void> {
  const file = path.join(root, 'written/systems/tpc/system.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('\ntransparency:\n', `\ntransparency:\n${sessions}\n`));
}

const SESSIONS = [
  ['january', 'Asia/Jakarta', 'ISO, MDY', 'Asia/Jakarta ISO'],
  ['february', 'Asia/Jakarta', 'German, DMY', 'Asia/Jakarta German'],
  ['march', 'Asia/Jayapura', 'SQL, DMY', 'Asia/Jayapura SQL, DMY'],
] as const;
const DECLARED = `  hash_sessions:
    - { zone: Asia/Jakarta, style: ISO }
    - { zone: Asia/Jakarta, style: German }
    - { zone: Asia/Jayapura, style: "SQL, DMY" }`;

async function jakartaScene(): Promise<Scene> {
  const scene = await createScene();
  for (const [batch, zone, style] of SESSIONS) await hashIn(scene, BATCHES[batch], zone, style);
  return scene;
}

test('TPC-07: hashes made by PostgreSQL in other sessions are recomputed where the sessions are declared', async () => {
  const scene = await jakartaScene();
  await declare(scene, DECLARED);
  const { exitCode } = await scene.snapshot();
  expect(exitCode).toBe(0);
  expect((await findingsIn(scene)).batches).toBeUndefined();
  const { manifest } = await standingIn(scene.root);
  const batches = (await readRows(scene.root, 'batches')).map((row) => batchSchema.parse(row));
  const known = hashKnowledge(batches, manifest.hash, () => undefined);
  const forms = batches.map((batch) => hashVerdict(batch, known)).map(({ form }) => form && formName(form));
  expect(forms).toEqual([...SESSIONS.map(([, , , form]) => form), 'postgres-utc']);
  expect(hashSessionsSchema.parse(parse(DECLARED).hash_sessions)).toEqual(manifest.hash.sessions);
});

test('TPC-07: where none is declared they are not recomputable, which is no mismatch; an altered figure still is one', async () => {
  const scene = await jakartaScene();
  const first = await scene.snapshot();
  expect(first.exitCode).toBe(0);
  expect(first.text).toContain('Declare it in system.yaml: transparency.hash_sessions.');
  const others = [BATCHES.january, BATCHES.february, BATCHES.march];
  expect((await findingsIn(scene)).batches).toEqual([{ guard: 'hash-not-recomputable', subjects: others }]);
  // Without a new hash, both a batch of the unknown form and one of the known form.
  for (const batch of [BATCHES.march, BATCHES.newest])
    await scene.behindTheLedger(
      `UPDATE tpc_distribution_batches SET treasury_sum = treasury_sum + 1 WHERE id = '${batch}'`,
    );
  await scene.snapshot();
  expect((await findingsIn(scene)).batches).toEqual(
    expect.arrayContaining([
      { guard: 'hash-mismatch', subjects: [BATCHES.march, BATCHES.newest] },
      { guard: 'hash-not-recomputable', subjects: [BATCHES.january, BATCHES.february] },
    ]),
  );
});

test('TPC-07: where every session is declared, a hash made in none of them is wrong from the first day', async () => {
  const scene = await jakartaScene();
  await declare(
    scene,
    '  hash_sessions: [{ zone: Asia/Jakarta, style: ISO }, { zone: Asia/Jakarta, style: German }]\n  hash_sessions_complete: true',
  );
  await scene.snapshot();
  expect((await findingsIn(scene)).batches).toEqual([{ guard: 'hash-mismatch', subjects: [BATCHES.march] }]);
});
