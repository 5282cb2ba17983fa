import { DATASET_NAMES, DATASETS, type DatasetName, type Rows } from '../ledger/dataset.ts';
import { formsOf, isFormed } from '../ledger/form.ts';
import { type Manifest, manifestSchema } from '../ledger/manifest.ts';
import {
  type PublishedRecord,
  playRecord,
  type RecordEntry,
  recordEntrySchema,
  type SealedWords,
  sealedWordsSchema,
} from '../ledger/record.ts';
import { MANIFEST_FILE, readLines, readManifestText, restoring } from '../store/content-file.ts';
import { assertNothingPublished } from '../store/first-run.ts';
import { AlteredFileError, type ContentFile } from '../store/unaltered.ts';
import { FOLDERS } from './layout.ts';

/** What a system's folder of generated content says before a run. */
export interface Content {
  /** Null before the first run. */
  readonly manifest: Manifest | null;
  /** The bytes of the manifest as they were read. */
  readonly manifestText: string | null;
  /** The rows of the files that stand, for each dataset that was ever read. */
  readonly rows: Partial<Rows>;
  /** The parsed lines of a file that the manifest names. */
  readonly lines: (file: ContentFile) => readonly unknown[];
  readonly entries: readonly RecordEntry[];
  readonly record: PublishedRecord;
  /** By digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

const NOTHING: Content = {
  manifest: null,
  manifestText: null,
  rows: {},
  lines: () => [],
  entries: [],
  record: new Map(),
  words: new Map(),
};

/**
 * Reads everything the manifest names, and checks each file against the hash it has there.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export async function readContent(folder: string): Promise<Content> {
  const text = await readManifestText(folder);
  if (text === null) {
    await assertNothingPublished(folder, FOLDERS);
    return NOTHING;
  }
  const manifest = parseManifest(folder, text);
  const files = new Map<string, unknown[]>();
  const problems: string[] = [];
  for (const file of filesOf(manifest)) {
    try {
      files.set(file.path, await readLines(folder, file));
    } catch (error) {
      if (!(error instanceof AlteredFileError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new AlteredFileError(problems.join('\n'));
  const lines = (file: ContentFile) => files.get(file.path) ?? [];
  const linesOf = (list: readonly ContentFile[]) => list.flatMap(lines);
  const read = DATASET_NAMES.filter((name) => manifest.datasets[name].state !== 'absent');
  const rows = Object.fromEntries(
    read.map((name) => [
      name,
      linesOf(manifest.datasets[name].files).map((row) => DATASETS[name].row.parse(row)),
    ]),
  ) as Partial<Rows>;
  const entries = linesOf(manifest.record.entries).map((entry) => recordEntrySchema.parse(entry));
  const words = linesOf(manifest.record.words).map((line) => sealedWordsSchema.parse(line));
  return {
    manifest,
    manifestText: text,
    rows,
    lines,
    entries,
    record: playRecord(entries),
    words: new Map(words.map((line) => [line.digest, line])),
  };
}

/** Every file that a manifest vouches for. */
export function filesOf(manifest: Manifest): ContentFile[] {
  const datasets = DATASET_NAMES.flatMap((name) => manifest.datasets[name].files);
  return [...datasets, ...manifest.record.entries, ...manifest.record.words];
}

function parseManifest(folder: string, text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AlteredFileError(`${MANIFEST_FILE} is not a manifest. ${restoring(folder, MANIFEST_FILE)}`, {
      cause,
    });
  }
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
