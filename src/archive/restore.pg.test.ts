import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { archivePackageSchema } from '../reports/model/archive.ts';
import { restoreResultSchema } from '../reports/model/restore-test.ts';
import { ARCHIVED_BATCHES, createArchiveContent } from '../testing/archive-content.ts';
import { createDatabase, withClient } from '../testing/postgres.ts';
import { hashedBatch } from '../testing/publication.ts';
import { SITE } from '../testing/site.ts';
import { archiveCommand } from './command.ts';
import { recomputed, restoreArchive } from './restore.ts';

const NOW = '2026-02-03T12:00:00Z';

/** As the documentation of the field spells times: milliseconds, cut off and not rounded. */
const INPUT =
  '20000000-0000-4000-8000-000000000006|2026-01-30T01:02:03.999Z||2026-01-30T00:00:00.000Z|4|' +
  '1000.000000|250.000000|600.000000|150.000000';
const MILLISECONDS = {
  ...hashedBatch({
    id: '20000000-0000-4000-8000-000000000006',
    created_at: '2026-01-30 01:02:03.9999+00',
    period_start: null,
    period_end: '2026-01-30 00:00:00+00',
  }),
  public_hash: sha256Hex(INPUT),
};

async function archived(): Promise<string> {
  const root = await createArchiveContent({
    batches: [...ARCHIVED_BATCHES.slice(0, 4), MILLISECONDS, ...ARCHIVED_BATCHES.slice(4)],
  });
  await archiveCommand({ task: 'make', month: '2026-01' }, { site: () => SITE, contentRoot: root, now: NOW });
  return path.join(root, 'generated', 'archive', '2026-01');
}

async function emptyDatabase(): Promise<string> {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  return database.adminUrl;
}

test('VOU-07 an archive restored into an empty Postgres gives the same totals and the same hashes', async () => {
  const [folder, url] = [await archived(), await emptyDatabase()];
  const result = await restoreArchive(folder, url, NOW);
  expect(restoreResultSchema.parse(result)).toMatchObject({
    month: '2026-01',
    result: 'passed',
    rows: { metrics: '3', batches: '5', changelog: '1' },
    hashes: { match: 3, mismatch: 1, missing: 1 },
    differences: [],
  });
  expect(result.totals.month.revenue).toBe('27021597764222979.000003');
  expect(result.totals.batches.revenue_sum).toBe('5000.000001');
  const text = await withClient(url, (client) => client.query('SELECT reason FROM archive.changelog'));
  expect(text.rows[0].reason).toMatch(/^=HYPERLINK.*\r\n/);

  // What a database says otherwise is named, row by row and sum by sum.
  const described = archivePackageSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'datapackage.json'), 'utf8')),
  );
  const different = await withClient(url, async (client) => {
    await client.query(
      `SET TimeZone = 'UTC'; UPDATE archive.batches SET referral_sum = 250.000001 WHERE id::text LIKE '%1';
       DELETE FROM archive.metrics WHERE day = '2026-01-25'`,
    );
    return (await recomputed(client, described)).differences;
  });
  expect(different).toEqual([
    'metrics: 2 rows, the archive states 3',
    expect.stringMatching(/^metrics\.revenue: 18014398509481986\.000002, the archive states/),
    'metrics.tx_count: 8, the archive states 12',
    expect.stringMatching(/^metrics\.verified_revenue/),
    'metrics.tx_verified: 8, the archive states 12',
    'batches.referral_sum: 1250.000001, the archive states 1250.000000',
    'batch 20000000-0000-4000-8000-000000000001: its hash input says other figures than the archive',
  ]);

  // And a database that holds anything is left alone.
  await expect(restoreArchive(folder, url, NOW)).rejects.toThrow(/not empty: it holds archive\.batches/);
});

test('an archive that is not whole is not restored', async () => {
  const [folder, url] = [await archived(), await emptyDatabase()];
  await writeFile(path.join(folder, 'changelog.json.gz'), 'x');
  await expect(restoreArchive(folder, url, NOW)).rejects.toThrow(/not whole[\s\S]*changelog\.json\.gz/);
  const { rows } = await withClient(url, (client) =>
    client.query("SELECT to_regclass('archive.batches') AS it"),
  );
  expect(rows).toEqual([{ it: null }]);
});
