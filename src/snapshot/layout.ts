import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DATASET_NAMES } from '../domain/dataset.ts';

/** The one file that says which others count. */
export const MANIFEST_FILE = 'manifest.json';

/** The folders that a run writes to, and cleans of what no manifest names. */
export const FOLDERS: readonly string[] = [...DATASET_NAMES, 'record', 'words'];

/** The paths of the files in those folders, relative to `root`. */
export async function storedFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const folder of FOLDERS)
    for (const name of await namesIn(path.join(root, folder))) files.push(`${folder}/${name}`);
  return files;
}

/** What a folder holds; nothing where there is none. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A dataset that was never written.
    throw error;
  }
}
