import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, canonicalLines, type Json, sha256Hex } from '../domain/canonical.ts';
import type { ContentFile, Manifest } from '../domain/manifest.ts';
import { syncFolder, writeAtomically } from './atomic-file.ts';
import { filesOf, readManifestText } from './content.ts';
import { endFirstRun } from './first-run.ts';
import { FOLDERS, MANIFEST_FILE, namesIn, storedFiles } from './layout.ts';

/** Another run published while this one was under way: what this one compared with is no longer the last content. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

/**
 * Writes rows as one content file and returns what the manifest must say of it. The name carries the
 * content's hash, so what is there already is never touched, and equal rows give the equal file.
 */
export async function writeRows(
  root: string,
  folder: string,
  stem: string,
  rows: readonly Json[],
  existing: ReadonlySet<string>,
): Promise<ContentFile> {
  const text = canonicalLines(rows);
  const sha256 = sha256Hex(text);
  const file = {
    path: `${folder}/${stem}-${sha256.slice(0, 12)}.jsonl`,
    sha256,
    bytes: Buffer.byteLength(text),
    rows: rows.length,
  };
  if (!existing.has(file.path)) {
    await mkdir(path.join(root, folder), { recursive: true });
    await writeAtomically(path.join(root, file.path), text);
  }
  return file;
}

/**
 * Makes `manifest` the content: one rename, before which everything it names is on the disk, and after which
 * what it no longer names is removed. Killed before the rename, the old content stands; after it, the new.
 *
 * @param before the text of the manifest that this run began with; null where there was none
 * @throws OvertakenError when it is another by now: the lock of a run that was suspended counts as given up
 */
export async function commitManifest(root: string, manifest: Manifest, before: string | null): Promise<void> {
  for (const folder of FOLDERS) await syncFolder(path.join(root, folder));
  if ((await readManifestText(root)) !== before) {
    throw new OvertakenError(
      'Another snapshot published while this one was under way, and stands. Nothing of this one was published.',
    );
  }
  await writeAtomically(path.join(root, MANIFEST_FILE), `${canonicalJson(manifest as Json)}\n`);
  await syncFolder(root);
  await removeUnnamed(root, manifest);
  await endFirstRun(root);
}

async function removeUnnamed(root: string, manifest: Manifest): Promise<void> {
  const named = new Set(filesOf(manifest).map((file) => file.path));
  for (const file of await storedFiles(root)) if (!named.has(file)) await rm(path.join(root, file));
  for (const name of await namesIn(root)) {
    if (name.startsWith(`${MANIFEST_FILE}.`)) await rm(path.join(root, name)); // Left by a run killed while writing it.
  }
}
