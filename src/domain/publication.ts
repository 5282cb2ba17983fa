import type { Batch } from './batch.ts';
import type { DatasetName, Rows } from './dataset.ts';
import { compareInstants } from './instant.ts';
import type { DatasetState, Manifest } from './manifest.ts';
import type { PublishedRecord, SealedWords } from './record.ts';

/** Everything that pages are made of: the manifest, the rows it vouches for, and the published record. */
export interface Publication {
  /** Null while nothing has ever been published: then nothing is known, which is not the same as zero. */
  readonly manifest: Manifest | null;
  readonly rows: Rows;
  readonly record: PublishedRecord;
  /** The texts that the record holds as hashes, by digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/** What is known of a dataset; undefined while it has never been read. */
export function knownState({ manifest }: Publication, dataset: DatasetName): DatasetState | undefined {
  const state = manifest?.datasets[dataset];
  return state === undefined || state.state === 'absent' ? undefined : state;
}

/** Whether everything here is invented by the demo source. */
export function isDemo({ manifest }: Publication): boolean {
  return manifest?.source.demo ?? false;
}

/** Batches, newest first (TPC-01); two of the same instant in the order of their ids. */
export function newestFirst(batches: readonly Batch[]): Batch[] {
  return batches.toSorted((a, b) => compareInstants(b.created_at, a.created_at) || (a.id < b.id ? -1 : 1));
}
