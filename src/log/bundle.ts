import { LogError } from './refusal.ts';
import { hashesAt, readBundle, TILE_WIDTH, type Tile, tilePath } from './tile.ts';
import type { FileReader } from './tile-hashes.ts';

/** The bundles that hold the entries of a log of this size. */
export function* bundlesOf(size: bigint): Generator<Tile, void, undefined> {
  for (let index = 0n; index < hashesAt(1, size); index++)
    yield { level: 'entries', index, width: TILE_WIDTH };
  const left = Number(size % BigInt(TILE_WIDTH));
  if (left > 0) yield { level: 'entries', index: hashesAt(1, size), width: left };
}

/**
 * The entries of a bundle of a log. Once a bundle is full, a log need not keep it as it was before: the full one begins
 * with the same entries.
 *
 * @throws LogError `tile`
 */
export async function entriesIn(bundle: Tile, read: FileReader): Promise<Uint8Array[]> {
  for (const width of new Set([bundle.width, TILE_WIDTH])) {
    const bytes = await read(tilePath({ ...bundle, width }));
    if (bytes !== null) return readBundle({ ...bundle, width }, bytes).slice(0, bundle.width);
  }
  throw new LogError('tile', `${tilePath(bundle)} is missing`);
}
