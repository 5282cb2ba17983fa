import path from 'node:path';
import { bundlesOf } from '../log/bundle.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { hashLeaf, rootAt } from '../log/merkle.ts';
import { openCheckpoint, parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { parseNote } from '../log/signed-note.ts';
import {
  parseTilePath,
  readBundle,
  readTile,
  TILE_WIDTH,
  type Tile,
  tilePath,
  writeBundle,
} from '../log/tile.ts';
import { tileHashes } from '../log/tile-hashes.ts';
import { type TileFile, tilesOf } from '../log/tiling.ts';
import { sameBytes } from '../log/wire.ts';
import { bytesAt, filesIn } from '../store/disk.ts';

/**
 * The checkpoint that a copy keeps, which everything that is held is judged by. What disks do to it must not look like
 * something that the log did.
 *
 * @throws LogError `checkpoint` where its signature is false, or it is none
 */
export async function keptCheckpoint(note: string, policy: string, file: string): Promise<Checkpoint> {
  try {
    await openCheckpoint(note, { ...parsePolicy(policy), witnesses: [] });
  } catch (cause) {
    if (!(cause instanceof LogError)) throw cause;
    // Signed with a key that the policy does not name any more: it was verified when it was kept.
    if (cause.fault !== 'unsigned')
      throw new LogError(
        'checkpoint',
        `${file}, which is this copy's own, is broken on this disk (${cause.message})`,
        {
          cause,
        },
      );
  }
  return parseCheckpoint(parseNote(note).text);
}

/** The entries of a log, each bundle from the first of these folders that has it. @throws LogError `tile` */
export function* entriesOn(folders: readonly string[], size: bigint): Generator<Uint8Array, void, undefined> {
  for (const bundle of bundlesOf(size)) yield* readBundle(bundle, bundleIn(folders, bundle));
}

function bundleIn(folders: readonly string[], bundle: Tile): Uint8Array {
  for (const folder of folders) {
    const bytes = bytesAt(path.join(folder, tilePath(bundle)));
    if (bytes !== null) return bytes;
  }
  throw new LogError('tile', `${tilePath(bundle)} is missing`);
}

/** Whether these folders have the entries that were signed. */
export async function holds(
  folders: readonly string[],
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): Promise<boolean> {
  try {
    return sameBytes(await rootOf(entriesOn(folders, size), size), root);
  } catch (error) {
    if (error instanceof LogError && error.fault === 'tile') return false;
    throw error;
  }
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

/** The bundles of a copy that are not what its own tile of hashes beside them says; one of the two is broken. */
export function brokenBundles(folder: string, size: bigint): Tile[] {
  return [...bundlesOf(size)].filter((bundle) => {
    const [bytes, hashes] = [bundle, { ...bundle, level: 0 }].map((tile) =>
      bytesAt(path.join(folder, tilePath(tile))),
    );
    if (bytes == null) return false; // Not of this copy: it comes from the site.
    try {
      const told = readTile({ ...bundle, level: 0 }, hashes ?? new Uint8Array());
      return readBundle(bundle, bytes).some(
        (entry, at) => !sameBytes(hashLeaf(entry), told[at] as Uint8Array),
      );
    } catch (error) {
      if (error instanceof LogError) return true;
      throw error;
    }
  });
}

/**
 * What a tile must be that is made of the entries, and what each narrower one of earlier checkpoints must be that lies
 * beside it.
 */
export function* withNarrower(
  folder: string,
  { path: name, bytes }: TileFile,
): Generator<TileFile, void, undefined> {
  yield { path: name, bytes };
  const tile = parseTilePath(name);
  const parent = `${tilePath({ ...tile, width: TILE_WIDTH })}.p`;
  for (const width of filesIn(path.join(folder, parent))
    .map(Number)
    .filter((one) => one < tile.width)) {
    const cut =
      tile.level === 'entries'
        ? writeBundle(readBundle(tile, bytes).slice(0, width))
        : bytes.subarray(0, (bytes.length / tile.width) * width);
    yield { path: `${parent}/${width}`, bytes: cut };
  }
}
