import path from 'node:path';
import { DATASET_NAMES, type DatasetName, type Rows } from '../ledger/dataset.ts';
import { formsOf, isFormed } from '../ledger/form.ts';
import type { Manifest } from '../ledger/manifest.ts';
import { type PublishedRecord, playRecord, type RecordEntry, type SealedWords } from '../ledger/record.ts';
import { datasetSeries, RECORD, snapshotFolder, WORDS } from '../ledger/snapshot-folder.ts';
import { assertWhole, openFolder, type Published } from '../store/published.ts';

/** What a system's folder of generated content says before a run. */
export interface Content {
  readonly published: Published<Manifest>;
  /** Null before the first run. */
  readonly manifest: Manifest | null;
  /** The rows of the files that stand, for each dataset that was ever read. */
  readonly rows: Partial<Rows>;
  readonly entries: readonly RecordEntry[];
  readonly record: PublishedRecord;
  /** By digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/**
 * Reads everything the manifest names, after each file was held against the hash it has there.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export async function readContent(folder: string): Promise<Content> {
  const published = openFolder(folder, snapshotFolder(path.basename(folder)));
  assertWhole(published);
  const { manifest, rows } = published;
  const read = DATASET_NAMES.filter((name) => (manifest?.datasets[name].state ?? 'absent') !== 'absent');
  const entries = rows(RECORD);
  return {
    published,
    manifest,
    rows: Object.fromEntries(read.map((name) => [name, rows(datasetSeries(name))])) as Partial<Rows>,
    entries,
    record: playRecord(entries),
    words: new Map(rows(WORDS).map((line) => [line.digest, line])),
  };
}

/**
 * The place from which the rows that stand were read; null where there are none. Manifests from before this was
 * written tell the form alone, and each form had one reading then.
 */
export function mappingOf({ manifest }: Content, name: DatasetName): string | null {
  if (manifest === null || manifest.datasets[name].observed_at === null) return null;
  const { reading } = manifest.datasets[name];
  if (reading !== null) return reading.mapping;
  if (!isFormed(name)) return 'tables';
  return formsOf(manifest.source.form)[name] ?? null;
}

/**
 * From where to where we moved our reading of a dataset; undefined where it is read as before, or for the first time. A
 * dataset that the platform moved is refused before it is read (`Source.read`), so this is never its doing.
 */
export function rereadOf(content: Content, name: DatasetName, to: string | undefined) {
  const from = mappingOf(content, name);
  return from === null || to === undefined || from === to ? undefined : { from, to };
}
