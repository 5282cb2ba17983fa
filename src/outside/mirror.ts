import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundlesOf, entriesIn } from '../log/bundle.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { follow } from '../log/follow.ts';
import { rootAt } from '../log/merkle.ts';
import { LogError } from '../log/refusal.ts';
import { parseNote } from '../log/signed-note.ts';
import { readBundle, type Tile, tilePath, writeBundle } from '../log/tile.ts';
import { type FileReader, tileHashes } from '../log/tile-hashes.ts';
import { tilesOf } from '../log/tiling.ts';
import { sameBytes, toBase64, utf8Text } from '../log/wire.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { bytesAt, isThere, textAt } from '../store/disk.ts';

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
}

/** Where bundles lie until they are known to be those that were signed. */
const INCOMING = '.incoming';

/**
 * Brings a copy of a log to what its site serves now. Of the site it takes the checkpoint and entries that it has not yet;
 * tiles it makes itself, and it keeps nothing before the root of all its entries is the one that was signed. The folder
 * can be served as it is.
 *
 * @throws LogError where nothing can be said, and nothing was kept; `root` when the entries are not those that were signed
 */
export async function mirror(read: FileReader, folder: string): Promise<Mirrored> {
  const keptNote = textAt(path.join(folder, 'checkpoint'));
  const policy = textAt(path.join(folder, 'policy')) ?? utf8Text((await read('policy')) ?? '') ?? '';
  const { course, seen, note, policy: next } = await follow(keptNote, read, policy);
  const { origin, size, root } = seen.checkpoint;
  const kept = keptNote === null ? null : parseCheckpoint(parseNote(keptNote).text);
  const told: Mirrored = {
    course,
    ...{ origin, size, root: toBase64(root) },
    before: kept?.size ?? 0n,
    rootBefore: kept === null ? null : toBase64(kept.root),
  };
  if (course === 'fork' || course === 'rollback') return told;

  const incoming = path.join(folder, INCOMING);
  await rm(incoming, { recursive: true, force: true }); // Of a run that was killed.
  for (const bundle of bundlesOf(size)) {
    const name = tilePath(bundle);
    if (isThere(path.join(folder, name))) continue;
    await write(incoming, name, writeBundle(await entriesIn(bundle, read)));
  }
  const entries = () => entriesOn([incoming, folder], size);
  if (!sameBytes(await rootOf(entries(), size), root))
    throw new LogError('root', `the ${size} entries are not those that were signed`);

  for (const { path: name, bytes } of tilesOf(entries(), []))
    if (!isThere(path.join(folder, name))) await write(folder, name, bytes);
  const keys = await read('keys');
  if (keys !== null) await write(folder, 'keys', keys);
  await write(folder, 'policy', next);
  await write(folder, 'checkpoint', note);
  await rm(incoming, { recursive: true, force: true });
  return told;
}

/** Of a whole log: of its tiles, only those at its right edge are held. */
async function rootOf(entries: Iterable<Uint8Array>, size: bigint): Promise<Uint8Array> {
  const edge = new Map<string, Uint8Array>();
  for (const { path: name, bytes } of tilesOf(entries, [])) if (name.includes('.p/')) edge.set(name, bytes);
  return rootAt(
    size,
    tileHashes(size, async (name) => edge.get(name) ?? null),
  );
}

function* entriesOn(folders: readonly string[], size: bigint): Generator<Uint8Array, void, undefined> {
  for (const bundle of bundlesOf(size)) yield* readBundle(bundle, bundleIn(folders, bundle));
}

function bundleIn(folders: readonly string[], bundle: Tile): Uint8Array {
  for (const folder of folders) {
    const bytes = bytesAt(path.join(folder, tilePath(bundle)));
    if (bytes !== null) return bytes;
  }
  throw new LogError('tile', `${tilePath(bundle)} is missing`);
}

async function write(folder: string, name: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeAtomically(path.join(folder, name), bytes);
}
