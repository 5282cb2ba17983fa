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

/** The names of the files in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A dataset that was never written.
    throw error;
  }
}
