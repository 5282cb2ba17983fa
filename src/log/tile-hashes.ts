import { completeRoot, type Hash, type HashReader, type Subtree } from './merkle.ts';
import { LogError } from './refusal.ts';
import { hashesAt, readTile, TILE_HEIGHT, TILE_WIDTH, type Tile, tilePath } from './tile.ts';

/** The bytes at a path below a log's prefix; null where nothing is there. */
export type FileReader = (path: string) => Promise<Uint8Array | null>;

/**
 * The hashes of a tree of `size` leaves from the tiles that hold them, each read once. Nothing vouches for a tile:
 * what is made of these hashes counts once it is verified against a signed root.
 */
export function tileHashes(size: bigint, read: FileReader): HashReader {
  const tiles = new Map<string, Promise<Hash[]>>();
  const hashesOf = (tile: Tile) => {
    const path = tilePath(tile);
    const known = tiles.get(path) ?? hashesIn(tile, read);
    tiles.set(path, known);
    return known;
  };
  return (subtrees) =>
    Promise.all(
      subtrees.map(async (subtree) => {
        const { tile, start, end } = placeOf(subtree, size);
        return completeRoot((await hashesOf(tile)).slice(start, end));
      }),
    );
}

/** Once a tile is full, a log need not keep it as it was before: the full one begins with the same hashes. */
async function hashesIn(tile: Tile, read: FileReader): Promise<Hash[]> {
  for (const width of new Set([tile.width, TILE_WIDTH])) {
    const bytes = await read(tilePath({ ...tile, width }));
    if (bytes !== null) return readTile({ ...tile, width }, bytes);
  }
  throw new LogError('tile', `${tilePath(tile)} is missing`);
}

/** The tile that holds a complete subtree in a tree of `size` leaves, and which of its hashes are its leaves. */
function placeOf({ level, index }: Subtree, size: bigint): { tile: Tile; start: number; end: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 1 << (level % TILE_HEIGHT);
  const first = index * BigInt(count);
  const tileIndex = first / BigInt(TILE_WIDTH);
  const start = Number(first % BigInt(TILE_WIDTH));
  const held = hashesAt(tileLevel, size) - tileIndex * BigInt(TILE_WIDTH);
  const width = held < BigInt(TILE_WIDTH) ? Number(held) : TILE_WIDTH;
  return { tile: { level: tileLevel, index: tileIndex, width }, start, end: start + count };
}
