import { canonical, jsonOf, sha256Hex } from './bytes.ts';
import { maybeTable, type TableFile } from './data.ts';
import { entriesOf, recordsOf, type SiteLog } from './log.ts';
import { Untold } from './outcome.ts';
import type { SiteFiles } from './site-files.ts';
import type { Found } from './statement.ts';

/** A file of content as a manifest names it. */
export interface ContentFile {
  readonly path: string;
  readonly sha256: string;
}

/** A manifest as far as the files for download hold by it. */
interface Manifest {
  readonly format: string;
  readonly source: { readonly demo: boolean };
  readonly datasets: Readonly<Record<string, DatasetState>>;
}
interface DatasetState {
  readonly state?: string;
  readonly observed_at: string | null;
  readonly valid_until: string | null;
  readonly unit: string | null;
  readonly rows: number;
  readonly files: readonly ContentFile[];
}

/** What no entry holds row by row: totals and the day that is not over. Their tables are the files that the run bound. */
const BOUND = ['metrics', 'daily'];

/** The last run of each folder, as its entry holds it; what is entered of one that is not published any more is missing. */
export async function lastRuns<Form>(
  site: SiteFiles,
  log: SiteLog,
): Promise<{ readonly id: string; readonly manifest: Form | null }[]> {
  const runs = entriesOf(log).flatMap((entry, index) => (entry.kind === 'run' ? [{ ...entry, index }] : []));
  const recorded = new Map((await recordsOf(site, log)).map(({ index, record }) => [index, record]));
  return [...new Map(runs.map((run) => [run.id, run])).values()].map(({ id, index }) => ({
    id,
    manifest: jsonOf<Form | null>(recorded.get(index) ?? 'null', `run ${id}`),
  }));
}

export async function judgeManifests(found: Found, site: SiteFiles, log: SiteLog): Promise<void> {
  const missing: string[] = [];
  for (const { id, manifest } of await lastRuns<Manifest>(site, log)) {
    found.counted += 1;
    if (manifest === null) missing.push(`run ${id}`);
    if (manifest?.format !== 'terang/manifest/1') continue;
    for (const [name, state] of Object.entries(manifest.datasets)) {
      if (name === 'lookup') continue; // No table: see judgeLists.
      const table = await maybeTable(site, name);
      // The file of the split holds its history, which several tables make.
      const isOf = name === 'split' || (table?.data?.length ?? 0) === state.rows;
      if (table === null || !isOf || !isOfTime(table, statedOf(name, manifest)))
        found.faults.push(`data/${name}.json`);
      else if (Object.hasOwn(table.meta, 'demo') !== manifest.source.demo)
        found.faults.push(`data/${name}.json: demo`);
      else if (BOUND.includes(name)) found.faults.push(...(await otherThanBound(name, table, state)));
    }
  }
  // Of what was signed last, where a newer run waits for its signature.
  if (missing.length > 0) throw new Untold('no-record', missing.join(', '));
}

type Stated = Pick<DatasetState, 'observed_at' | 'valid_until' | 'unit'>;
const NEVER: Stated = { observed_at: null, valid_until: null, unit: null };

/** When a table was read, and until when it holds: of the split, whose history the changelog makes, the older of both. */
function statedOf(name: string, { datasets }: Manifest): Stated {
  const states = [name, ...(name === 'split' ? ['changelog'] : [])].map((one) => datasets[one]);
  const known = states.filter((state) => state !== undefined && state.state !== 'absent');
  if (known.length < states.length) return NEVER;
  const earliest = (key: 'observed_at' | 'valid_until') =>
    known.flatMap((state) => state?.[key] ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
  return {
    observed_at: earliest('observed_at'),
    valid_until: earliest('valid_until'),
    unit: known[0]?.unit ?? null,
  };
}

function isOfTime({ meta }: TableFile, stated: Stated): boolean {
  const { observed_at, valid_until, unit } = stated;
  return meta.observed_at === observed_at && meta.valid_until === valid_until && meta.unit === unit;
}

/** The months of a table that are not the files of the run, or the table where it has none. */
async function otherThanBound(name: string, { data }: TableFile, { files }: DatasetState): Promise<string[]> {
  const monthOf = (path: string) => /-(\d{4}-\d{2})\.jsonl$/.exec(path)?.[1] ?? null;
  const faults: string[] = [];
  let count = 0;
  for (const file of files) {
    const month = monthOf(file.path);
    const rows = (data ?? []).filter(({ day }) => month === null || (day ?? '').startsWith(month));
    count += rows.length;
    if (!(await isFile(rows, file))) faults.push(`data/${name}.json${month === null ? '' : `: ${month}`}`);
  }
  return count === (data?.length ?? 0) ? faults : [...faults, `data/${name}.json`];
}

/** Whether rows are what a file of content holds: one a line, in RFC 8785. */
export async function isFile(rows: readonly unknown[], { sha256 }: ContentFile): Promise<boolean> {
  return (await sha256Hex(rows.map((row) => `${canonical(row)}\n`).join(''))) === sha256;
}
