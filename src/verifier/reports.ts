import type { Row } from './batch-hash.ts';
import { canonical, jsonOf, linesOf } from './bytes.ts';
import { parseSums } from './data.ts';
import { entriesOf, recordsOf, type SiteLog } from './log.ts';
import { Untold } from './outcome.ts';
import type { Entry, Recorded } from './proof.ts';
import type { SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';
import { defused, parseCsv } from './table.ts';

/** A report as it was entered; once sign-offs are laid over it, as it is served. */
interface Report {
  readonly system: string;
  readonly routine: string;
  readonly due_at: string;
  readonly kept: string;
  readonly ran_at: string | null;
  readonly items: readonly Item[];
  readonly internal: number;
}
interface Item {
  readonly id: string;
  readonly result: string;
  readonly reason?: string;
  readonly sign_off?: SignOff;
}
interface SignOff {
  readonly role: string;
  readonly at: string;
  readonly standing: string;
}
interface SignOffLine extends SignOff {
  readonly system: string;
  readonly routine: string;
  readonly due_at: string;
  readonly item: string;
  readonly rules?: string;
}

const RESULTS = 'data/report-results.csv';
/** Seconds that clocks may be apart. */
const FAR = 300;
/** The roles of the runbooks. */
const ROLES: readonly string[] = [
  ...['operator', 'operations', 'admin-operations', 'system-operator', 'dev-on-call'],
  ...['communications', 'compliance', 'reception', 'security'],
];

/** The reports that are served against those that were entered; nothing of a site that has none. */
export async function judgeReports(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged[]> {
  let isOffered = true;
  const reports = await judge('reports', async (found) => {
    const files = await filesIn(site);
    const served: Report[] = [];
    for (const file of files)
      for (const one of linesOf<Report>(await site.text(file), file)) {
        if (!Array.isArray(one.items) || !file.endsWith(`-${one.due_at?.slice(0, 7)}.jsonl`))
          found.faults.push(`${file}: ${nameOf(one)}`);
        else served.push(one);
      }
    const signed = await log();
    const recorded = await recordsOf(site, signed);
    const entered = enteredIn(recorded);
    isOffered = files.length > 0 || entered.size > 0;
    if (!isOffered) return;
    const unsigned: string[] = [];
    for (const one of served) {
      const is = entered.get(nameOf(one));
      if (is === undefined) unsigned.push(nameOf(one));
      else if (canonical(one) !== canonical(is.report)) {
        // A sign-off can be newer than the checkpoint; what was signed off can not be another.
        if (canonical(withoutSignOffs(one)) === canonical(withoutSignOffs(is.report)))
          unsigned.push(`${nameOf(one)}: sign_off`);
        else found.faults.push(nameOf(one));
      }
      found.counted += 1;
    }
    const names = served.map(nameOf);
    if (new Set(names).size < names.length) found.faults.push('a report stands there twice');
    for (const name of entered.keys()) if (!names.includes(name)) found.faults.push(`${name} is missing`);
    const rows = parseCsv(await site.text(RESULTS), RESULTS);
    if (rows.some((row) => !Object.hasOwn(row, 'logged_at')))
      throw new Untold('older-form', `${RESULTS}: logged_at`);
    found.faults.push(...otherResults(rows, served, entered, entriesOf(signed)[0]?.time ?? null));
    if (unsigned.length > 0) throw new Untold('unsigned', unsigned.join(', '));
    const lost = entriesOf(signed).filter(({ kind }) => kind === 'report').length - entered.size;
    if (lost > 0) throw new Untold('no-record', `${lost}`);
  });
  return isOffered ? [reports] : [];
}

/** A file for each month that has reports, oldest first. */
async function filesIn(site: SiteFiles): Promise<string[]> {
  const sums = parseSums(await site.text('data/SHA256SUMS'), 'data/SHA256SUMS');
  return sums
    .flatMap(({ file }) => (/^reports-\d{4}-\d{2}\.jsonl$/.test(file) ? [`data/${file}`] : []))
    .sort();
}

function nameOf({ system, routine, due_at }: Pick<Report, 'system' | 'routine' | 'due_at'>): string {
  return `${system}/${routine} ${due_at}`;
}

/** Each report with the latest sign-off of each manual item, and the entry that holds it. */
function enteredIn(recorded: readonly Recorded[]): Map<string, { report: Report; entry: Entry }> {
  const signOffs = new Map<string, SignOff>();
  for (const { entry, record, index } of recorded) {
    if (entry.kind !== 'sign-off') continue;
    const line = jsonOf<SignOffLine>(record, `record ${index}`);
    signOffs.set(`${nameOf(line)} ${line.item}`, shownOf(line));
  }
  const entered = new Map<string, { report: Report; entry: Entry }>();
  for (const { entry, record, index } of recorded) {
    if (entry.kind !== 'report') continue;
    const report = jsonOf<Report>(record, `record ${index}`);
    const name = nameOf(report);
    const items = report.items.map((line) => {
      const item = { evidence: [], ...line };
      const sign_off = signOffs.get(`${name} ${item.id}`);
      return item.result === 'manual' && sign_off !== undefined ? { ...item, sign_off } : item;
    });
    entered.set(name, { report: { ...report, items }, entry });
  }
  return entered;
}

/** A line from before roles and times were asked for proves no more than a key, and its role may be anything. */
function shownOf({ role, at, standing, rules }: SignOffLine): SignOff {
  if (rules !== undefined) return { role, at, standing };
  return {
    role: ROLES.includes(role) ? role : 'other',
    at,
    standing: standing === 'claimed' ? 'claimed' : 'key-only',
  };
}

function withoutSignOffs(report: Report): unknown {
  return { ...report, items: report.items.map(({ sign_off: _, ...item }) => item) };
}

/** Rows of the table of results that are not what the reports come to, newest first; all that can be told of each. */
function otherResults(
  rows: readonly Row[],
  served: readonly Report[],
  entered: ReadonlyMap<string, { readonly entry: Entry }>,
  began: string | null,
): string[] {
  const expected = served.toReversed().flatMap((report): Row[] => {
    const { system, routine, due_at, ran_at, items, internal } = report;
    const time = entered.get(nameOf(report))?.entry.time;
    const isLate =
      time !== undefined && ran_at !== null && Date.parse(time) - Date.parse(ran_at) > FAR * 1000;
    const isUntold = isLate && time !== began && report.kept === 'on-time';
    return (items.length === 0 ? [null] : items).map((item) => ({
      ...{ system, routine, due_at, kept: isUntold ? 'untold' : report.kept, ran_at },
      ...{ item: item?.id ?? null, result: item?.result ?? null, reason: item?.reason ?? null },
      sign_off: item?.sign_off?.standing ?? null,
      sign_off_role: item?.sign_off === undefined ? null : defused(item.sign_off.role),
      sign_off_at: item?.sign_off?.at ?? null,
      internal: `${internal}`,
      logged_at: isLate ? time : null,
    }));
  });
  const isKnown = (row: Row | undefined) =>
    row === undefined || entered.has(`${row.system}/${row.routine} ${row.due_at}`);
  return Array.from({ length: Math.max(rows.length, expected.length) }, (_, at) => at)
    .filter((at) => isKnown(expected[at]) && canonical(rows[at] ?? null) !== canonical(expected[at] ?? null))
    .map((at) => `${RESULTS}, row ${at + 1}`);
}
