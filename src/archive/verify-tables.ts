import { createHash } from 'node:crypto';
import { monthOf } from '../core/instant.ts';
import { compare } from '../core/money.ts';
import { ARCHIVE_TABLES, type ArchiveResource, type ArchiveTable } from '../reports/model/archive.ts';
import { batchChecker, type HashCounts } from './batch-checker.ts';
import { linesIn } from './gunzip.ts';
import { type Cells, csvTexts, jsonRows, summing, TABLES } from './tables.ts';
import { goodResource, looking, textBytes, type VerifyContext } from './verify-context.ts';

/** Every table: row counts, the same rows in both forms, its month, its sums, and each batch hash recomputed. */
export async function verifyTables(context: VerifyContext, hashes: HashCounts): Promise<void> {
  const { described, say } = context;
  for (const table of ARCHIVE_TABLES) {
    const [json, csv] = [goodResource(context, `${table}-json`), goodResource(context, `${table}-csv`)];
    for (const form of ['csv', 'json'])
      if (
        described.observed_at[table] != null &&
        !described.resources.some(({ name }) => name === `${table}-${form}`)
      )
        say(`${table}.${form}.gz`, 'the data package does not describe it');
    const expected = json === null ? null : await readJson(context, table, json, hashes);
    if (csv !== null) await looking(context, csv, () => readCsv(context, csv, json, expected));
  }
}

/**
 * Reads the rows of a table as they come; the hashes of the CSV that the same rows make, in the present dialect and in
 * that of archives made before, which are never rewritten. Null where they can not be read.
 */
async function readJson(
  context: VerifyContext,
  table: ArchiveTable,
  json: ArchiveResource,
  hashes: HashCounts,
): Promise<readonly string[] | null> {
  const { described, say } = context;
  const shape = TABLES[table];
  const sum = summing(shape);
  const batches = table === 'batches' ? batchChecker(shape.columns, hashes) : null;
  const when = shape.columns.findIndex(({ name }) => name === 'created_at' || name === 'day');
  let rows = 0;
  let whole: readonly string[] | null = null;
  const checked = async function* (): AsyncGenerator<Cells> {
    for await (const cells of jsonRows(shape.columns, linesIn(textBytes(context, json)))) {
      rows += 1;
      sum.add(cells);
      for (const reason of batches?.(cells) ?? []) say(json.path, `row ${rows}: ${reason}`);
      if (monthOf(cells[when] ?? '') !== described.month)
        say(json.path, `row ${rows}: is of ${cells[when]}, not of ${described.month}`);
      yield cells;
    }
  };
  await looking(context, json, async () => {
    const hashes = DIALECTS.map(() => createHash('sha256'));
    for await (const pieces of csvTexts(shape.columns, checked(), DIALECTS))
      for (const [at, piece] of pieces.entries()) hashes[at]?.update(piece);
    whole = hashes.map((hash) => hash.digest('hex'));
  });
  if (rows !== json.rows) say(json.path, `holds ${rows} rows, the data package says ${json.rows}`);
  if (whole !== null) compareSums(context, table, sum.sums(), json);
  return whole;
}

function compareSums(
  { described: { totals }, say }: VerifyContext,
  table: ArchiveTable,
  sums: Record<string, string>,
  { path }: ArchiveResource,
): void {
  const said = table === 'metrics' ? totals.month : table === 'batches' ? totals.batches : {};
  for (const [column, sum] of Object.entries(sums)) {
    const stated = said[column];
    if (stated === undefined || compare(stated, sum) !== 0)
      say(path, `its ${column} adds up to ${sum}, the data package says ${stated ?? 'nothing'}`);
  }
}

async function readCsv(
  context: VerifyContext,
  csv: ArchiveResource,
  json: ArchiveResource | null,
  expected: readonly string[] | null,
): Promise<void> {
  const hash = createHash('sha256');
  let quoted = false;
  let ends = 0;
  for await (const chunk of textBytes(context, csv)) {
    hash.update(chunk);
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LINE_END && !quoted) ends += 1;
    }
  }
  const rows = ends - 1; // Without the header.
  if (rows !== csv.rows) context.say(csv.path, `holds ${rows} rows, the data package says ${csv.rows}`);
  if (expected !== null && json !== null && !expected.includes(hash.digest('hex')))
    context.say(csv.path, `holds other rows than ${json.path}`);
}

const DIALECTS = ['present', 'earlier'] as const;
const QUOTE = 0x22;
const LINE_END = 0x0a;
