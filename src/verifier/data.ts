import { batchVerdict, preimage, type Row } from './batch-hash.ts';
import { sha256Hex } from './bytes.ts';
import { Untold, Wrong } from './outcome.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';
import { defused, exact, parseCsv, sumOf } from './table.ts';

const SUMS = 'data/SHA256SUMS';

/** A table as its JSON file has it; of what was never read, the rows are null. */
export interface TableFile {
  readonly meta: {
    readonly observed_at: string | null;
    readonly valid_until?: string | null;
    readonly unit: string | null;
    readonly demo?: unknown;
  };
  readonly data: readonly Row[] | null;
}

/** Every table that is served twice, with its columns of text that people wrote: those a CSV holds defused. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  batches: ['public_hash', 'onchain_tx', 'note'],
  metrics: [],
  daily: [],
  split: ['reason'],
  wallets: ['name', 'address', 'type', 'explorer_url'],
  changelog: ['id', 'key', 'old_value', 'new_value', 'reason'],
  ledger: [],
  'status-days': [],
};

/** Which column of the days sums to which total. */
const TOTALS: Readonly<Record<string, string>> = {
  total_revenue: 'revenue',
  tx_total: 'tx_count',
  ...Object.fromEntries(
    ['verified_revenue', 'distributed_revenue', 'tx_verified', 'tx_distributed'].map((name) => [name, name]),
  ),
  ...Object.fromEntries(['referral', 'treasury', 'buyback'].map((part) => [part, part])),
};

/** What a site offers for download, held against itself. */
export function judgeData(site: SiteFiles): Promise<Judged>[] {
  return [
    judge('checksums', async (found) => {
      for (const { sum, file } of parseSums(await site.text(SUMS), SUMS)) {
        const bytes = await site.maybe(`data/${file}`);
        if (bytes === null || (await sha256Hex(bytes)) !== sum) found.faults.push(`data/${file}`);
        found.counted += 1;
      }
    }),
    judge('tables', async (found) => {
      for (const [name, free] of Object.entries(TABLES)) {
        const path = `data/${name}.csv`;
        const data = (await maybeTable(site, name))?.data ?? null;
        // Of what was never read there is no CSV.
        if (data === null) {
          if ((await site.maybe(path)) !== null) found.faults.push(path);
          continue;
        }
        const served = ([column, value]: [string, string | null]) =>
          [column, value !== null && free.includes(column) ? defused(value) : value] as const;
        const shown = data.map((row) => Object.fromEntries(Object.entries(row).map(served)));
        const rows = parseCsv(await site.text(path), path);
        for (const at of Array(Math.max(rows.length, shown.length)).keys())
          if (JSON.stringify(rows[at]) !== JSON.stringify(shown[at]))
            found.faults.push(`${path}, row ${at + 1}`);
        found.counted += rows.length;
      }
    }),
    judge('hashes', async (found) => {
      const { rows } = await tableOf(site, 'batches');
      const sessions = [...new Set(rows.flatMap(({ hash_form }) => hash_form ?? []))];
      for (const batch of rows) {
        const verdict = await batchVerdict(batch, sessions);
        // Which of these two it is rests on what was published before.
        const stated = ['mismatch', 'not-recomputable'].includes(batch.hash_verdict ?? '')
          ? 'other'
          : batch.hash_verdict;
        const input = preimage(batch, batch.hash_form ?? 'postgres-utc');
        if (stated !== verdict || input !== batch.hash_input) found.faults.push(`batch ${batch.id}`);
        found.counted += 1;
      }
    }),
    judge('sums', async (found) => {
      const metrics = await tableOf(site, 'metrics');
      const compare = (total: string, rows: readonly Row[], column: string) => {
        if (exact(metrics.rows[0]?.[total]) !== sumOf(rows, column)) found.faults.push(total);
        found.counted += 1;
      };
      const sameTime = async (name: string) => {
        const { meta, rows } = await tableOf(site, name);
        if (meta.observed_at === metrics.meta.observed_at) return rows;
        throw new Untold('other-time', name);
      };
      const days = await sameTime('daily');
      for (const [total, column] of Object.entries(TOTALS)) compare(total, days, column);
      const batches = await sameTime('batches');
      for (const part of ['referral', 'treasury', 'buyback']) compare(part, batches, `${part}_sum`);
    }),
  ];
}

/** `<hash>  <name>` a line, as `sha256sum` writes it. @throws Wrong */
export function parseSums(text: string, name: string): { readonly sum: string; readonly file: string }[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [, sum, file] = /^([0-9a-f]{64}) {2}([A-Za-z0-9._-]+)$/.exec(line) ?? [];
    if (sum === undefined || file === undefined) throw new Wrong(`${name}: ${line.slice(0, 80)}`);
    return { sum, file };
  });
}

/** A table as its JSON file has it; null where there is no such file. @throws Wrong where it is in another form */
export async function maybeTable(site: SiteFiles, name: string): Promise<TableFile | null> {
  const file = `data/${name}.json`;
  const table = await site.maybeJson<Partial<TableFile> | null>(file);
  if (table === null && (await site.maybe(file)) === null) return null;
  const { meta, data } = table ?? {};
  const isText = (value: unknown) => value === null || typeof value === 'string';
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && Object.values(row).every(isText);
  const isTable = data === null || (Array.isArray(data) && data.every(isRow));
  if (typeof meta !== 'object' || meta === null || data === undefined || !isTable)
    throw new Wrong(`${file} is not in its form`);
  return { meta, data };
}

/** @throws Wrong where it is missing */
export async function tableIn(site: SiteFiles, name: string): Promise<TableFile> {
  const table = await maybeTable(site, name);
  if (table === null) throw new Wrong(`data/${name}.json is missing`);
  return table;
}

async function tableOf(site: SiteFiles, name: string) {
  const { meta, data } = await tableIn(site, name);
  if (data === null) throw new Untold('never-read', name);
  return { meta, rows: data };
}
