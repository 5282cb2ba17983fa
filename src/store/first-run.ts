import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeAtomically } from './atomic-file.ts';
import { MANIFEST_FILE, restoring, storedFiles } from './content-file.ts';
import { AlteredFileError } from './unaltered.ts';

/**
 * Stands in a folder from the first file that is ever written there until its first manifest: it tells a first
 * run that was killed from a manifest that somebody removed.
 */
const MARK = '.first-run';

export async function markFirstRun(folder: string): Promise<void> {
  await writeAtomically(path.join(folder, MARK), '');
  await syncFolder(folder);
}

export async function endFirstRun(folder: string): Promise<void> {
  await rm(path.join(folder, MARK), { force: true });
}

/**
 * Without a manifest a run begins a new published record; so nothing may have been published before.
 * `series` are the folders of content below `folder`.
 *
 * @throws AlteredFileError when files of content are there whose manifest is gone
 */
export async function assertNothingPublished(folder: string, series: readonly string[]): Promise<void> {
  const files = await storedFiles(folder, series);
  if (files.length === 0 || (await exists(path.join(folder, MARK)))) return;
  throw new AlteredFileError(
    `${MANIFEST_FILE} is missing, but files it vouched for are there (${files[0]} …). A new one would begin the ` +
      `published record anew and drop the old one. ${restoring(folder, MANIFEST_FILE)}`,
  );
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
