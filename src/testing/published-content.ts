import { enterBuild } from '../build/enter.ts';
import type { Built } from '../build/statement.ts';
import { ANCHORS, BALANCES, CHAIN, UNSETTLED } from '../chain/chain-folder.ts';
import { acceptNotes } from '../incidents/accept/accept.ts';
import { lintNote } from '../incidents/lint/lint.ts';
import { DATASET_NAMES, type Rows } from '../ledger/dataset.ts';
import type { DatasetState, Manifest } from '../ledger/manifest.ts';
import { observe } from '../ledger/observation.ts';
import { type PublishedRecord, playRecord } from '../ledger/record.ts';
import { datasetSeries, RECORD, snapshotFolder, WORDS } from '../ledger/snapshot-folder.ts';
import { addReports, readReports, reportsRoot } from '../reports/record.ts';
import type { Content } from '../snapshot/content.ts';
import { type Judgement, judgeFlags, toFinding, viewOf } from '../snapshot/judgement.ts';
import type { BoundedPass } from '../snapshot/reading.ts';
import { addRun, readHistory } from '../status/run/history.ts';
import { STATUS } from '../status/status-folder.ts';
import { allAnew, append, type ContentLines, publish } from '../store/publish.ts';
import { openFolder, rootOf } from '../store/published.ts';
import type { PublishingSystem } from '../systems/system.ts';
import { day, READ_AT } from './archive-content.ts';
import { systemOf } from './checks.ts';
import { listOf } from './lookup-list.ts';
import { sightingOf, signedMemos, testWallet } from './memo-transaction.ts';
import { NOTE } from './notes.ts';
import { hashedBatch, published } from './publication.ts';
import { reportOn } from './published-reports.ts';
import { PNG } from './rasters.ts';
import type { TestClone } from './repository.ts';

/** Rows of every dataset, at least two days and two batches. */
export const ROWS: Rows = {
  batches: [
    hashedBatch({ id: '20000000-0000-4000-8000-000000000001', note: 'Delayed by a day.' }),
    hashedBatch({ id: '20000000-0000-4000-8000-000000000002', created_at: '2026-02-01 01:02:03+00' }),
  ],
  ledger: [
    {
      batch_id: '20000000-0000-4000-8000-000000000001',
      tx_counted: '4',
      amount_sum: '1000.000000',
      referral_sum: '250.000000',
      treasury_sum: '600.000000',
      buyback_sum: '150.000000',
      duplicates: '0',
    },
  ],
  changelog: [
    {
      id: '2026-01-05 08:00:00+00|fee',
      created_at: '2026-01-05 08:00:00+00',
      key: 'fee',
      old_value: '5',
      new_value: '6',
      reason: 'As announced.',
    },
  ],
  split: [{ referral: '25', treasury: '60', buyback: '15' }],
  wallets: [
    {
      name: 'Treasury',
      address: '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU',
      type: null,
      explorer_url: null,
    },
  ],
  metrics: [
    {
      total_revenue: '2000.000000',
      verified_revenue: '2000.000000',
      distributed_revenue: '0.000000',
      tx_total: '8',
      tx_verified: '8',
      tx_distributed: '0',
      referral: '0.000000',
      treasury: '0.000000',
      buyback: '0.000000',
    },
  ],
  daily: [day('2026-01-31'), day('2026-02-01')],
  lookup: [
    listOf('20000000-0000-4000-8000-000000000001', '2026-01-26 01:02:03+00', ['a', 'b', 'c', 'd']),
    listOf('20000000-0000-4000-8000-000000000002', '2026-02-01 01:02:03+00', ['e', 'f', 'g', 'h']),
  ],
} as unknown as Rows;

/** Writes rows as a snapshot of a system publishes them, with the entries of the record that they make. */
export async function publishRows(
  contentRoot: string,
  system: string,
  rows: Rows,
  now: string,
): Promise<Manifest> {
  const folder = snapshotFolder(system);
  const before = openFolder(rootOf(contentRoot, folder), folder);
  const written: ContentLines[] = [];
  const states = DATASET_NAMES.map((name) => {
    const series = allAnew(datasetSeries(name), rows[name] as never, now);
    written.push(...series.written);
    const state = { files: [...series.files], rows: rows[name].length, observed_at: now, valid_until: now };
    return [name, state] as [string, Partial<DatasetState>];
  });
  const words = new Map();
  const seen = DATASET_NAMES.map((name) =>
    observe(name, rows[name] as never, new Map(), { seenAt: now, words, newSalt: () => '0'.repeat(32) }),
  );
  const record = append(
    before,
    RECORD,
    before.manifest === null ? seen.flatMap(({ entries }) => entries) : [],
    now,
  );
  const sealed = append(before, WORDS, before.manifest === null ? seen.flatMap((one) => one.words) : [], now);
  const { manifest } = published({}, { states: Object.fromEntries(states) });
  if (manifest === null) throw new Error('there is always a manifest');
  const entries = [
    ...before.rows(RECORD),
    ...(before.manifest === null ? seen.flatMap((one) => one.entries) : []),
  ];
  const { raised, notEvaluated } = judgementOf(rows, manifest.hash, playRecord(entries));
  for (const name of DATASET_NAMES)
    manifest.datasets[name] = {
      ...manifest.datasets[name],
      findings: raised.filter(({ dataset }) => dataset === name).map(toFinding),
      not_evaluated: [...(notEvaluated.get(name) ?? [])],
    };
  const next = {
    ...manifest,
    system,
    observed_at: now,
    valid_until: now,
    record: { entries: [...record.files], words: [...sealed.files] },
  };
  return publish(before, next, [...written, ...record.written, ...sealed.written], now);
}

/** What a run finds in rows that it read all at once, and nothing was published before. */
function judgementOf(rows: Rows, hash: Manifest['hash'], record: PublishedRecord): Judgement {
  const pass = {
    source: null,
    readings: Object.fromEntries(DATASET_NAMES.map((name) => [name, { rows: rows[name] }])),
    failures: new Map(),
    leftOut: new Map(),
  } as unknown as BoundedPass;
  const nothing = { rows: {}, manifest: null } as Content;
  const system = { transparency: {} } as PublishingSystem;
  const view = viewOf(pass, nothing, record, new Set(), system);
  return judgeFlags(DATASET_NAMES, pass, { ...view, hash });
}

/** What a run over the chain leaves: a transaction with its bytes, one that nobody knows, and a balance. */
async function publishChain(contentRoot: string, now: string): Promise<void> {
  const before = openFolder(rootOf(contentRoot, CHAIN), CHAIN);
  const wire = await signedMemos(await testWallet(), ['A memo']);
  const anchors = append(before, ANCHORS, [sightingOf(wire, { seen_at: now })], now);
  const unsettled = allAnew(
    UNSETTLED,
    [{ signature: 'x', reason: 'not-found' as const, asked_at: now }],
    now,
  );
  const told = [{ slot: '396000000', time: now, lamports: '5000000000' }];
  const balances = allAnew(BALANCES, [{ address: ROWS.wallets[0]?.address ?? '', told }], now);
  const next = {
    format: 'terang/chain/1' as const,
    system: 'tpc',
    demo: false,
    observed_at: now,
    valid_until: now,
    watched: [],
    anchors: [...anchors.files],
    unsettled: [...unsettled.files],
    balances: [...balances.files],
  };
  await publish(
    before,
    next,
    [anchors, unsettled, balances].flatMap(({ written }) => written),
    now,
  );
}

/** A build as it says of itself, of these files. */
export function builtAs(given: Partial<Built> = {}): Built {
  return {
    format: 'terang/build/1',
    demo: false,
    source: { commit: 'c'.repeat(40), content: 'content' },
    epoch: 1_769_904_000, // 2026-02-01T00:00:00Z
    site: 'https://terang.example',
    base: '/',
    node: '24.0.0',
    tree_size: 7,
    files: { count: 3, bytes: 300, sha256: '3'.repeat(64) },
    verifiers: { 'verify.mjs': '5'.repeat(64) },
    ...given,
  };
}

/** A content root in which every kind of run has published something: each series of each folder has a file. */
export async function publishEverything(clone: TestClone): Promise<void> {
  const { contentRoot } = clone;
  // First: no run is dated before what is published already.
  await clone.write('content/written/incidents/images/runs.png', PNG);
  const shown = (words: string) => `${words}\n\n![The runs](images/runs.png)\n`;
  const note = NOTE.replace(/(since \*\*16:00 WIB\*\*\.|sejak \*\*pukul 16\.00 WIB\*\*\.)/g, shown('$1'));
  await clone.write(`content/written/incidents/2026-01-05-distribution-delayed.md`, note);
  const ending = await acceptNotes({ contentRoot, now: () => '2026-01-05T09:35:00Z', lint: lintNote });
  if (ending.exitCode !== 0) throw new Error(ending.text);
  const system = systemOf([{ kind: 'http', id: 'a', request: { url: 'https://localhost/' } }]);
  const runAt = async (at: string) =>
    addRun(await readHistory(rootOf(contentRoot, STATUS)), {
      run: { at, systems: { [system.id]: { outcome: { up: ['a'] } } } },
      asked: [{ system, sha256: 'a'.repeat(64) }],
      systems: [system.id],
      state: { demo: false, observed_at: at, offline: false, systems: {} },
    });
  // In the order of time, as runs leave it.
  for (const at of ['2026-01-30T23:50:00Z', '2026-01-31T00:05:00Z', '2026-01-31T23:55:00Z']) await runAt(at);
  const line = { system: 'tpc', routine: 'morning', due_at: '2026-01-12T09:00:00Z', item: 'sensor-read' };
  await addReports(await readReports(reportsRoot(contentRoot)), {
    reports: [reportOn('2026-01-12'), reportOn('2026-02-01')],
    signed: [
      { ...line, role: 'operator', at: '2026-01-12T10:00:00Z', standing: 'claimed', rules: 'role-and-time' },
    ],
    since: { 'tpc/morning': '2026-01-10T00:00:00Z' },
    demo: false,
    now: '2026-02-02T00:00:00Z',
  });
  await runAt('2026-02-03T00:10:00Z');
  await publishRows(contentRoot, 'tpc', ROWS, READ_AT);
  await publishChain(contentRoot, READ_AT);
  await enterBuild(contentRoot, builtAs(), '2026-02-03T05:00:00Z');
}
