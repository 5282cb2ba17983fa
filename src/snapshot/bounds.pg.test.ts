import { expect, test } from 'vitest';
import { readRows } from '../testing/content.ts';
import { createPublishedScene, expectStale, standingIn } from '../testing/scene.ts';
import { BATCHES } from '../testing/small-ledger.ts';

const idOf = (n: number) => `99999999-0000-4000-8000-00000000000${n}`;
const pending = (n: number, amount: string, created: string) =>
  `INSERT INTO tpc_transactions (id, type, amount, status, created_at) VALUES ('${idOf(n)}', 'staking', ${amount}, 'pending', '${created}');`;

test('a transaction of no possible date takes the days alone with it, one of no possible amount the sums; each is named', async () => {
  const { scene, standing } = await createPublishedScene();
  const dates = [
    '0001-01-01 00:00:00+00',
    '9999-12-31 00:00:00+00',
    '0044-03-15 00:00:00+00 BC',
    '-infinity',
  ];
  await scene.behindTheLedger(dates.map((date, n) => pending(n, '1', date)).join('\n'));
  const dated = await scene.snapshot();
  for (const [n, date] of dates.entries())
    expect(dated.text).toContain(
      `public.tpc_transactions, id ${idOf(n)}, created_at: expected a time of the years 2000 to 2099 (it is ${date})`,
    );
  await expectStale(scene, dated, standing, { daily: 'invalid-row' });

  await scene.behindTheLedger(`ALTER TABLE tpc_transactions ALTER amount TYPE numeric;
    ${pending(5, "repeat('9', 400)::numeric", '2026-03-19')}
    ${pending(6, "('0.' || repeat('0', 100) || '1')::numeric", '2026-03-19')}
    ${pending(7, "'NaN'", '2026-03-19')}`);
  const summed = await scene.snapshot();
  for (const [n, amount] of [
    [5, `${'9'.repeat(40)}…`],
    [6, `0.${'0'.repeat(38)}…`],
    [7, 'NaN'],
  ] as const)
    expect(summed.text).toContain(
      `public.tpc_transactions, id ${idOf(n)}, amount: expected a number of at most 78 digits and 36 decimals (it is ${amount})`,
    );
  await expectStale(scene, summed, await standingIn(scene.root), {
    ledger: 'invalid-row',
    metrics: 'invalid-row',
    daily: 'invalid-row',
  });
});

test('one date far from all others is one row of the days, not a row for each day between', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(pending(1, '1', '2001-12-31'));
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(0);
  const { manifest } = await standingIn(scene.root);
  expect(manifest.datasets.daily.rows).toBe(standing.manifest.datasets.daily.rows + 1);
});

test('a row that nothing could show is left out by name, the last of it stands, and the rest goes on', async () => {
  const { scene } = await createPublishedScene();
  await scene.behindTheLedger(`
    UPDATE tpc_distribution_batches SET note = repeat('a', 1000000) WHERE id = '${BATCHES.january}';
    UPDATE tpc_distribution_batches SET note = E'Paid in two parts.\\n=1+1' WHERE id = '${BATCHES.february}';
    INSERT INTO tpc_distribution_batches
      SELECT '${idOf(9)}', created_at, '0001-01-01', period_end, tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum
        FROM tpc_distribution_batches WHERE id = '${BATCHES.newest}';
    INSERT INTO tpc_changelog (created_at, key, reason) VALUES ('9999-12-31 00:00:00Z', 'far', 'away'), ('2026-03-19Z', 'near', 'here');
    UPDATE tpc_public_wallets SET address = repeat('w', 2000000) WHERE name = 'Burn'`);
  const ending = await scene.snapshot();
  expect(ending.exitCode).toBe(1);
  for (const line of [
    `batches "${BATCHES.january}", note: 1000000 characters, the bound is 100000`,
    `batches "${idOf(9)}", period_start: the year 0001, the bounds are 2000 and 2099`,
    '(9999-12-31 00:00:00+00), created_at: expected a time that has come: by the database’s own clock',
    'wallets "Burn", address: 2000000 characters',
  ])
    expect(ending.text).toContain(line);
  const { manifest } = await standingIn(scene.root);
  const { batches, changelog, wallets } = manifest.datasets;
  expect([batches.state, changelog.state, wallets.state]).toEqual(['current', 'current', 'current']);
  expect(batches.findings).toContainEqual({
    guard: 'out-of-bounds',
    subjects: [BATCHES.january, idOf(9)].toSorted(),
  });
  const rows = await readRows(scene.root, 'batches');
  expect(rows.map(({ id, note }) => [id, note])).toEqual([
    [BATCHES.january, 'The first batch of all.'],
    [BATCHES.february, 'Paid in two parts.\n=1+1'],
    [BATCHES.march, null],
    [BATCHES.newest, null],
  ]);
  expect((await readRows(scene.root, 'changelog')).map(({ key }) => key)).toContain('near');
  // What is out of bounds is no alteration and no removal: the record says nothing of it.
  expect((await scene.snapshot()).text).toContain('published record: 0 new entries');
});

test('a batch that can not be read is left out by name, the last of it stands, sums refuse themselves, and the rest goes on', async () => {
  const { scene, standing } = await createPublishedScene();
  const before = await readRows(scene.root, 'batches');
  await scene.behindTheLedger(`ALTER TABLE tpc_distribution_batches ALTER tx_count DROP NOT NULL;
    UPDATE tpc_distribution_batches SET tx_count = NULL WHERE id = '${BATCHES.february}';
    UPDATE tpc_distribution_batches SET period_end = 'infinity' WHERE id = '${BATCHES.march}';
    UPDATE tpc_distribution_batches SET note = 'Read anew.' WHERE id = '${BATCHES.newest}'`);
  const ending = await scene.snapshot();
  for (const line of [
    `batches, row 2 (${BATCHES.february}), tx_count: `,
    `batches, row 3 (${BATCHES.march}), period_end: expected a timestamptz in UTC and ISO style, such as 2026-01-26 01:02:03.123456+00 (it is infinity)`,
    'published record: 1 new entries',
  ])
    expect(ending.text).toContain(line);
  await expectStale(scene, ending, standing, { metrics: 'invalid-row', daily: 'invalid-row' });
  const left = { guard: 'unreadable-row', subjects: [BATCHES.february, BATCHES.march] };
  expect((await standingIn(scene.root)).manifest.datasets.batches.findings).toContainEqual(left);
  const rows = await readRows(scene.root, 'batches');
  expect(rows).toEqual([...before.slice(0, 3), { ...before[3], note: 'Read anew.' }]);
  // Once they can be read again, nothing has happened to them.
  await scene.behindTheLedger(`UPDATE tpc_distribution_batches SET tx_count = ${before[1]?.tx_count} WHERE id = '${BATCHES.february}';
    UPDATE tpc_distribution_batches SET period_end = '${before[2]?.period_end}' WHERE id = '${BATCHES.march}'`);
  const mended = await scene.snapshot();
  expect(mended.text).toContain('published record: 0 new entries');
  expect(mended.exitCode).toBe(0);
});

test('where what can not be read of a published batch is no figure, the totals go on', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(
    `UPDATE tpc_distribution_batches SET period_end = 'infinity' WHERE id = '${BATCHES.march}'`,
  );
  await expectStale(scene, await scene.snapshot(), standing, {});
});

test('TPC-08: a batch that could never be read is named; the ledger misses none, and no sum is said to differ', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`INSERT INTO tpc_distribution_batches
    SELECT '${idOf(8)}', created_at, '-infinity', period_end, tx_count, revenue_sum, referral_sum, treasury_sum, buyback_sum
      FROM tpc_distribution_batches WHERE id = '${BATCHES.newest}'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(`invalid-row: it sums rows of batches, of which ${idOf(8)} was left out.`);
  await expectStale(scene, ending, standing, { metrics: 'invalid-row', daily: 'invalid-row' });
  const { datasets } = (await standingIn(scene.root)).manifest;
  expect(datasets.batches.findings).toContainEqual({ guard: 'unreadable-row', subjects: [idOf(8)] });
  expect(datasets.ledger.findings).toEqual([]);
});

test('TPC-02, TPC-03: a row of which the name can not be read is none that is gone: what may be it stands and is named', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.behindTheLedger(`ALTER TABLE tpc_changelog ALTER key DROP NOT NULL;
    UPDATE tpc_changelog SET key = NULL WHERE key = 'support_hours';
    UPDATE tpc_public_wallets SET name = '' WHERE name = 'Burn'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain('published record: 0 new entries');
  expect(ending.exitCode).toBe(1);
  const { changelog, wallets, batches } = (await standingIn(scene.root)).manifest.datasets;
  expect(changelog).toMatchObject({ state: 'current', files: standing.manifest.datasets.changelog.files });
  expect(wallets).toMatchObject({ state: 'current', files: standing.manifest.datasets.wallets.files });
  expect(changelog.findings).toEqual([
    {
      guard: 'unreadable-row',
      subjects: ['2026-03-02 08:00:00+00', '2026-03-02 08:00:00+00|support_hours'],
    },
  ]);
  expect(wallets.findings).toContainEqual({ guard: 'unreadable-row', subjects: ['Burn', 'row 1'] });
  // What was left out of the changes may be a change of the split.
  expect(batches.not_evaluated).toContain('share-rule-broken');
});
