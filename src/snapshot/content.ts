import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseLines } from '../domain/canonical.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type Rows } from '../domain/dataset.ts';
import {
  AlteredFileError,
  assertUnaltered,
  type ContentFile,
  type Manifest,
  manifestSchema,
} from '../domain/manifest.ts';
import {
  type PublishedRecord,
  playRecord,
  type RecordEntry,
  recordEntrySchema,
  type SealedWords,
  sealedWordsSchema,
} from '../domain/record.ts';

/** What a system's folder of generated content says before a run. */
export interface Content {
  /** Null before the first run. */
  readonly manifest: Manifest | null;
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
  rows: {},
  lines: () => [],
  entries: [],
  record: new Map(),
  words: new Map(),
};

export const MANIFEST_FILE = 'manifest.json';

/**
 * Reads everything the manifest names, and checks each file against the hash it has there.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export async function readContent(folder: string): Promise<Content> {
  const manifest = await readManifest(folder);
  if (manifest === null) return NOTHING;
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
    rows,
    lines,
    entries,
    record: playRecord(entries),
    words: new Map(words.map((line) => [line.digest, line])),
  };
}

/** Every file that a manifest vouches for. */
export function filesOf(manifest: Manifest): ContentFile[] {
  const datasets = DATASET_NAMES.flatMap((name: DatasetName) => manifest.datasets[name].files);
  return [...datasets, ...manifest.record.entries, ...manifest.record.words];
}

async function readManifest(folder: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null; // The first run of all.
    throw error;
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    const message = `${MANIFEST_FILE} is not a manifest. Restore it with "git checkout -- <file>".`;
    throw new AlteredFileError(message, { cause });
  }
}

async function readLines(folder: string, file: ContentFile): Promise<unknown[]> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, file.path));
  } catch (cause) {
    throw new AlteredFileError(`${file.path} is missing. Restore it with "git checkout -- <file>".`, {
      cause,
    });
  }
  assertUnaltered(file, bytes);
  return parseLines(bytes.toString('utf8'));
}
