import { concatBytes } from '@noble/hashes/utils.js';
import { completeRoot, type Hash, hashLeaf } from './merkle.ts';
import { hashesAt, TILE_WIDTH, type Tile, tilePath, writeBundle } from './tile.ts';

/** A file of a log, its path below the log's prefix. */
export interface TileFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Every tile and bundle of a log, from its entries alone, while no more of them is held than one tile a level. Of
 * the tiles that are not full yet, each width that a checkpoint needs is among them: `sizes` are those of the
 * checkpoints that were published, and the number of entries counts as one.
 */
export function* tilesOf(
  entries: Iterable<Uint8Array>,
  sizes: Iterable<bigint>,
): Generator<TileFile, void, undefined> {
  const levels: Hash[][] = [];
  let bundle: Uint8Array[] = [];
  let size = 0n;
  for (const entry of entries) {
    bundle.push(entry);
    yield* add(levels, 0, hashLeaf(entry), size);
    size++;
    if (bundle.length < TILE_WIDTH) continue;
    yield bundleFile(bundle, size, TILE_WIDTH);
    bundle = [];
  }
  const published = [...sizes, size].filter((one) => one <= size);
  for (const [level, hashes] of levels.entries())
    for (const width of widths(level, hashes.length, published, size)) {
      yield tileFile(level, hashes, size, width);
      if (level === 0) yield bundleFile(bundle, size, width);
    }
}

/** Adds the next hash of a level; a tile that it fills is out, and its root the next hash of the level above. */
function* add(
  levels: Hash[][],
  level: number,
  hash: Hash,
  leaf: bigint,
): Generator<TileFile, void, undefined> {
  const hashes = levels[level] ?? [];
  levels[level] = hashes;
  hashes.push(hash);
  if (hashes.length < TILE_WIDTH) return;
  yield tileFile(level, hashes, leaf + 1n, TILE_WIDTH);
  levels[level] = [];
  yield* add(levels, level + 1, completeRoot(hashes), leaf);
}

/** How wide the last tile of a level was at each published size, of the `held` hashes that it has now. */
function widths(level: number, held: number, published: readonly bigint[], size: bigint): Set<number> {
  const start = hashesAt(level, size) - BigInt(held);
  const then = published.map((one) => Number(hashesAt(level, one) - start));
  return new Set(then.filter((width) => width > 0));
}

/** The tile that is the last of its level in a tree of `size` leaves, or as much of it as there was. */
function tileFile(level: number, hashes: readonly Hash[], size: bigint, width: number): TileFile {
  const tile = lastTile(level, hashesAt(level, size), hashes.length, width);
  return { path: tilePath(tile), bytes: concatBytes(...hashes.slice(0, width)) };
}

function bundleFile(entries: readonly Uint8Array[], size: bigint, width: number): TileFile {
  const tile = lastTile('entries', size, entries.length, width);
  return { path: tilePath(tile), bytes: writeBundle(entries.slice(0, width)) };
}

function lastTile(level: Tile['level'], count: bigint, held: number, width: number): Tile {
  return { level, index: (count - BigInt(held)) / BigInt(TILE_WIDTH), width };
}
