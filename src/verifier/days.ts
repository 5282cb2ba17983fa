import type { Row } from './batch-hash.ts';
import { maybeTable } from './data.ts';
import type { SiteLog } from './log.ts';
import { type ContentFile, isFile, lastRuns } from './manifests.ts';
import { someOf, Untold } from './outcome.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';

/** A run of checks as far as its days go. */
interface StatusManifest {
  readonly format: string;
  readonly observed_at: string;
  readonly days: readonly ContentFile[];
}

const TABLE = 'status-days';
const SECONDS = ['up', 'degraded', 'down', 'unknown'];
/** Whole numbers in the file, texts in the table; those behind the seconds are left out where there are none. */
const NUMBERS = [...SECONDS, 'degraded_unknown', 'p50', 'p95'];

/** The days of checks against the files of the last run; nothing of a site that asks no checks. */
export async function judgeDays(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged[]> {
  let isOffered = true;
  const days = await judge('days', async (found) => {
    const table = await maybeTable(site, TABLE);
    isOffered = (table?.data ?? null) !== null;
    if (!isOffered) return;
    const data = table?.data ?? [];
    const runs = await lastRuns<StatusManifest>(site, await log());
    const manifest = runs.find(({ id }) => id === 'status')?.manifest;
    if (manifest?.format !== 'terang/status/1') throw new Untold('no-record', 'run status');
    const today = manifest.observed_at.slice(0, 10);
    if (table?.meta.observed_at !== manifest.observed_at) found.faults.push(`data/${TABLE}.json`);
    for (const { day, system, component, length, ...row } of data) {
      const sum = SECONDS.reduce((all, name) => all + Number(row[name]), 0);
      if (String(sum) !== length) found.faults.push(`${day} ${system}/${component}: length`);
    }
    const over = data.filter(({ day }) => (day ?? '') < today);
    if (data.some((row) => !Object.hasOwn(row, 'degraded_unknown')))
      throw new Untold('older-form', `data/${TABLE}.json: degraded_unknown`);
    for (const file of manifest.days) {
      const [month = ''] = /\d{4}-\d{2}(?=-daily\.jsonl$)/.exec(file.path) ?? [];
      const rows = over.filter(({ day }) => day?.startsWith(month) === true).map(written);
      rows.sort((a, b) => (dayKey(a) < dayKey(b) ? -1 : 1));
      found.counted += rows.length;
      if (!(await isFile(rows, file))) found.faults.push(`data/${TABLE}.json: ${month}`);
    }
    if (found.counted !== over.length) found.faults.push(`data/${TABLE}.json: ${over.length} rows`);
    // What the samples of the day come to that is not over; the samples are in the repository.
    const open = data.filter(({ day }) => (day ?? '') >= today);
    const names = open.map(({ day, system, component }) => `${day} ${system}/${component}`);
    if (names.length > 0) throw new Untold('open-day', someOf(names));
  });
  return isOffered ? [days] : [];
}

/** A row as the file of its month has it. */
function written({ length: _, ...row }: Row): Record<string, string | number> {
  const filled = Object.entries(row).filter((field): field is [string, string] => field[1] !== null);
  return Object.fromEntries(
    filled.map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value]),
  );
}

function dayKey({ day, system, component }: Record<string, string | number>): string {
  return `${day} ${system} ${component}`;
}
