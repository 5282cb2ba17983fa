import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseLines, sha256Hex } from './domain/canonical.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type Rows } from './domain/dataset.ts';
import { assertUnaltered, type ContentFile, type Manifest, manifestSchema } from './domain/manifest.ts';
import type { Publication } from './domain/publication.ts';
import { playRecord, recordEntrySchema, sealedWordsSchema } from './domain/record.ts';

// Straight from disk: for generated data the content layer doubles a build's time and memory.
const ROOT = process.env.TERANG_CONTENT ?? 'content';
const FOLDER = join(ROOT, 'generated', 'tpc');

let known: { readonly key: string; readonly publication: Publication } | undefined;

/**
 * What has been published, read and checked once for as long as the manifest stays the same. Throws an
 * Error that names the file when one differs from its manifest or holds a row that is not valid.
 */
export function publication(): Publication {
  const path = join(FOLDER, 'manifest.json');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text === '') assertNeverPublished(path);
  const key = sha256Hex(text);
  if (known?.key !== key) known = { key, publication: text === '' ? NOTHING : read(text, path) };
  return known.publication;
}

/** A site that says "nothing has been published" must not come of a wrong path or of a manifest that was lost. */
function assertNeverPublished(path: string): void {
  const system = join(ROOT, 'written', 'systems', 'tpc', 'system.yaml');
  if (!existsSync(system)) throw new Error(`${system} is not there: is TERANG_CONTENT the content root?`);
  const files = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }) : [];
  if (files.some((file) => file.endsWith('.jsonl'))) {
    throw new Error(
      `${path} is missing, but files it vouched for are there. Restore it with "git checkout -- ${path}".`,
    );
  }
}

const NO_ROWS = Object.fromEntries(DATASET_NAMES.map((name) => [name, []])) as unknown as Rows;
const NOTHING: Publication = {
  manifest: null,
  rows: NO_ROWS,
  record: new Map(),
  entries: [],
  words: new Map(),
};

function read(text: string, path: string): Publication {
  const manifest = parse(manifestSchema, JSON.parse(text), path);
  const entries = manifest.record.entries.flatMap((file) => rowsOf(file, recordEntrySchema));
  const words = manifest.record.words.flatMap((file) => rowsOf(file, sealedWordsSchema));
  return {
    manifest,
    rows: Object.fromEntries(DATASET_NAMES.map((name) => [name, dataset(manifest, name)])) as unknown as Rows,
    record: playRecord(entries),
    entries,
    words: new Map(words.map((sealed) => [sealed.digest, sealed])),
  };
}

function dataset(manifest: Manifest, name: DatasetName): unknown[] {
  const schema: z.ZodType = DATASETS[name].row;
  return manifest.datasets[name].files.flatMap((file) => rowsOf(file, schema));
}

function rowsOf<Row>(file: ContentFile, schema: z.ZodType<Row>): Row[] {
  const bytes = readFileSync(join(FOLDER, file.path));
  assertUnaltered(FOLDER, file, bytes);
  return parseLines(bytes.toString('utf8')).map((row, index) =>
    parse(schema, row, `${file.path}, line ${index + 1}`),
  );
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${where} is not what its schema says:\n${z.prettifyError(parsed.error)}`);
}
