import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { monthSchema } from '../core/month.ts';
import { entriesOf } from '../store/disk.ts';

/** Where the closed months of a content root are, a folder each. */
export function archivesIn(contentRoot: string): string {
  return path.join(contentRoot, 'generated', 'archive');
}

/** The months that are archived, oldest first. */
export async function archivedMonths(contentRoot: string): Promise<string[]> {
  const names = await namesIn(archivesIn(contentRoot));
  return names.filter((name) => monthSchema.safeParse(name).success).toSorted();
}

/** What is in a folder; nothing where there is none. */
export async function namesIn(folder: string): Promise<string[]> {
  return entriesOf(folder).map(({ name }) => name);
}

/** The SHA-256 and the length of a file, read as a stream. */
export async function hashOfFile(file: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
