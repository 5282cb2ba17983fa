import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundlesOf, entriesIn } from '../log/bundle.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { follow } from '../log/follow.ts';
import { LogError } from '../log/refusal.ts';
import { type Tile, tilePath, writeBundle } from '../log/tile.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { tilesOf } from '../log/tiling.ts';
import { sameBytes, toBase64, utf8Text } from '../log/wire.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { bytesAt, isThere, textAt } from '../store/disk.ts';
import { brokenBundles, entriesOn, holds, keptCheckpoint, withNarrower } from './mirror-disk.ts';

/** What became of a copy of a log. */
export interface Mirrored {
  /** `first`, `same`, `grown`: the copy is what was signed. `fork`, `rollback`: the copy stayed as it was. */
  readonly course: 'first' | 'same' | 'grown' | 'fork' | 'rollback';
  readonly origin: string;
  readonly size: bigint;
  /** As checkpoints have it, of what is shown, and of what the copy had: null where there was none. */
  readonly root: string;
  readonly rootBefore: string | null;
  /** How many entries the copy had. */
  readonly before: bigint;
  /** Files of the copy that were not what was signed any more, and are again. */
  readonly mended: readonly string[];
}

/** Where bundles lie until they are known to be those that were signed. */
const INCOMING = '.incoming';

/**
 * Brings a copy of a log to what its site serves now. Of the site it takes the checkpoint and entries that it has not yet;
 * tiles it makes itself, and it keeps nothing before the root of all its entries is the one that was signed. What it holds it
 * verifies each time: what its disk broke is fetched or made anew. The folder can be served as it is.
 *
 * @throws LogError where nothing can be said, and nothing was kept; `root` when the entries that the site serves are not those
 *   that were signed, or the copy's own are not and could not be fetched anew: it says whose
 */
export async function mirror(read: FileReader, folder: string): Promise<Mirrored> {
  const noteFile = path.join(folder, 'checkpoint');
  const keptNote = textAt(noteFile);
  const policy = textAt(path.join(folder, 'policy')) ?? utf8Text((await read('policy')) ?? '') ?? '';
  const kept = keptNote === null ? null : await keptCheckpoint(keptNote, policy, noteFile);
  const { course, seen, note, policy: next } = await follow(keptNote, read, policy);
  const { origin, size, root } = seen.checkpoint;
  const told = {
    course,
    ...{ origin, size, root: toBase64(root) },
    before: kept?.size ?? 0n,
    rootBefore: kept === null ? null : toBase64(kept.root),
  };
  if (course === 'fork' || course === 'rollback') return { ...told, mended: [] };

  const incoming = path.join(folder, INCOMING);
  await rm(incoming, { recursive: true, force: true }); // Of a run that was killed.
  for (const bundle of bundlesOf(size))
    if (!isThere(path.join(folder, tilePath(bundle)))) await fetchTo(incoming, bundle, read);
  if (!(await holds([incoming, folder], { size, root })))
    await fetchBroken(read, folder, seen.checkpoint, kept);

  const mended: string[] = [];
  for (const made of tilesOf(entriesOn([incoming, folder], size), []))
    for (const { path: name, bytes } of withNarrower(folder, made)) {
      const held = bytesAt(path.join(folder, name));
      if (held !== null && sameBytes(held, bytes)) continue;
      if (held !== null) mended.push(name);
      await write(folder, name, bytes);
    }
  const keys = await read('keys');
  if (keys !== null) await write(folder, 'keys', keys);
  await write(folder, 'policy', next);
  await write(folder, 'checkpoint', note);
  await rm(incoming, { recursive: true, force: true });
  return { ...told, mended };
}

/**
 * Fetches anew what the copy holds and its disk broke: first what its own hashes speak against, then all of it.
 *
 * @throws LogError `root` where the copy is whole, so that it is the site whose entries are not those that were signed; or
 *   where the site does not have what is broken here
 */
async function fetchBroken(
  read: FileReader,
  folder: string,
  { size, root }: Checkpoint,
  kept: Checkpoint | null,
): Promise<void> {
  const incoming = path.join(folder, INCOMING);
  if (kept === null || (await holds([folder], kept)))
    throw new LogError('root', `the ${size} entries that the site serves are not those that were signed`);
  const suspects = brokenBundles(folder, size);
  for (const bundles of [suspects, [...bundlesOf(size)]]) {
    for (const bundle of bundles) await fetchTo(incoming, bundle, read);
    if (await holds([incoming, folder], { size, root })) return;
  }
  throw new LogError(
    'root',
    `what ${folder} holds of ${kept.size} entries is broken on this disk, and the site does not serve those that were signed`,
  );
}

async function fetchTo(incoming: string, bundle: Tile, read: FileReader): Promise<void> {
  await write(incoming, tilePath(bundle), writeBundle(await entriesIn(bundle, read)));
}

async function write(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeAtomically(path.join(folder, name), bytes);
}
