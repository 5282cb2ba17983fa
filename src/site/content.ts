import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { isClockWrong } from '../core/ageing.ts';
import { sha256Hex } from '../core/canonical.ts';
import { withMaintenance } from '../incidents/model/running-maintenance.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type Rows } from '../ledger/dataset.ts';
import { type Manifest, manifestSchema } from '../ledger/manifest.ts';
import type { Publication } from '../ledger/publication.ts';
import { playRecord, recordEntrySchema, sealedWordsSchema } from '../ledger/record.ts';
import type { StatusPublication } from '../status/status-publication.ts';
import { assertNothingVouchedFor, CONTENT, jsonOf, manifestText, parse, rowsOf } from './content/files.ts';
import { notes } from './content/notes.ts';
import { status as checkedStatus } from './content/status.ts';

export { archiveFiles, archives, restoreTest } from './content/archives.ts';
export { audits } from './content/audits.ts';
export { noteImages, notes } from './content/notes.ts';
export { reports } from './content/reports.ts';

const FOLDER = join(CONTENT, 'generated', 'tpc');

let known: { readonly key: string; readonly publication: Publication } | undefined;

/** What is known of the systems; a component that a running window names is under maintenance. */
export function status(): StatusPublication {
  return withMaintenance(checkedStatus(), notes());
}

/**
 * What has been published, read and checked once for as long as the manifest stays the same. Throws an
 * Error that names the file when one differs from its manifest or holds a row that is not valid.
 */
export function publication(): Publication {
  const text = manifestText(FOLDER);
  if (text === '') assertNeverPublished();
  const key = sha256Hex(text);
  if (known?.key !== key) known = { key, publication: text === '' ? NOTHING : read(text) };
  return known.publication;
}

/** A site that says "nothing has been published" must not come of a wrong path or of a manifest that was lost. */
function assertNeverPublished(): void {
  const system = join(CONTENT, 'written', 'systems', 'tpc', 'system.yaml');
  if (!existsSync(system)) throw new Error(`${system} is not there: is TERANG_CONTENT the content root?`);
  assertNothingVouchedFor(FOLDER, (file) => file.endsWith('.jsonl'));
}

const NO_ROWS = Object.fromEntries(DATASET_NAMES.map((name) => [name, []])) as unknown as Rows;
const NOTHING: Publication = {
  manifest: null,
  rows: NO_ROWS,
  record: new Map(),
  entries: [],
  words: new Map(),
};

function read(text: string): Publication {
  const path = join(FOLDER, 'manifest.json');
  const manifest = parse(manifestSchema, jsonOf(text, path), path);
  const entries = manifest.record.entries.flatMap((file) => rowsOf(FOLDER, file, recordEntrySchema));
  const words = manifest.record.words.flatMap((file) => rowsOf(FOLDER, file, sealedWordsSchema));
  return {
    manifest: heldAgainst(manifest, Date.now()),
    rows: Object.fromEntries(DATASET_NAMES.map((name) => [name, dataset(manifest, name)])) as unknown as Rows,
    record: playRecord(entries),
    entries,
    words: new Map(words.map((sealed) => [sealed.digest, sealed])),
  };
}

/** What by our own clock was read in the future holds no longer than what was read too long ago. */
function heldAgainst(manifest: Manifest, now: number): Manifest {
  const states = Object.entries(manifest.datasets).map(([name, state]) => [
    name,
    state.observed_at !== null && isClockWrong(state.observed_at, now)
      ? { ...state, state: 'stale', reason: 'in-the-future' }
      : state,
  ]);
  return { ...manifest, datasets: Object.fromEntries(states) as Manifest['datasets'] };
}

function dataset(manifest: Manifest, name: DatasetName): unknown[] {
  const schema: z.ZodType = DATASETS[name].row;
  return manifest.datasets[name].files.flatMap((file) => rowsOf(FOLDER, file, schema));
}
