import type { Row } from './batch-hash.ts';
import { jsonOf } from './bytes.ts';
import { tableIn } from './data.ts';
import { Untold, Wrong } from './outcome.ts';
import type { Recorded } from './proof.ts';
import { type Line, linesOfKind, linesSince, play } from './record.ts';
import type { SiteFiles } from './site-files.ts';
import type { Found } from './statement.ts';
import { exact } from './table.ts';

/** Percentages as whole numbers of 10⁻⁴⁰; what stays with the platform is null where a setting does not say it. */
interface Shares {
  readonly parts: readonly bigint[];
  readonly platform: bigint | null;
}

const PARTS = ['referral', 'treasury', 'buyback'];
const WHOLE = exact('100');

/** Each split against the setting that was recorded, or the change of it that stands in the changelog under its time. */
export async function judgeSplit(
  found: Found,
  site: SiteFiles,
  recorded: readonly Recorded[],
): Promise<void> {
  const { meta, data } = await tableIn(site, 'split');
  if (data === null) throw new Untold('never-read', 'split');
  const signed = linesOfKind(recorded, 'split');
  const since = await linesSince(site, recorded, (dataset) => dataset === 'split');
  const { data: changelog } = await tableIn(site, 'changelog');
  const changes = (changelog ?? []).filter(({ key }) => key === 'distribution_split');
  const faults = faultsOf(data, settingIn(signed), changes, timeOf(meta.observed_at));
  found.counted = data.length;
  if (faults.length === 0) return;
  const stated = faultsOf(data, settingIn([...signed, ...since]), changes, timeOf(meta.observed_at));
  if (since.length > 0 && stated.length === 0) throw new Untold('unsigned', faults.join(', '));
  found.faults.push(...faults);
}

/** The setting as lines of the record come to. @throws Untold where none has it */
function settingIn(lines: readonly Line[]): Shares {
  const fields = play(lines).get('split current')?.fields;
  if (fields === undefined) throw new Untold('no-record', 'split');
  return sharesOf(fields);
}

function faultsOf(
  rows: readonly Row[],
  setting: Shares,
  changes: readonly Row[],
  observed: number,
): string[] {
  const before = changes.map(({ old_value }) => sharesIn(old_value));
  const isSaid = (row: Row): boolean => {
    const { since = null, reason = null } = row;
    const told = changes.filter(({ created_at }) => created_at === since);
    const settings = since === null ? [setting, ...before] : told.map(({ new_value }) => sharesIn(new_value));
    // Of what can not be read, what the next change says of it counts, or the setting.
    const all = settings.includes(null) ? [...settings, setting, ...before] : settings;
    const isReason =
      since === null ? reason === null : told.some((change) => (change.reason ?? null) === reason);
    return isReason && all.some((one) => isSameSplit(one, row));
  };
  const faults = rows.flatMap((row, at) => (isSaid(row) ? [] : [`data/split.json, row ${at + 1}`]));
  const [newest] = rows;
  if (newest !== undefined && sharesOf(newest).parts.some((part, at) => part !== setting.parts[at]))
    faults.push('data/split.json, row 1: not the setting');
  for (const { created_at = null } of changes)
    if (timeOf(created_at) <= observed && !rows.some(({ since }) => since === created_at))
      faults.push(`data/split.json: ${created_at} is missing`);
  return faults;
}

function isSameSplit(shares: Shares | null, row: Row): boolean {
  if (shares === null) return PARTS.every((part) => (row[part] ?? null) === null);
  if (PARTS.some((part) => (row[part] ?? null) === null)) return false;
  const { parts, platform } = sharesOf(row);
  return parts.every((part, at) => part === shares.parts[at]) && platform === shares.platform;
}

function sharesOf(row: Row): Shares {
  const platform = row.platform ?? null;
  return {
    parts: PARTS.map((part) => exact(row[part])),
    platform: platform === null ? null : exact(platform),
  };
}

/** What a changelog writes: percentages of which nothing is left, or fractions whose rest is the platform's. */
function sharesIn(text: string | null | undefined): Shares | null {
  try {
    // Each number as it stands there: a fraction in binary is another.
    const written = (text ?? '').replaceAll(/:\s*(-?\d[\d.]*)(?=\s*[,}])/g, ':"$1"');
    const value = jsonOf<Record<string, string> | null>(written, 'split') ?? {};
    const parts = PARTS.map((part) => exact(value[part]));
    const others = ['burn', 'liquidity'].flatMap((part) => (part in value ? [exact(value[part])] : []));
    const sum = [...parts, ...others].reduce((a, b) => a + b, 0n);
    if (sum === WHOLE && others.length === 0) return { parts, platform: null };
    return { parts: parts.map((part) => part * 100n), platform: WHOLE - sum * 100n };
  } catch (error) {
    if (error instanceof Wrong) return null; // Free text is possible there.
    throw error;
  }
}

/** Milliseconds since 1970, of a time as a database or a manifest writes it. */
function timeOf(time: string | null): number {
  return Date.parse((time ?? '').replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
