import path from 'node:path';
import type { ArchivePackage, ArchiveResource } from '../reports/model/archive.ts';
import { BadTextError, fileChunks, inflated } from './gunzip.ts';

/** What looks into the files of an archive is given this. */
export interface VerifyContext {
  readonly folder: string;
  readonly described: ArchivePackage;
  /** The files that fit their checksum: only into these it is worth to look. */
  readonly good: ReadonlySet<string>;
  readonly say: (file: string, reason: string) => void;
}

/** The text of a resource as it comes, at most as long as the data package says. */
export function textBytes({ folder }: VerifyContext, resource: ArchiveResource): AsyncGenerator<Uint8Array> {
  return inflated(fileChunks(path.join(folder, resource.path)), resource.text_bytes);
}

/** A resource by its name, if its file fits its checksum. */
export function goodResource({ described, good }: VerifyContext, name: string): ArchiveResource | null {
  const resource = described.resources.find((one) => one.name === name);
  return resource !== undefined && good.has(resource.path) ? resource : null;
}

/** Runs a look into a file; what is no text of the expected form is a problem of that file. */
export async function looking(
  { say }: VerifyContext,
  { path: file }: ArchiveResource,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BadTextError || error instanceof SyntaxError || error instanceof TypeError))
      throw error;
    say(file, error.message);
  }
}
