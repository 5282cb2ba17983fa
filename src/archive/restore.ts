import { createReadStream } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { dayOf } from '../core/instant.ts';
import { compare } from '../core/money.ts';
import type { Batch } from '../ledger/batch.ts';
import { type HashVerdict, saysFigures } from '../ledger/batch-hash.ts';
import { type ArchivePackage, type ArchiveTable, CHECKSUMS } from '../reports/model/archive.ts';
import type { RestoreResult } from '../reports/model/restore-test.ts';
import { noHashes } from './batch-checker.ts';
import { hashOfFile } from './folder.ts';
import { inflated, linesIn } from './gunzip.ts';
import { problemLines } from './problem.ts';
import { ArchiveRefusal, NotWholeRefusal } from './refusal.ts';
import {
  CONTENTS_SQL,
  COUNTS_SQL,
  DIFFERENT_SQL,
  insertSql,
  OTHER_FORMS_SQL,
  sumsSql,
  TABLES_SQL,
} from './restore-sql.ts';
import { type Cells, jsonRows, TABLES } from './tables.ts';
import { verifyArchive } from './verify.ts';

const RESTORED = ['metrics', 'batches', 'changelog'] as const satisfies readonly ArchiveTable[];
const AT_ONCE = 1000;

/**
 * Loads an archive into an empty database and lets Postgres recompute its totals and hashes (VOU-07, for
 * ourselves). The tables stay there, in the schema `archive`.
 *
 * @throws ArchiveRefusal when the archive is not whole or was pruned, or the database is not empty; pg's error when it fails
 */
export async function restoreArchive(folder: string, url: string, now: string): Promise<RestoreResult> {
  const { package: described, problems, pruned } = await verifyArchive(folder);
  if (described === null || problems.length > 0)
    throw new NotWholeRefusal(
      `${folder} is not whole; nothing was restored.\n${problemLines(problems)}`,
      described?.demo ?? false,
    );
  if (pruned !== null)
    throw new ArchiveRefusal(`${folder} was pruned on ${dayOf(pruned.at)}: there is nothing to restore.`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertEmpty(client);
    await client.query('BEGIN');
    await client.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, MDY'");
    await client.query(TABLES_SQL);
    for (const table of RESTORED) await load(client, folder, described, table);
    const compared = await recomputed(client, described);
    await client.query('COMMIT');
    return {
      format: 'terang/restore-test/1',
      month: described.month,
      demo: described.demo,
      archive_sha256: (await hashOfFile(path.join(folder, CHECKSUMS))).sha256,
      tested_at: now,
      result: compared.differences.length === 0 ? 'passed' : 'failed',
      ...compared,
    };
  } finally {
    await client.end();
  }
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(CONTENTS_SQL);
  if (rows.length === 0) return;
  throw new ArchiveRefusal(
    `The database is not empty: it holds ${rows.map(({ name }) => name).join(', ')}. Nothing was restored.`,
  );
}

async function load(
  client: pg.Client,
  folder: string,
  described: ArchivePackage,
  table: ArchiveTable,
): Promise<void> {
  const resource = described.resources.find(({ name }) => name === `${table}-json`);
  if (resource === undefined) return;
  const { columns } = TABLES[table];
  const names = columns.map(({ name }) => name);
  const bytes = inflated(createReadStream(path.join(folder, resource.path)), resource.text_bytes);
  const insert = async (rows: readonly Cells[]) => {
    const objects = rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
    await client.query(insertSql(table, names), [JSON.stringify(objects)]);
  };
  let waiting: Cells[] = [];
  for await (const cells of jsonRows(columns, linesIn(bytes))) {
    waiting.push(cells);
    if (waiting.length < AT_ONCE) continue;
    await insert(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await insert(waiting);
}

/** What Postgres computes of the tables, and where that is not what the archive states. */
export async function recomputed(client: pg.Client, { totals, resources }: ArchivePackage) {
  const rows: Record<string, string> = {};
  const differences: string[] = [];
  const sums: Record<string, Record<string, string>> = {};
  const stated = { metrics: totals.month, batches: totals.batches, changelog: {} };
  for (const table of RESTORED) {
    const answer = await client.query<Record<string, string>>(sumsSql(table, TABLES[table].summed));
    const { rows: count = '0', ...own } = answer.rows[0] ?? {};
    rows[table] = count;
    sums[table] = own;
    const archived = resources.find(({ name }) => name === `${table}-json`)?.rows ?? 0;
    if (count !== String(archived))
      differences.push(`${table}: ${count} rows, the archive states ${archived}`);
    for (const [column, sum] of Object.entries<string>(stated[table]))
      if (own[column] === undefined || compare(own[column], sum) !== 0)
        differences.push(`${table}.${column}: ${own[column] ?? 'nothing'}, the archive states ${sum}`);
  }
  const different = await client.query<{ id: string; verdict: string; hash_verdict: string }>(DIFFERENT_SQL);
  for (const { id, verdict, hash_verdict } of different.rows)
    differences.push(`batch ${id}: its hash comes to "${verdict}", the archive states "${hash_verdict}"`);
  const elsewhere = await client.query<Batch & { hash_input: string }>(OTHER_FORMS_SQL);
  for (const { hash_input, ...batch } of elsewhere.rows)
    if (!saysFigures(hash_input, batch))
      differences.push(`batch ${batch.id}: its hash input says other figures than the archive`);
  const counts = await client.query<{ verdict: HashVerdict; count: number }>(COUNTS_SQL);
  const hashes = noHashes();
  for (const { verdict, count } of counts.rows) hashes[verdict] = count;
  return { rows, totals: { month: sums.metrics ?? {}, batches: sums.batches ?? {} }, hashes, differences };
}
