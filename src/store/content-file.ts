import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, canonicalLines, type Json, parseLines, sha256Hex } from '../core/canonical.ts';
import { syncFolder, writeAtomically } from './atomic-file.ts';
import { AlteredFileError, assertUnaltered, type ContentFile } from './unaltered.ts';

export const MANIFEST_FILE = 'manifest.json';

/** Lines of content as a file that is written once: its name carries the beginning of its hash. */
export interface ContentLines {
  readonly file: ContentFile;
  readonly text: string;
}

/** `<folder>/<hash>-<stem>.jsonl` and what the manifest must say of it; equal rows give the equal file. */
export function contentLines(folder: string, stem: string, rows: readonly Json[]): ContentLines {
  const text = canonicalLines(rows);
  const sha256 = sha256Hex(text);
  const bytes = Buffer.byteLength(text);
  return {
    file: { path: `${folder}/${sha256.slice(0, 12)}-${stem}.jsonl`, sha256, bytes, rows: rows.length },
    text,
  };
}

/** Writes a file below `root`, unless `existing` already names it: what is there is never touched. */
export async function writeOnce(
  root: string,
  { file, text }: ContentLines,
  existing: ReadonlySet<string>,
): Promise<void> {
  if (existing.has(file.path)) return;
  await mkdir(path.dirname(path.join(root, file.path)), { recursive: true });
  await writeAtomically(path.join(root, file.path), text);
}

/**
 * The values in a content file, after its bytes were held against the manifest's hash.
 *
 * @throws AlteredFileError when it was changed by hand, damaged or removed
 */
export async function readLines(root: string, file: ContentFile): Promise<unknown[]> {
  return parseLines((await readUnaltered(root, file)).toString('utf8'));
}

/** The bytes of any file that content vouches for, after the same. */
export async function readUnaltered(
  root: string,
  file: Pick<ContentFile, 'path' | 'sha256'>,
): Promise<Buffer> {
  const bytes = await readFile(path.join(root, file.path)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
    throw new AlteredFileError(`${file.path} is missing. ${restoring(root, file.path)}`, { cause });
  });
  assertUnaltered(root, file, bytes);
  return bytes;
}

/** The text of the manifest below `root`; null where there is none. */
export async function readManifestText(root: string): Promise<string | null> {
  return readFile(path.join(root, MANIFEST_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** How an operator brings back a file that was changed or removed. */
export function restoring(root: string, file: string): string {
  return `Restore it with "git checkout -- ${path.join(root, file)}".`;
}

/** Another run published while this one was under way: what this one compared with is no longer the last content. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

export interface Commit {
  /** The text of the manifest that this run began with; null where there was none. */
  readonly before: string | null;
  /** The folders of content below the root, and the paths in them that the new manifest names. */
  readonly folders: readonly string[];
  readonly named: ReadonlySet<string>;
}

/**
 * Makes `manifest` the content of `root`: one rename, before which everything it names is on the disk, and after
 * which the files in `folders` that it does not name are removed. Killed before the rename, the old content
 * stands; after it, the new.
 *
 * @throws OvertakenError when the manifest is another by now: the lock of a run that was suspended counts as given up
 */
export async function commitManifest(
  root: string,
  manifest: Json,
  { before, folders, named }: Commit,
): Promise<void> {
  for (const folder of folders) await syncFolder(path.join(root, folder));
  if ((await readManifestText(root)) !== before) {
    throw new OvertakenError(
      'Another run published while this one was under way, and stands. Nothing of this one was published.',
    );
  }
  await writeAtomically(path.join(root, MANIFEST_FILE), `${canonicalJson(manifest)}\n`);
  await syncFolder(root);
  for (const file of await storedFiles(root, folders)) if (!named.has(file)) await rm(path.join(root, file));
  for (const name of await namesIn(root)) {
    if (name.startsWith(`${MANIFEST_FILE}.`)) await rm(path.join(root, name)); // Left by a run killed while writing it.
  }
}

/** The paths of the files in `folders`, relative to `root`, and their drafts. */
export async function storedFiles(root: string, folders: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const folder of folders)
    for (const name of await namesIn(path.join(root, folder))) files.push(`${folder}/${name}`);
  return files;
}

/** The files in the folders below `root`, as a manifest would name them. */
export async function namesBelow(root: string): Promise<string[]> {
  const names: string[] = [];
  for (const folder of await entriesOf(root)) {
    if (!folder.isDirectory() || folder.name.includes('.')) continue; // The lock is a folder too.
    for (const name of await namesIn(path.join(root, folder.name))) names.push(`${folder.name}/${name}`);
  }
  return names;
}

/** The names of the files in a folder; a folder in it is somebody else's. */
async function namesIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // Nothing was ever written there.
    throw error;
  }
}
