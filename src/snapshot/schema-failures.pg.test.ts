import { expect, test } from 'vitest';
import { createPublishedScene, createScene, expectStale } from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';

test('a missing table leaves its dataset stale and is named', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('DROP TABLE tpc_public_wallets');
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'FAILED wallets: Reading wallets: this database has it in neither form; looked for: public.tpc_public_wallets (runbook), ',
  );
  await expectStale(scene, ending, standing, { wallets: 'schema-mismatch' });
});

test('a missing column leaves its dataset stale and is named', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('ALTER TABLE tpc_distribution_batches RENAME COLUMN note TO remark');
  const ending = await scene.snapshot();
  expect(ending.text).toContain(
    'FAILED batches: Reading batches: a column is missing (column "note" does not exist).',
  );
  await expectStale(scene, ending, standing, { batches: 'schema-mismatch' });
});

test('a column without the right to read it is a matter of access, and its table is named', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('REVOKE SELECT (reason) ON tpc_changelog FROM tpc_reader');
  const ending = await scene.snapshot();
  expect(ending.text).toContain('(permission denied for table tpc_changelog)');
  await expectStale(scene, ending, standing, { changelog: 'access-denied' });
});

test('money in a column of type double precision is refused wherever it would be summed', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('ALTER TABLE tpc_distribution_batches ALTER COLUMN revenue_sum TYPE double precision');
  const ending = await scene.snapshot();
  const expected = 'is double precision, expected numeric (money is exact).';
  expect(ending.text).toContain(`FAILED batches: Columns of another type: revenue_sum ${expected}`);
  expect(ending.text).toContain(
    `FAILED metrics, daily: Columns of another type: distributed_revenue ${expected}`,
  );
  await expectStale(scene, ending, standing, {
    batches: 'schema-mismatch',
    metrics: 'schema-mismatch',
    daily: 'schema-mismatch',
  });
});

test('amounts of type real in the transactions are refused', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner('ALTER TABLE tpc_transactions ALTER COLUMN amount TYPE real');
  const ending = await scene.snapshot();
  expect(ending.text).toContain('total_revenue is real, expected numeric (money is exact)');
  await expectStale(scene, ending, standing, {
    ledger: 'schema-mismatch',
    metrics: 'schema-mismatch',
    daily: 'schema-mismatch',
  });
});

test('counts of type bigint are as good as integers', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner('ALTER TABLE tpc_distribution_batches ALTER COLUMN tx_count TYPE bigint');
  expect(await scene.snapshot()).toMatchObject({ exitCode: 0 });
});

test('TPC-08: a null tx_count is told with the row and the column, and what sums it is refused', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`ALTER TABLE tpc_distribution_batches ALTER COLUMN tx_count DROP NOT NULL;
    UPDATE tpc_distribution_batches SET tx_count = NULL WHERE id = '${BATCHES.february}'`);
  const ending = await scene.snapshot();
  expect(ending.text).toMatch(
    new RegExp(`batches, row 2 \\(${BATCHES.february}\\), tx_count: .*\\(it is null\\)`),
  );
  await expectStale(scene, ending, standing, { metrics: 'invalid-row', daily: 'invalid-row' });
});

test.each(['tpc_transactions', 'tpc_distribution_logs'])(
  'TPC-08: a null amount in %s is refused, not left out of a sum',
  async (table) => {
    const { scene, standing } = await createPublishedScene();
    await scene.behindTheLedger(`ALTER TABLE ${table} ALTER COLUMN amount DROP NOT NULL;
      UPDATE ${table} SET amount = NULL WHERE batch_id = '${BATCHES.march}'`);
    const ending = await scene.snapshot();
    expect(ending.text).toMatch(new RegExp(`ledger, row 3 \\(${BATCHES.march}\\), \\w+: .*\\(it is NaN\\)`));
    const sums =
      table === 'tpc_transactions' ? ({ metrics: 'invalid-row', daily: 'invalid-row' } as const) : {};
    await expectStale(scene, ending, standing, { ledger: 'invalid-row', ...sums });
  },
);

test('every wrong row and column is told at once', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`ALTER TABLE tpc_distribution_batches ALTER COLUMN tx_count DROP NOT NULL,
      ALTER COLUMN treasury_sum DROP NOT NULL, DROP CONSTRAINT tpc_distribution_batches_tx_count_check;
    UPDATE tpc_distribution_batches SET tx_count = NULL, treasury_sum = NULL WHERE id = '${BATCHES.january}';
    UPDATE tpc_distribution_batches SET tx_count = -3 WHERE id = '${BATCHES.february}';
    UPDATE tpc_distribution_batches SET period_end = 'infinity' WHERE id = '${BATCHES.march}';
    UPDATE tpc_distribution_batches SET revenue_sum = 'NaN' WHERE id = '${BATCHES.newest}'`);
  const { text } = await scene.snapshot();
  for (const line of [
    `batches, row 1 (${BATCHES.january}), tx_count`,
    `batches, row 1 (${BATCHES.january}), treasury_sum`,
    `batches, row 2 (${BATCHES.february}), tx_count: expected a whole number of 0 or more (it is -3)`,
    `batches, row 3 (${BATCHES.march}), period_end: expected a timestamptz in UTC and ISO style, such as 2026-01-26 01:02:03.123456+00 (it is infinity)`,
    `batches, row 4 (${BATCHES.newest}), revenue_sum: expected an exact decimal such as 12.500000 (it is NaN)`,
  ])
    expect(text).toContain(line);
});

test('of very many wrong rows fifty are told, and how many more there are', async () => {
  const { scene } = await createPublishedScene();
  await scene.asOwner(`INSERT INTO tpc_changelog (created_at, key)
    SELECT '2026-03-01T00:00:00Z', '' FROM generate_series(1, 2500)`);
  const { text } = await scene.snapshot();
  expect(text.match(/^ {2}changelog, row \d+ \(2026-03-01 00:00:00\+00\), key: /gm)).toHaveLength(50);
  expect(text).toContain('and 2450 more');
});

test('an id that occurs twice is refused, and so are the totals that would count it twice', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`ALTER TABLE tpc_distribution_batches DROP CONSTRAINT tpc_distribution_batches_pkey CASCADE;
    INSERT INTO tpc_distribution_batches SELECT * FROM tpc_distribution_batches WHERE id = '${BATCHES.march}'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(`duplicate-id: ${BATCHES.march} occurs 2 times; it must be unique.`);
  expect(ending.text).toContain(
    'metrics was refused.\n  duplicate-id: it sums rows of batches, which were refused.',
  );
  await expectStale(scene, ending, standing, {
    batches: 'duplicate-id',
    metrics: 'duplicate-id',
    daily: 'duplicate-id',
  });
});

test('TPC-05: a split that does not sum to 100 is refused, and the last one stands', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`ALTER TABLE tpc_distribution_settings DROP CONSTRAINT tpc_distribution_settings_check;
    UPDATE tpc_distribution_settings SET treasury_percentage = 64.5`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('split, row 1: the parts sum to 99.5%, not to 100%');
  await expectStale(scene, ending, standing, { split: 'invalid-row' });
});

test('TPC-05: two splits at once are refused', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`ALTER TABLE tpc_distribution_settings DROP CONSTRAINT tpc_distribution_settings_pkey;
    INSERT INTO tpc_distribution_settings SELECT * FROM tpc_distribution_settings`);
  await expectStale(scene, await scene.snapshot(), standing, { split: 'duplicate-id' });
});

test('an error that a row of the database causes does not quote the row', async () => {
  const scene = await createScene();
  await scene.asOwner(`ALTER TABLE tpc_public_wallets RENAME TO kept;
    CREATE VIEW tpc_public_wallets AS SELECT name, ('secret ' || name)::numeric::text AS address, type, explorer_url FROM kept;
    GRANT SELECT ON tpc_public_wallets TO tpc_reader`);
  const { text } = await scene.snapshot();
  expect(text).toContain('FAILED wallets: ');
  expect(text).not.toContain('secret');
});
