import { expect, test } from 'vitest';
import { generated, readRows, readTree } from '../testing/content.ts';
import { withClient } from '../testing/postgres.ts';
import { createScene, type Scene } from '../testing/scene.ts';
import { PRIVATE_IDS } from '../testing/small-ledger.ts';

const HOSTILE = {
  html: '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;&#x202e;',
  formula: "=cmd|'/c calc'!A1",
  formulas: '+1+1\t@SUM(1)\r-2',
  quotes: '","new_value":"x"}\n{"id":"',
  backslashes: '\\u0041\\n\\\\"\\',
  'right-to-left': 'safe \u202Egpj.exe\u202C \u2067text\u2069 \u200F',
  separators: 'one\u2028two\u2029three\u0085four\u000B\u000C',
  controls: '\u0001\u0007\u001B[2J\u001B[31mred\u009B0m',
  'zero width': 'a\u200Bb\uFEFFc\u00AD',
  astral: '𝕊🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩‍👩‍👧',
  normalisation: 'é e\u0301 ﬁ Å Å',
  'lone quote': '"',
  blanks: '  \t\n ',
  workflow: '::error::forged\n::set-output name=x::y',
  prototype: '__proto__',
};

async function publishChangelog(scene: Scene, rows: readonly (readonly [string, string])[]) {
  await withClient(scene.database.ownerUrl, (client) =>
    client.query(
      `INSERT INTO tpc_changelog (created_at, key, old_value, new_value, reason, admin_id)
       SELECT '2026-03-05T00:00:00Z', row ->> 0, row ->> 1, row ->> 1, row ->> 1, $2
         FROM jsonb_array_elements($1) AS row`,
      [JSON.stringify(rows), PRIVATE_IDS.admin],
    ),
  );
  return scene.snapshot();
}

test('TPC-03: hostile changelog text is published as it stands in the database, to the character', async () => {
  const scene = await createScene();
  const { exitCode } = await publishChangelog(scene, Object.entries(HOSTILE));
  expect(exitCode).toBe(0);
  const rows = await readRows(scene.root, 'changelog');
  const published = rows.filter((row) => row.created_at === '2026-03-05 00:00:00+00');
  expect(Object.fromEntries(published.map((row) => [row.key, row.reason]))).toEqual(HOSTILE);
  for (const row of published) expect([row.old_value, row.new_value]).toEqual([row.reason, row.reason]);
  // And a second run reads it back from the record as the same.
  expect((await scene.snapshot()).text).toContain('published record: 0 new entries');
});

test('TPC-03: a line of 90 kB is published whole', async () => {
  const scene = await createScene();
  const long = 'Ünïcödé "quoted" '.repeat(5_500);
  expect((await publishChangelog(scene, [['long', long]])).exitCode).toBe(0);
  const rows = await readRows(scene.root, 'changelog');
  expect(rows.find(({ key }) => key === 'long')?.reason).toBe(long);
});

test('a hostile key can not forge a line of the log, nor speak to the terminal', async () => {
  const scene = await createScene();
  const keys = Object.values(HOSTILE).filter((text) => text.trim() !== '');
  await publishChangelog(
    scene,
    keys.map((key) => [key, 'first']),
  );
  await scene.asOwner("UPDATE tpc_changelog SET reason = 'second' WHERE reason = 'first'");
  await scene.asOwner(`UPDATE tpc_public_wallets SET name = E'Treasury\\n::error::forged\\u202E', explorer_url = 'x'
    WHERE name = 'Treasury'`);
  const { text, exitCode } = await scene.snapshot();
  expect(exitCode).toBe(0);
  expect(text).toContain('changed after publication');
  expect(text).toContain(
    'Wallet "Treasury\\u{a}::error::forged\\u{202e}": its explorer link has not-solscan.',
  );
  expect(text).not.toMatch(/^\s*::/m);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

test('a hostile name in a row error is written on one line', async () => {
  const scene = await createScene();
  await scene.asOwner(`ALTER TABLE tpc_public_wallets DROP CONSTRAINT tpc_public_wallets_pkey, ALTER COLUMN name DROP NOT NULL;
    INSERT INTO tpc_public_wallets (name, address, type) VALUES ('', 'x', 'x')`);
  const { text } = await scene.snapshot();
  expect(text).toMatch(/^ {2}wallets, row 1, name: .+$/m);
});

test('TPC-22: nobody who acted, and no user, is in any byte that is published', async () => {
  const scene = await createScene();
  const seeded = await withClient(scene.database.ownerUrl, (client) =>
    client.query(`SELECT (SELECT count(*) FROM tpc_changelog WHERE admin_id IS NOT NULL)::int AS admins,
      (SELECT count(*) FROM tpc_distribution_batches WHERE created_by IS NOT NULL)::int AS creators,
      (SELECT count(*) FROM tpc_transactions WHERE user_id IS NOT NULL)::int AS users`),
  );
  expect(seeded.rows).toEqual([{ admins: 3, creators: 4, users: 16 }]);
  const { text } = await scene.snapshot();
  const published = [...(await readTree(generated(scene.root))).values(), text].join('\n').toLowerCase();
  for (const id of Object.values(PRIVATE_IDS)) {
    expect(published).not.toContain(id);
    expect(published).not.toContain(id.replaceAll('-', ''));
  }
  for (const column of ['admin_id', 'created_by', 'user_id', 'source_id', 'order 2026'])
    expect(published).not.toContain(column);
});
