import path from 'node:path';
import type { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { compareInstants, dayOf, type IsoInstant } from '../core/instant.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type Rows } from '../ledger/dataset.ts';
import { manifestSchema } from '../ledger/manifest.ts';
import type { Publication } from '../ledger/publication.ts';
import { type CheckDefinition, checkDefinitionSchema } from '../status/check-definition.ts';
import { type CheckedStatus, NOTHING_CHECKED } from '../status/known-answers.ts';
import { statusManifestSchema } from '../status/status-manifest.ts';
import { type StatusRun, statusRunSchema } from '../status/status-run.ts';
import { MANIFEST_FILE, readLines, readManifestText, restoring } from '../store/content-file.ts';
import { AlteredFileError, type ContentFile, contentFileSchema } from '../store/unaltered.ts';

/** What a snapshot of a system left, and the SHA-256 of its manifest; null for a system that publishes nothing. */
export interface PublishedContent {
  readonly publication: Publication;
  readonly sha256: string | null;
}

const NO_ROWS = Object.fromEntries(DATASET_NAMES.map((name) => [name, []])) as unknown as Rows;
const NOTHING: Publication = {
  manifest: null,
  rows: NO_ROWS,
  record: new Map(),
  entries: [],
  words: new Map(),
};

/** @throws AlteredFileError when what is there was changed by hand */
export async function readPublished(contentRoot: string, system: string): Promise<PublishedContent> {
  const root = path.join(contentRoot, 'generated', system);
  const text = await readManifestText(root);
  if (text === null) return { publication: NOTHING, sha256: null };
  const manifest = parsed(root, text, manifestSchema);
  const rows: Record<string, unknown[]> = {};
  for (const name of DATASET_NAMES) {
    rows[name] = [];
    for (const file of manifest.datasets[name].files) rows[name].push(...(await rowsIn(root, name, file)));
  }
  return {
    publication: { ...NOTHING, manifest, rows: rows as unknown as Rows },
    sha256: sha256Hex(text),
  };
}

async function rowsIn(root: string, name: DatasetName, file: ContentFile): Promise<unknown[]> {
  const schema: z.ZodType = DATASETS[name].row;
  return (await readLines(root, file)).map((row) => schema.parse(row));
}

/** The raw answers of the checks of all systems. */
export interface CheckedContent {
  readonly status: CheckedStatus;
  readonly demo: boolean;
  /** SHA-256 of the manifest; null while no check ever ran. */
  readonly sha256: string | null;
}

/** The runs from the UTC day of `from` on, none dated after `at`. @throws AlteredFileError */
export async function readChecked(
  contentRoot: string,
  from: IsoInstant,
  at: IsoInstant,
): Promise<CheckedContent> {
  const root = path.join(contentRoot, 'generated', 'status');
  const text = await readManifestText(root);
  if (text === null) return { status: NOTHING_CHECKED, demo: false, sha256: null };
  const manifest = parsed(root, text, statusManifestSchema);
  const closed: ContentFile[] = [];
  for (const file of manifest.closed)
    closed.push(...(await readLines(root, file)).map((line) => contentFileSchema.parse(line)));
  const lines: StatusRun[] = [];
  for (const file of [...closed, ...manifest.samples]) {
    const day = file.path.slice(-'YYYY-MM-DD.jsonl'.length, -'.jsonl'.length);
    if (day < dayOf(from) || day > dayOf(at)) continue;
    lines.push(...(await readLines(root, file)).map((line) => statusRunSchema.parse(line)));
  }
  const definitions: CheckDefinition[] = [];
  for (const file of manifest.definitions)
    definitions.push(...(await readLines(root, file)).map((line) => checkDefinitionSchema.parse(line)));
  return {
    status: {
      lines: lines.filter((line) => compareInstants(line.at, at) <= 0),
      definitions,
      systems: manifest.systems,
    },
    demo: manifest.demo,
    sha256: sha256Hex(text),
  };
}

function parsed<T>(root: string, text: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json(text));
  if (result.success) return result.data;
  throw new AlteredFileError(`${MANIFEST_FILE} is not a manifest. ${restoring(root, MANIFEST_FILE)}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON, so not a manifest either.
  }
}
