import { type Hash, type HashReader, hashNode, type Subtree } from './merkle.ts';
import { LogError } from './refusal.ts';
import { hashesAt, readTile, TILE_HEIGHT, TILE_WIDTH, type Tile, tilePath } from './tile.ts';

/** The bytes at a path below a log's prefix; null where nothing is there. */
export type FileReader = (path: string) => Promise<Uint8Array | null>;

/**
 * The hashes of a tree of `size` leaves from the tiles that hold them, each read once. Nothing vouches for a tile:
 * what is made of these hashes counts once it is verified against a signed root.
 */
export function tileHashes(size: bigint, read: FileReader): HashReader {
  const tiles = new Map<string, Promise<Hash[][]>>();
  const rowsOf = (tile: Tile) => {
    const path = tilePath(tile);
    const known = tiles.get(path) ?? hashesIn(tile, read).then(rowsAbove);
    tiles.set(path, known);
    return known;
  };
  return (subtrees) =>
    Promise.all(
      subtrees.map(async (subtree) => {
        const { tile, row, at } = placeOf(subtree, size);
        return (await rowsOf(tile))[row]?.[at] as Hash;
      }),
    );
}

/** The hashes of a tile, and above them those of every complete subtree within it, each row half as long. */
function rowsAbove(hashes: Hash[]): Hash[][] {
  const rows = [hashes];
  for (let row = hashes; row.length > 1; rows.push(row)) {
    const below = row;
    row = Array.from({ length: below.length >> 1 }, (_, at) =>
      hashNode(below[2 * at] as Hash, below[2 * at + 1] as Hash),
    );
  }
  return rows;
}

/** Once a tile is full, a log need not keep it as it was before: the full one begins with the same hashes. */
async function hashesIn(tile: Tile, read: FileReader): Promise<Hash[]> {
  for (const width of new Set([tile.width, TILE_WIDTH])) {
    const bytes = await read(tilePath({ ...tile, width }));
    if (bytes !== null) return readTile({ ...tile, width }, bytes);
  }
  throw new LogError('tile', `${tilePath(tile)} is missing`);
}

/** The tile that holds a complete subtree in a tree of `size` leaves, and where above its hashes the root of that stands. */
function placeOf({ level, index }: Subtree, size: bigint): { tile: Tile; row: number; at: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const row = level % TILE_HEIGHT;
  const width = BigInt(TILE_WIDTH >> row);
  const tileIndex = index / width;
  const held = hashesAt(tileLevel, size) - tileIndex * BigInt(TILE_WIDTH);
  const tile = {
    level: tileLevel,
    index: tileIndex,
    width: held < BigInt(TILE_WIDTH) ? Number(held) : TILE_WIDTH,
  };
  return { tile, row, at: Number(index % width) };
}
