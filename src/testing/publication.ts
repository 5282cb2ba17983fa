import { sha256Hex } from '../core/canonical.ts';
import type { Batch } from '../ledger/batch.ts';
import { hashInput } from '../ledger/batch-hash.ts';
import { DATASET_NAMES, type Rows } from '../ledger/dataset.ts';
import type { DatasetState, Manifest } from '../ledger/manifest.ts';
import type { Publication } from '../ledger/publication.ts';
import type { RowRecord } from '../ledger/record.ts';
import type { Wallet } from '../ledger/wallet.ts';

/** The batch of FIELD-NOTES.md, whose hash the notes give. */
export const KNOWN_BATCH: Batch = {
  id: '20000000-0000-4000-8000-000000000001',
  created_at: '2026-01-26 01:02:03.123456+00',
  period_start: '2026-01-25 00:00:00+00',
  period_end: '2026-01-26 00:00:00+00',
  tx_count: '4',
  revenue_sum: '1000.100010',
  referral_sum: '100.010001',
  treasury_sum: '200.020002',
  buyback_sum: '50.005001',
  public_hash: '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad',
  onchain_tx: null,
  note: null,
};

/** A batch that hashes as it should and follows 25/60/15; `over` is laid over it before it is hashed. */
export function hashedBatch(over: Partial<Batch> = {}): Batch {
  const batch: Batch = {
    ...KNOWN_BATCH,
    revenue_sum: '1000.000000',
    referral_sum: '250.000000',
    treasury_sum: '600.000000',
    buyback_sum: '150.000000',
    ...over,
  };
  return { ...batch, public_hash: sha256Hex(hashInput(batch)) };
}

/** Nothing has ever been published: a fresh clone. */
export const NOTHING_PUBLISHED: Publication = {
  manifest: null,
  rows: Object.fromEntries(DATASET_NAMES.map((name) => [name, []])) as unknown as Rows,
  record: new Map(),
  entries: [],
  words: new Map(),
};

/** Hashes are made in UTC and ISO and in no other session: what fits no form is wrong. */
const UTC_ALONE: Manifest['hash'] = { sessions: [{ zone: 'UTC', style: 'ISO' }], complete: true };

const OBSERVED = '2026-01-26T07:05:00Z';
const VALID_UNTIL = '2026-01-26T07:35:00Z';

/** A small publication in memory: rows as given, every dataset current, every batch in the record. */
export function published(
  rows: Partial<Rows>,
  {
    demo = false,
    states = {},
    hash = UTC_ALONE,
  }: {
    demo?: boolean;
    hash?: Manifest['hash'];
    states?: Partial<Record<string, Partial<DatasetState>>>;
  } = {},
): Publication {
  const all = { ...NOTHING_PUBLISHED.rows, ...rows };
  const datasets = Object.fromEntries(
    DATASET_NAMES.map((name) => [name, { ...current(all[name].length), ...states[name] }]),
  ) as Manifest['datasets'];
  return {
    manifest: {
      format: 'terang/manifest/1',
      system: 'tpc',
      source: { kind: 'postgres', demo, form: 'runbook' },
      hash,
      observed_at: OBSERVED,
      valid_until: VALID_UNTIL,
      datasets,
      record: { entries: [], words: [] },
    },
    rows: all,
    record: new Map([['batches', new Map(all.batches.map((batch) => [batch.id, firstSeen(batch)]))]]),
    entries: [],
    words: new Map(),
  };
}

/** The record of a batch that was published as it is and never changed. */
export function firstSeen(row: Batch | Wallet): RowRecord {
  const fields = Object.entries(row).filter((entry): entry is [string, string] => entry[1] !== null);
  const value = Object.fromEntries(fields);
  return {
    first: value,
    first_seen: OBSERVED,
    changes: [],
    latest: value,
    gone: null,
    rereads: [],
    unread: null,
  };
}

function current(rows: number): DatasetState {
  return {
    state: 'current',
    reason: null,
    observed_at: OBSERVED,
    valid_until: VALID_UNTIL,
    unit: 'TPC',
    row_security: true,
    rows,
    files: [],
    findings: [],
    not_evaluated: [],
    caveats: [],
    reading: null,
    removals: [],
  };
}
