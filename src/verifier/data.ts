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
    readonly unit: string | null;
    readonly demo?: unknown;
  };
  readonly data: readonly Row[] | null;
}

interface DataPackage {
  readonly resources: readonly {
    readonly path: string;
    readonly schema?: { readonly fields: readonly { readonly name: string; readonly free_text: boolean }[] };
  }[];
}

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
      const { resources } = await site.json<DataPackage>('data/datapackage.json');
      for (const { path, schema } of resources.filter(({ path }) => path.endsWith('.csv'))) {
        const table = await site.maybeJson<TableFile>(`data/${path.replace(/csv$/, 'json')}`);
        if (table === null) continue;
        const free = new Set(schema?.fields.flatMap((field) => (field.free_text ? [field.name] : [])));
        const served = ([column, value]: [string, string | null]) =>
          [column, value !== null && free.has(column) ? defused(value) : value] as const;
        const shown = (table.data ?? []).map((row) => Object.fromEntries(Object.entries(row).map(served)));
        const rows = parseCsv(await site.text(`data/${path}`), `data/${path}`);
        for (const at of Array(Math.max(rows.length, shown.length)).keys())
          if (JSON.stringify(rows[at]) !== JSON.stringify(shown[at]))
            found.faults.push(`data/${path}, row ${at + 1}`);
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

async function tableOf(site: SiteFiles, name: string) {
  const { meta, data } = await site.json<TableFile>(`data/${name}.json`);
  if (data === null) throw new Untold('never-read', name);
  return { meta, rows: data };
}
