import { compareInstants, type Instant, type IsoInstant } from '../core/instant.ts';
import { batchOf } from './alteration.ts';
import type { Batch } from './batch.ts';
import {
  type HashCheck,
  type HashKnowledge,
  hashKnowledge,
  hashVerdict,
  NONE_DECLARED,
} from './batch-hash.ts';
import { DATASET_NAMES, type DatasetName, type Rows } from './dataset.ts';
import type { LedgerRow } from './ledger.ts';
import type { DatasetState, Manifest } from './manifest.ts';
import type { PublishedRecord, RecordEntry, SealedWords, SeenEntry } from './record.ts';
import { type Split, type SplitHistory, splitAt, splitHistory } from './split.ts';

/** Everything that pages are made of: the manifest, the rows it vouches for, and the published record. */
export interface Publication {
  /** Null while nothing has ever been published: then nothing is known, which is not the same as zero. */
  readonly manifest: Manifest | null;
  readonly rows: Rows;
  readonly record: PublishedRecord;
  /** The same as its entries stand, in their order. */
  readonly entries: readonly RecordEntry[];
  /** The entries of the times that the log vouches for; those of `entries` where no log was asked. */
  readonly seen?: readonly SeenEntry[];
  /** The texts that the record holds as hashes, by digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/** Before the first snapshot. */
export const NOTHING_PUBLISHED: Publication = {
  manifest: null,
  rows: Object.fromEntries(DATASET_NAMES.map((name) => [name, []])) as unknown as Rows,
  record: new Map(),
  entries: [],
  words: new Map(),
};

/** What is known of a dataset; undefined while it has never been read. */
export function knownState({ manifest }: Publication, dataset: DatasetName): DatasetState | undefined {
  const state = manifest?.datasets[dataset];
  return state === undefined || state.state === 'absent' ? undefined : state;
}

const histories = new WeakMap<Publication, SplitHistory | null>();

/**
 * The splits that were in effect, from the present setting and the changelog; null unless both are known. Read
 * at different times the two are compared as far as both reach: what only one can know is no contradiction.
 * Made once for each publication: every batch asks for it.
 */
export function historyOf(publication: Publication): SplitHistory | null {
  const known = histories.get(publication);
  if (known !== undefined) return known;
  const history = splitHistoryOf(publication);
  histories.set(publication, history);
  return history;
}

function splitHistoryOf(publication: Publication): SplitHistory | null {
  const [current] = publication.rows.split;
  const split = knownState(publication, 'split')?.observed_at;
  const changelog = knownState(publication, 'changelog')?.observed_at;
  if (current === undefined || split == null || changelog == null) return null;
  const order = compareInstants(split, changelog);
  if (order === 0) return splitHistory(publication.rows.changelog, current);
  const seen = publication.rows.changelog.filter((entry) => compareInstants(entry.created_at, split) <= 0);
  const { periods, gaps } = splitHistory(seen, current);
  // A setting newer than the changelog may have its entry there by now.
  return { periods, gaps: order > 0 ? gaps.filter(({ entry }) => entry !== 'current') : gaps };
}

/** The split that a batch was bound to; null where what has been read does not reach as far as the batch. */
export function splitOf(publication: Publication, batch: Batch): Split | null {
  const history = historyOf(publication);
  if (history === null) return null;
  if (!reaches(publication, 'split', batch.created_at)) return null;
  return reaches(publication, 'changelog', batch.created_at) ? splitAt(history, batch.created_at) : null;
}

/** What the ledger says of a batch; undefined where it was last read before the batch was made. */
export function ledgerOf(publication: Publication, batch: Batch): LedgerRow | undefined {
  if (!reaches(publication, 'ledger', batch.created_at)) return undefined;
  return ledgerByBatch(publication).get(batch.id);
}

const ledgers = new WeakMap<Publication, ReadonlyMap<string, LedgerRow>>();

function ledgerByBatch(publication: Publication): ReadonlyMap<string, LedgerRow> {
  const known = ledgers.get(publication);
  if (known !== undefined) return known;
  const rows = new Map(publication.rows.ledger.map((row) => [row.batch_id, row]));
  ledgers.set(publication, rows);
  return rows;
}

/** Whether a dataset, as it was last read, can speak of a batch: it was not read before batches were and it was. */
function reaches(publication: Publication, dataset: DatasetName, made: Instant): boolean {
  const observed = knownState(publication, dataset)?.observed_at;
  const batches = knownState(publication, 'batches')?.observed_at;
  if (observed == null) return false;
  const older = batches != null && compareInstants(observed, batches) < 0;
  return !older || compareInstants(made, observed) <= 0;
}

const knowledge = new WeakMap<Publication, HashKnowledge>();
const checks = new WeakMap<HashKnowledge, WeakMap<Batch, HashCheck>>();

/** What a batch's hash comes to, by all that is published: made once for each batch of a publication. */
export function hashOf(publication: Publication, batch: Batch): HashCheck {
  const known = knowledge.get(publication) ?? knowledgeOf(publication);
  knowledge.set(publication, known);
  const made = checks.get(known) ?? new WeakMap<Batch, HashCheck>();
  checks.set(known, made);
  const check = made.get(batch) ?? hashVerdict(batch, known);
  made.set(batch, check);
  return check;
}

function knowledgeOf({ manifest, rows, record }: Publication): HashKnowledge {
  return hashKnowledge(rows.batches, manifest?.hash ?? NONE_DECLARED, (id) => record.get('batches')?.get(id));
}

/** A batch that was published and that the source does not show any more, as it last was. */
export interface GoneBatch {
  readonly batch: Batch;
  readonly since: IsoInstant;
}

/** Every one of them, newest first: none is ever taken off the site. */
export function goneBatches({ record, words }: Publication): GoneBatch[] {
  const gone = [...(record.get('batches')?.values() ?? [])].flatMap(({ latest, gone: since }) => {
    const batch = since === null ? null : batchOf(latest);
    if (batch === null || since === null) return [];
    return [{ batch: { ...batch, note: words.get(batch.note ?? '')?.text ?? null }, since }];
  });
  return gone.toSorted((a, b) => compareInstants(b.batch.created_at, a.batch.created_at));
}

/** Those for which the operator stated no reason. */
export function unexplainedGone(publication: Publication): GoneBatch[] {
  const settled = knownState(publication, 'batches')?.removals.map(({ row }) => row) ?? [];
  return goneBatches(publication).filter(({ batch }) => !settled.includes(batch.id));
}

/** Whether everything here is invented by the demo source. */
export function isDemo({ manifest }: Publication): boolean {
  return manifest?.source.demo ?? false;
}

/** Batches, newest first (TPC-01); two of the same instant in the order of their ids. */
export function newestFirst(batches: readonly Batch[]): Batch[] {
  return batches.toSorted((a, b) => compareInstants(b.created_at, a.created_at) || (a.id < b.id ? -1 : 1));
}
