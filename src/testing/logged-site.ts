import { type AnchorBook, NO_ANCHORS } from '../chain/anchor-book.ts';
import type { Unsettled } from '../chain/chain-folder.ts';
import { readSighting, type Sighting } from '../chain/sighting.ts';
import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import { sumOf } from '../core/money.ts';
import type { Batch } from '../ledger/batch.ts';
import type { Rows } from '../ledger/dataset.ts';
import { HASH_DIGITS, hashesOf, type LookupRow, listText } from '../ledger/lookup.ts';
import type { Publication } from '../ledger/publication.ts';
import { type RecordEntry, seal } from '../ledger/record.ts';
import { type Entry, type EntryKind, entryId, formatEntry } from '../log/entry.ts';
import { lateness } from '../log/late.ts';
import { proveInclusion } from '../log/merkle.ts';
import { formatProofBundle } from '../log/proof-bundle.ts';
import { parseTilePath, readBundle } from '../log/tile.ts';
import { formatTlogProof } from '../log/tlog-proof.ts';
import { utf8Bytes } from '../log/wire.ts';
import { chainFiles } from '../open-data/chain-files.ts';
import {
  checksumsFile,
  csvDatasets,
  csvFile,
  dataPackageFile,
  jsonFile,
  recordFiles,
} from '../open-data/files.ts';
import { reportLines } from '../open-data/report-lines.ts';
import { reportResultsCsv } from '../open-data/report-results.ts';
import { statusDaysCsv, statusDaysJson } from '../open-data/status-days.ts';
import { type SignOffLine, withSignOffs } from '../reports/model/sign-off.ts';
import { lookupFiles } from '../site/paid/lookup-file.ts';
import { NO_STATUS, type StatusPublication } from '../status/status-publication.ts';
import { contentLines } from '../store/publish.ts';
import { OPEN_DATASETS } from '../words/paths.ts';
import { listOf } from './lookup-list.ts';
import { hashedBatch, published } from './publication.ts';
import { MANUAL, missedOn, PASSED, reportedOf, reportOn } from './published-reports.ts';
import { POLICY, signedCheckpoint } from './signed-log.ts';
import { SITE } from './site.ts';
import { tiledLog } from './tiled-log.ts';

/** A small site as it is served, by path: downloads, and a log of everything that they hold. */
export type ServedSite = Map<string, Uint8Array<ArrayBuffer>>;

const SEEN = '2026-01-26T07:05:00Z';
/** When the rest was entered. */
const LATER = '2026-01-26T07:06:00Z';
const NOTE = { salt: 'ab'.repeat(16), text: '=1, "paid" late' };
const DIGEST = seal(NOTE.salt, NOTE.text);
const ARCHIVE = 'releases/transparency-v1.0/archives/2025-12';

/** The proof bundle of the entries at these places. */
export function bundleOf(files: ServedSite, ...indices: readonly number[]): string {
  const text = (path: string) => Buffer.from(files.get(path) ?? []).toString('utf8');
  const records = text('log/records/000.jsonl').split('\n');
  const entries = entriesOf(files);
  const proven = indices.map((index) => ({
    entry: Buffer.from(entries[index] ?? []).toString('utf8'),
    record: records[index] ?? null,
    proof: text(`log/proof/${index}.tlog-proof`),
  }));
  return formatProofBundle({ demo: null, policy: POLICY, proven });
}

/** What each batch paid that can be looked up. */
const PAID = ['a', 'b', 'c', 'd'];

/** The entries of its first bundle. */
export function entriesOf(files: ServedSite): Uint8Array[] {
  const path = [...files.keys()].filter((one) => one.startsWith('log/tile/entries/000')).at(-1) ?? '';
  return readBundle(parseTilePath(path.slice('log/'.length)), files.get(path) ?? new Uint8Array());
}

/** What a site knows of the chain. */
export interface LoggedChain {
  /** The treasury's wallet as it is listed. */
  readonly treasury: string;
  readonly sightings: readonly Sighting[];
  readonly unsettled?: readonly Unsettled[];
  /** Whether what was found on chain waits for a signature of the log. */
  readonly unsignedYet?: boolean;
  /** What is other with the batches: the first, the second … */
  readonly over: readonly Partial<Batch>[];
}

/** From a split to the present one. */
const SPLIT_CHANGE: Rows['changelog'][number] = {
  id: '2026-01-02 00:00:00+00|distribution_split',
  created_at: '2026-01-02 00:00:00+00',
  key: 'distribution_split',
  old_value: '{"referral": 20, "treasury": 70, "buyback": 10}',
  new_value: '{"referral": 0.25, "treasury": 0.6, "buyback": 0.15}',
  reason: 'announced in December',
};

/** Two days of a component, the first of which was down for an hour. */
const DAYS: StatusPublication['days'] = ['2026-01-24', '2026-01-25'].map((day, at) => ({
  ...{ day, system: 'tpc', component: 'site', degraded: 0, unknown: 0 },
  ...(at === 0 ? { up: 82_800, down: 3600 } : { up: 86_400, down: 0, p50: 120, p95: 300 }),
  raw_sha256: 'c'.repeat(64),
}));
const STATUS: StatusPublication = {
  ...NO_STATUS,
  manifest: {
    ...{ format: 'terang/status/1', demo: false, observed_at: SEEN, offline: false, systems: {} },
    ...{ samples: [], closed: [], definitions: [] },
    days: [contentLines('days', '2026-01-daily', DAYS).file],
  },
  days: DAYS,
};

/** A morning that failed and was signed off, entered a day late, and one that was missed. */
const KEPT = [
  missedOn('2026-01-24'),
  reportOn('2026-01-25', { items: [{ ...PASSED, result: 'failed', reason: 'sums-differ' }, MANUAL] }),
];
const SIGN_OFF: SignOffLine = {
  ...{ system: 'tpc', routine: 'morning', due_at: '2026-01-25T09:00:00Z', item: 'sensor-read' },
  ...{ role: 'operator', at: '2026-01-25T10:00:00Z', standing: 'signed', rules: 'role-and-time' },
};
const REPORTS = reportedOf(
  withSignOffs(
    KEPT.map((report) => {
      const late = report.ran_at === null ? null : lateness(report.ran_at, LATER, false);
      return late === null ? report : { ...report, late };
    }),
    [SIGN_OFF],
  ).toReversed(),
);

/** What is entered behind the rows, their run and their archive. */
function restOf({ split = [], changelog = [] }: Partial<Rows>) {
  const line = (kind: EntryKind, id: string, value: unknown) => {
    const record = canonicalJson(value as Json);
    return { entry: { kind, id, time: LATER, hash: sha256Hex(record) }, record };
  };
  const manifest = canonicalJson(STATUS.manifest as unknown as Json);
  const hash = sha256Hex(`${manifest}\n`);
  return [
    ...split.map((row) => line('split', 'tpc/current', firstOf('split', 'current', row))),
    ...changelog.map((row) => line('changelog', entryId('tpc', row.id), firstOf('changelog', row.id, row))),
    ...KEPT.map((report) =>
      line('report', entryId(report.system, report.routine, report.due_at), report as unknown),
    ),
    line('sign-off', entryId('tpc', 'morning', SIGN_OFF.due_at, SIGN_OFF.item), SIGN_OFF),
    { entry: { kind: 'run' as const, id: 'status', time: LATER, hash }, record: manifest },
  ];
}

/** So many batches with their days, one of which was noted and anchored after it was first seen. */
function rowsOf(count: number, chain: LoggedChain | null, listed: number): Partial<Rows> {
  const batches = Array.from({ length: count }, (_, at) => ({
    ...numberedBatch(at),
    note: at === 0 ? NOTE.text : null,
    ...chain?.over[at],
  }));
  const sum = (column: 'revenue_sum' | 'referral_sum' | 'treasury_sum' | 'buyback_sum') =>
    sumOf(batches.map((batch) => batch[column]));
  const figures = {
    referral: sum('referral_sum'),
    treasury: sum('treasury_sum'),
    buyback: sum('buyback_sum'),
  };
  const revenue = sum('revenue_sum');
  const day = { day: '2026-01-25', revenue, tx_count: '4', verified_revenue: revenue, tx_verified: '4' };
  return {
    batches,
    daily: [{ ...day, distributed_revenue: revenue, tx_distributed: '4', ...figures }],
    metrics: [
      {
        ...{ total_revenue: revenue, verified_revenue: revenue, distributed_revenue: revenue },
        ...{ tx_total: '4', tx_verified: '4', tx_distributed: '4', ...figures },
      },
    ],
    split: [{ referral: '25', treasury: '60', buyback: '15' }],
    changelog: [SPLIT_CHANGE],
    wallets: [{ name: 'Treasury', address: chain?.treasury ?? null, type: 'treasury', explorer_url: null }],
    lookup: batches.slice(0, listed).map(({ id, created_at }) =>
      listOf(
        id,
        created_at,
        PAID.map((paid) => `${id} ${paid}`),
      ),
    ),
  };
}

/** A batch of such a site, by its place, without a transaction. */
export function numberedBatch(at: number): Batch {
  return hashedBatch({ id: `20000000-0000-4000-8000-${String(at).padStart(12, '0')}` });
}

const fieldsOf = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );

const firstOf = (dataset: RecordEntry['dataset'], id: string, row: object): RecordEntry => ({
  ...{ dataset, id, kind: 'first', seen_at: SEEN },
  value: fieldsOf(row),
});

/** The record of these rows: each as it was first seen, and the note that came later. */
function recordOf({ batches = [], daily = [], wallets = [], lookup = [] }: Partial<Rows>): RecordEntry[] {
  const first = firstOf;
  return [
    ...batches.map((batch) => first('batches', batch.id, { ...batch, note: null, onchain_tx: null })),
    ...daily.map((row) => first('daily', row.day, row)),
    ...wallets.map((row) => first('wallets', row.name, row)),
    ...batches.flatMap(({ id, note, onchain_tx }): RecordEntry[] => {
      const after = fieldsOf({ note: note === null ? null : DIGEST, onchain_tx });
      const isSame = Object.keys(after).length === 0;
      return isSame ? [] : [{ dataset: 'batches', id, kind: 'change', seen_at: SEEN, before: {}, after }];
    }),
    ...lookup.map(({ hashes: _, ...row }) => first('lookup', row.batch_id, row)),
  ];
}

const KINDS = { batches: 'batch', daily: 'daily', wallets: 'wallet', lookup: 'lookup' } as const;

/** The files of a lookup, as the build writes them but for the lines that fill them up. */
function* paidFiles(rows: readonly LookupRow[]): Generator<readonly [string, string]> {
  for (const { batch_id, hashes } of rows) yield [`lists/${batch_id}.txt`, listText(hashes)];
  const listed = rows.flatMap(({ batch_id: batch, hashes }) =>
    [...hashesOf(hashes)].map((hash) => ({ hash, batch, madeAt: null, index: null })),
  );
  const head = { observedAt: SEEN, validUntil: SEEN, demo: null };
  for (const { prefix, text } of lookupFiles(listed, head, (own) => own.padEnd(HASH_DIGITS, '0')))
    yield [`${prefix}.txt`, text];
}

/** What is entered of a site: each entry, and its record as it is served. */
type LoggedLines = readonly { readonly entry: Entry; readonly record: string }[];

/** The files of a site without its log, and what its log is to hold; so many batches can be looked up. */
export async function siteToLog(
  batches: number,
  chain: LoggedChain | null = null,
  listed = 0,
): Promise<{ readonly files: ServedSite; readonly logged: LoggedLines }> {
  const rows = rowsOf(batches, chain, listed);
  const anchors = chain === null ? NO_ANCHORS : await bookOf(chain);
  const lines = recordOf(rows);
  const rest = restOf(rows);
  const site: Publication = {
    ...published(rows, {
      states: {
        metrics: { files: [contentLines('metrics', 'all', rows.metrics ?? []).file] },
        daily: { files: [contentLines('daily', '2026-01', rows.daily ?? []).file] },
      },
    }),
    entries: [
      ...lines,
      ...rest.flatMap(({ entry: { kind }, record }) =>
        kind === 'split' || kind === 'changelog' ? [JSON.parse(record) as RecordEntry] : [],
      ),
    ],
    words: new Map([[DIGEST, { digest: DIGEST, ...NOTE }]]),
  };
  const files: ServedSite = new Map();
  const put = (path: string, text: string) => void files.set(path, new Uint8Array(utf8Bytes(text)));
  for (const { name, text } of [
    ...csvDatasets(site).map((dataset) => csvFile(site, dataset, anchors)),
    ...OPEN_DATASETS.map((dataset) => jsonFile(SITE, site, dataset, anchors)),
    ...recordFiles(site),
    ...chainFiles(anchors),
    dataPackageFile(SITE, site, STATUS, REPORTS, anchors),
    ...[statusDaysCsv(STATUS) ?? []].flat(),
    statusDaysJson(SITE, STATUS),
    ...[reportResultsCsv(REPORTS) ?? []].flat(),
    ...reportLines(REPORTS),
    checksumsFile(SITE, site, STATUS, REPORTS, anchors),
  ])
    put(`data/${name}`, text);
  if (listed > 0) for (const [file, text] of paidFiles(rows.lookup ?? [])) put(`paid/${file}`, text);
  const archived = 'the figures of a month';
  const sums = `${sha256Hex(archived)}  batches.csv.gz\n`;
  put(`${ARCHIVE}/batches.csv.gz`, archived);
  put(`${ARCHIVE}/SHA256SUMS`, sums);

  const manifest = canonicalJson(site.manifest as unknown as Json);
  const time = SEEN;
  const logged: { entry: Entry; record: string }[] = lines.map((line) => {
    const record = canonicalJson(line);
    const kind = KINDS[line.dataset as keyof typeof KINDS];
    return { entry: { kind, id: entryId('tpc', line.id), time, hash: sha256Hex(record) }, record };
  });
  logged.push({
    entry: { kind: 'run', id: 'tpc', time, hash: sha256Hex(`${manifest}\n`) },
    record: manifest,
  });
  logged.push({ entry: { kind: 'archive', id: '2025-12', time, hash: sha256Hex(sums) }, record: 'null' });
  if (chain !== null && chain.unsignedYet !== true) logged.push(...enteredOf(chain, time));
  logged.push(...rest);
  return { files, logged };
}

/** A site with a log that was signed half way and at its end, all of it as it must be. */
export async function loggedSite(
  batches = 3,
  chain: LoggedChain | null = null,
  listed = 0,
): Promise<{ readonly files: ServedSite; readonly policy: string }> {
  const { files, logged } = await siteToLog(batches, chain, listed);
  await putLog(files, logged);
  return { files, policy: POLICY };
}

async function bookOf({ sightings, unsettled = [] }: LoggedChain): Promise<AnchorBook> {
  const read = await Promise.all(sightings.map(readSighting));
  return {
    ...NO_ANCHORS,
    sightings: new Map(read.map((one) => [one.signature, one])),
    unsettled: new Map(unsettled.map((one) => [one.signature, one])),
    files: [
      { series: 'anchors', stem: '2026-01', lines: sightings },
      { series: 'unsettled', stem: 'unsettled', lines: unsettled },
    ],
  };
}

/** What a run of the chain enters: each transaction, and its manifest. */
function enteredOf({ sightings, unsettled = [] }: LoggedChain, time: string) {
  const manifest = canonicalJson({
    format: 'terang/chain/1',
    anchors: [contentLines('anchors', '2026-01', sightings).file],
    unsettled: [contentLines('unsettled', 'unsettled', unsettled).file],
    balances: [],
  } as unknown as Json);
  const anchors = sightings.map((sighting) => ({
    kind: 'anchor' as const,
    id: entryId(sighting.signature),
    record: canonicalJson(sighting as unknown as Json),
  }));
  return [
    ...anchors.map(({ kind, id, record }) => ({
      entry: { kind, id, time, hash: sha256Hex(record) },
      record,
    })),
    {
      entry: { kind: 'run' as const, id: 'chain', time, hash: sha256Hex(`${manifest}\n`) },
      record: manifest,
    },
  ];
}

async function putLog(files: ServedSite, logged: LoggedLines): Promise<void> {
  const entries = logged.map(({ entry }) => formatEntry(entry));
  const log = tiledLog(entries);
  for (const [path, bytes] of log.files) files.set(`log/${path}`, new Uint8Array(bytes));
  for (let at = 0; at * 256 < logged.length; at++) {
    const page = logged.slice(at * 256, at * 256 + 256).map(({ record }) => `${record}\n`);
    files.set(`log/records/${String(at).padStart(3, '0')}.jsonl`, new Uint8Array(utf8Bytes(page.join(''))));
  }
  const first = logged.filter(({ entry }) => entry.time === SEEN).length;
  const sizes = [BigInt(first >> 1), BigInt(entries.length)];
  const notes = await Promise.all(sizes.map(async (size) => signedCheckpoint(size, await log.root(size))));
  files.set('log/checkpoint', new Uint8Array(utf8Bytes(notes[1] ?? '')));
  files.set('log/policy', new Uint8Array(utf8Bytes(POLICY)));
  for (const [at, { entry }] of logged.entries()) {
    if (!['batch', 'anchor', 'lookup', 'wallet', 'report'].includes(entry.kind)) continue;
    const index = BigInt(at);
    const covered = sizes.findIndex((size) => index < size);
    const size = sizes[covered] ?? 0n;
    const hashes = await proveInclusion(index, size, log.hashes(size));
    const proof = formatTlogProof({ extra: null, index, hashes, checkpoint: notes[covered] ?? '' });
    files.set(`log/proof/${at}.tlog-proof`, new Uint8Array(utf8Bytes(proof)));
  }
}
