import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '../core/site.ts';
import { type Batch, batchSchema } from '../ledger/batch.ts';
import { type HashKnowledge, hashKnowledge, hashVerdict, NONE_DECLARED } from '../ledger/batch-hash.ts';
import { dailySchema } from '../ledger/daily.ts';
import { playRecord, type RecordEntry, recordEntrySchema } from '../ledger/record.ts';
import type { CheckedBatch } from '../open-data/tables.ts';
import {
  ARCHIVE_TABLES,
  type ArchivePackage,
  type ArchiveResource,
  type ArchiveTable,
  CHECKSUMS,
  checksumsText,
  DATA_PACKAGE,
  README,
  samplesFile,
  tableFile,
} from '../reports/model/archive.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import { bytesOf, rowsOf, type Source } from './content.ts';
import { packageText, samplesResource, tableResource } from './data-package.ts';
import { writeGzip } from './gzip-file.ts';
import type { MonthContent } from './month-content.ts';
import { readmeText } from './readme.ts';
import { type Cells, cellsOf, csvText, jsonText, summing, TABLES } from './tables.ts';

/** The raw samples of a day, from where they are: content, or the archive that they have moved to. */
export type OpenSamples = (day: string) => AsyncIterable<Uint8Array>;

/**
 * Writes the archive of a month into an empty folder. Every table streams: what is held is a few hundred rows.
 *
 * @throws AlteredFileError when content is not what its manifest says: then the folder counts for nothing
 */
export async function writeArchive(
  folder: string,
  site: Site,
  source: Source,
  content: MonthContent,
  openSamples: OpenSamples,
): Promise<void> {
  const { month, demo, observed_at } = content;
  const resources: ArchiveResource[] = [];
  const knowledge = await knowledgeOf(source);
  const sums = new Map<ArchiveTable, Record<string, string>>();
  for (const table of ARCHIVE_TABLES) {
    if (content.files[table] === null) continue;
    const written = await writeTable(folder, source, content, table, knowledge);
    resources.push(...written.resources);
    sums.set(table, written.sums);
  }
  for (const [day, { rows }] of content.samples) {
    const name = samplesFile(day, demo);
    const written = await writeGzip(path.join(folder, name), openSamples(day));
    resources.push(samplesResource(day, { path: name, written, rows }));
  }
  const totals = {
    month: sums.get('metrics') ?? {},
    since_beginning: await sumsOfDays(source, content),
    batches: sums.get('batches') ?? {},
  };
  const facts = { month, demo, observed_at, totals, resources } satisfies Partial<ArchivePackage>;
  const texts = { [README]: readmeText(site, facts), [DATA_PACKAGE]: packageText(site, facts) };
  const checksums = new Map(resources.map((one) => [one.path, one.hash.replace('sha256:', '')]));
  for (const [name, text] of Object.entries(texts)) {
    checksums.set(name, createHash('sha256').update(text).digest('hex'));
    await writeFile(path.join(folder, name), text, { flush: true });
  }
  await writeFile(path.join(folder, CHECKSUMS), checksumsText(checksums), { flush: true });
}

async function writeTable(
  folder: string,
  source: Source,
  content: MonthContent,
  table: ArchiveTable,
  knowledge: HashKnowledge,
) {
  const { month, demo, observed_at, units } = content;
  const { columns } = TABLES[table];
  const sum = summing(TABLES[table]);
  let rows = 0;
  const counted = async function* (cells: AsyncIterable<Cells>): AsyncGenerator<Cells> {
    for await (const row of cells) {
      rows += 1;
      sum.add(row);
      yield row;
    }
  };
  const unit = units[table] ?? null;
  const meta = {
    dataset: table,
    month,
    unit,
    ...(demo ? { demo: DEMO_NOTICE } : {}),
    observed_at: observed_at[table],
  };
  const csv = tableFile(table, 'csv', demo);
  const json = tableFile(table, 'json', demo);
  const csvFile = await writeGzip(
    path.join(folder, csv),
    csvText(columns, counted(cellsIn(source, content, table, knowledge))),
  );
  const jsonFile = await writeGzip(
    path.join(folder, json),
    jsonText(columns, cellsIn(source, content, table, knowledge), meta),
  );
  return {
    sums: sum.sums(),
    resources: [
      tableResource(table, 'csv', unit, { path: csv, written: csvFile, rows }),
      tableResource(table, 'json', unit, { path: json, written: jsonFile, rows }),
    ],
  };
}

/** The rows of a table, read from the disk each time anew, in the order in which content has them: oldest first. */
function cellsIn(
  source: Source,
  content: MonthContent,
  table: ArchiveTable,
  knowledge: HashKnowledge,
): AsyncIterable<Cells> {
  const root = table === 'status-days' ? source.status : source.tpc;
  const files = content.files[table] ?? [];
  if (table !== 'batches') return cellsOf(TABLES[table], rowsOf(root, files, TABLES[table].row));
  const checked = async function* (): AsyncGenerator<CheckedBatch> {
    for await (const batch of rowsOf(root, files, batchSchema))
      yield { ...batch, hash: hashVerdict(batch, knowledge) };
  };
  return cellsOf(TABLES.batches, checked());
}

/** What a batch's hash is judged by: every batch, and what the record says of them. */
async function knowledgeOf({ tpc, manifest }: Source): Promise<HashKnowledge> {
  const batches: Batch[] = [];
  for await (const batch of rowsOf(tpc, manifest?.datasets.batches.files ?? [], batchSchema))
    batches.push(batch);
  const entries: RecordEntry[] = [];
  for await (const entry of rowsOf(tpc, manifest?.record.entries ?? [], recordEntrySchema))
    if (entry.dataset === 'batches') entries.push(entry);
  const record = playRecord(entries).get('batches');
  return hashKnowledge(batches, manifest?.hash ?? NONE_DECLARED, (id) => record?.get(id));
}

/** The sums of every day up to the end of the month. */
async function sumsOfDays(source: Source, { everyDay }: MonthContent): Promise<Record<string, string>> {
  const sum = summing(TABLES.metrics);
  for await (const cells of cellsOf(TABLES.metrics, rowsOf(source.tpc, everyDay, dailySchema)))
    sum.add(cells);
  return sum.sums();
}

/** Raw samples as content has them. */
export function samplesIn(source: Source, content: MonthContent): OpenSamples {
  return (day) => {
    const file = content.samples.get(day);
    if (file === undefined) throw new RangeError(`no samples of ${day}`);
    return bytesOf(source.status, file);
  };
}
