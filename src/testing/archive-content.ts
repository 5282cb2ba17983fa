import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import { monthOf } from '../core/instant.ts';
import type { Batch } from '../ledger/batch.ts';
import type { ChangelogEntry } from '../ledger/changelog.ts';
import type { Daily } from '../ledger/daily.ts';
import { addRun, readHistory } from '../status/run/history.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { contentLines, writeFiles } from '../store/publish.ts';
import type { ContentFile } from '../store/unaltered.ts';
import { systemOf } from './checks.ts';
import { hashedBatch, published } from './publication.ts';

/** After the end of January 2026, when everything here was read. */
export const READ_AT = '2026-02-03T04:05:06Z';

export const day = (of: string, over: Partial<Daily> = {}): Daily => ({
  day: of,
  revenue: '1000.000000',
  tx_count: '4',
  verified_revenue: '1000.000000',
  tx_verified: '4',
  distributed_revenue: '0.000000',
  tx_distributed: '0',
  referral: '0.000000',
  treasury: '0.000000',
  buyback: '0.000000',
  ...over,
});

const batch = (number: number, over: Partial<Batch> = {}) =>
  hashedBatch({ id: `20000000-0000-4000-8000-00000000000${number}`, ...over });

/** Of January: one that matches, one in the API's spelling, one altered, one never hashed; and one of February. */
export const ARCHIVED_BATCHES: readonly Batch[] = [
  batch(1),
  spelledAsTheApi(batch(2, { created_at: '2026-01-27 01:02:03.12+00', note: 'a "note",\r\nwith a line' })),
  { ...batch(3, { created_at: '2026-01-28 01:02:03+00' }), revenue_sum: '1000.000001' },
  { ...batch(4, { created_at: '2026-01-29 01:02:03+00', period_start: null }), public_hash: null },
  batch(5, { created_at: '2026-02-01 01:02:03+00' }),
];

/** The same figures, hashed as the API's JSON spells times. */
function spelledAsTheApi(one: Batch): Batch {
  const iso = (instant: string | null) => instant?.replace(' ', 'T').replace(/\+00$/, '+00:00') ?? '';
  const { id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum } = one;
  const input = [
    id,
    iso(created_at),
    iso(period_start),
    iso(period_end),
    tx_count,
    revenue_sum,
    referral_sum,
  ];
  return { ...one, public_hash: sha256Hex([...input, one.treasury_sum, one.buyback_sum].join('|')) };
}

const DAILY = [
  day('2025-12-31', { revenue: '0.100000' }),
  ...[25, 26, 27].map((of) => day(`2026-01-${of}`, { revenue: '9007199254740993.000001' })),
  day('2026-02-01'),
];

const CHANGELOG: readonly ChangelogEntry[] = [
  {
    id: '2026-01-05 08:00:00+00|fee',
    created_at: '2026-01-05 08:00:00+00',
    key: 'fee',
    old_value: '5',
    new_value: '',
    reason: '=HYPERLINK("x"), "quoted"\r\nand a second line',
  },
];

export interface ArchiveContentOptions {
  readonly batches?: readonly Batch[];
  readonly demo?: boolean;
  readonly readAt?: string;
  /** Instants at which the checks ran, in order; by default four times around the end of January. */
  readonly runs?: readonly string[];
}

const RUNS = ['2026-01-30T23:50:00Z', '2026-01-31T00:05:00Z', '2026-01-31T23:55:00Z', '2026-02-03T00:10:00Z'];

/** A content root with a snapshot and runs of checks in it, as machines would have left them. Gone after the test. */
export async function createArchiveContent(options: ArchiveContentOptions = {}): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'terang-archived-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeSnapshot(root, options);
  for (const at of options.runs ?? RUNS) await runAt(root, at, options.demo ?? false);
  return root;
}

/** Writes the snapshot of a content root anew. */
export async function writeSnapshot(
  root: string,
  { batches = ARCHIVED_BATCHES, demo = false, readAt = READ_AT }: ArchiveContentOptions = {},
): Promise<void> {
  const folder = path.join(root, 'generated', 'tpc');
  const write = async (name: string, rows: readonly Json[], month: (row: never) => string) => {
    const files: ContentFile[] = [];
    for (const [of, part] of Map.groupBy(rows, (row) => monthOf(month(row as never)))) {
      const lines = contentLines(name, of, part);
      await writeFiles(folder, [lines]);
      files.push(lines.file);
    }
    return { files, observed_at: readAt };
  };
  const states = {
    batches: await write('batches', batches, (row: Batch) => row.created_at),
    daily: await write('daily', DAILY, (row: Daily) => row.day),
    changelog: await write('changelog', CHANGELOG, (row: ChangelogEntry) => row.created_at),
  };
  const { manifest } = published({}, { demo, states });
  await writeAtomically(
    path.join(folder, 'manifest.json'),
    `${canonicalJson(manifest as unknown as Json)}\n`,
  );
}

async function runAt(root: string, at: string, demo: boolean): Promise<void> {
  const system = systemOf([{ kind: 'http', id: 'a', request: { url: 'https://localhost/' } }]);
  await addRun(await readHistory(path.join(root, 'generated', 'status')), {
    run: { at, systems: { [system.id]: { outcome: { up: ['a'] }, ms: { a: 41 } } } },
    asked: [{ system, sha256: sha256Hex('one') }],
    systems: [system.id],
    state: { demo, observed_at: at, offline: false, systems: {} },
  });
}
