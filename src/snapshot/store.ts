import { mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { canonicalJson, canonicalLines, type Json, sha256Hex } from '../domain/canonical.ts';
import { DATASET_NAMES } from '../domain/dataset.ts';
import type { ContentFile, Manifest } from '../domain/manifest.ts';
import { filesOf, MANIFEST_FILE } from './content.ts';

/** The folders that this module writes to, and cleans of what no manifest names. */
const FOLDERS: readonly string[] = [...DATASET_NAMES, 'record', 'words'];

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
    await writeFileAtomic(path.join(root, file.path), text, { fsync: true });
  }
  return file;
}

/**
 * Makes `manifest` the content: one rename, before which everything it names is on the disk, and after which
 * what it no longer names is removed. Killed before the rename, the old content stands; after it, the new.
 */
export async function commitManifest(root: string, manifest: Manifest): Promise<void> {
  for (const folder of FOLDERS) await syncFolder(path.join(root, folder));
  await writeFileAtomic(path.join(root, MANIFEST_FILE), `${canonicalJson(manifest as Json)}\n`, {
    fsync: true,
  });
  await syncFolder(root);
  await removeUnnamed(root, manifest);
}

async function removeUnnamed(root: string, manifest: Manifest): Promise<void> {
  const named = new Set(filesOf(manifest).map((file) => file.path));
  for (const folder of FOLDERS) {
    for (const name of await namesIn(path.join(root, folder))) {
      if (!named.has(`${folder}/${name}`)) await rm(path.join(root, folder, name));
    }
  }
  for (const name of await namesIn(root)) {
    if (name.startsWith(`${MANIFEST_FILE}.`)) await rm(path.join(root, name)); // Left by a run killed while writing it.
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A dataset that was never written.
    throw error;
  }
}

/** A rename is durable once its folder is. Windows can not open a folder, and journals renames itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
