import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Manifest } from '../ledger/manifest.ts';
import { snapshotFolder } from '../ledger/snapshot-folder.ts';
import { STATUS } from '../status/status-folder.ts';
import type { StatusManifest } from '../status/status-manifest.ts';
import { restoring, valueIn } from '../store/disk.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { AlteredFileError, type ContentFile } from '../store/unaltered.ts';
import { linesIn } from './gunzip.ts';

/** The published content that a month is archived from. */
export interface Source {
  readonly tpc: string;
  readonly status: string;
  /** Null while no snapshot was ever taken; the other while no check ever ran. */
  readonly manifest: Manifest | null;
  readonly statusManifest: StatusManifest | null;
}

/** @throws AlteredFileError when a manifest is none, or was lost */
export async function openSource(contentRoot: string): Promise<Source> {
  const folder = snapshotFolder('tpc');
  const tpc = openFolder(rootOf(contentRoot, folder), folder);
  const status = openFolder(rootOf(contentRoot, STATUS), STATUS);
  return { tpc: tpc.root, status: status.root, manifest: tpc.manifest, statusManifest: status.manifest };
}

/** The bytes of a content file as they come. @throws AlteredFileError at the end, or where there is no such file */
export async function* bytesOf(root: string, file: ContentFile): AsyncGenerator<Uint8Array> {
  if (!existsSync(path.join(root, file.path)))
    throw new AlteredFileError(`${file.path} is missing. ${restoring(path.join(root, file.path))}`);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path.join(root, file.path)) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') === file.sha256) return;
  throw new AlteredFileError(
    `${file.path} was changed by hand or damaged: its SHA-256 is not what the manifest says. ` +
      restoring(path.join(root, file.path)),
  );
}

/**
 * The rows of some content files, one after the other, none of them held: what is made of them counts only when
 * the last has come, because only then a file is known to be what the manifest says.
 */
export async function* rowsOf<Row>(
  root: string,
  files: readonly ContentFile[],
  schema: z.ZodType<Row>,
): AsyncGenerator<Row> {
  for (const file of files) {
    let at = 0;
    for await (const line of linesIn(bytesOf(root, file))) {
      at += 1;
      yield valueIn(schema, line, path.join(root, file.path), `${file.path}, line ${at}`);
    }
  }
}

/** Those files that hold the rows of a month: `batches/<hash>-2026-01.jsonl`, `days/<hash>-2026-01-daily.jsonl`. */
export function filesOfMonth(files: readonly ContentFile[], month: string, stem = ''): ContentFile[] {
  return files.filter(({ path: name }) => name.endsWith(`-${month}${stem}.jsonl`));
}
