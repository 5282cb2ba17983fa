import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type HashReader, rootAt } from '../log/merkle.ts';
import { type FileReader, tileHashes } from '../log/tile-hashes.ts';
import { tilesOf } from '../log/tiling.ts';

/** A log as a folder of tiles in memory, of which a checkpoint was published at every size. */
export interface TiledLog {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly read: FileReader;
  readonly hashes: (size: bigint) => HashReader;
  readonly root: (size: bigint) => Promise<Uint8Array>;
}

export function tiledLog(entries: readonly Uint8Array[]): TiledLog {
  const sizes = entries.map((_, at) => BigInt(at));
  const files = new Map<string, Uint8Array>();
  for (const { path, bytes } of tilesOf(entries, sizes)) files.set(path, bytes);
  const read: FileReader = async (path) => files.get(path) ?? null;
  const hashes = (size: bigint) => tileHashes(size, read);
  return { files, read, hashes, root: (size) => rootAt(size, hashes(size)) };
}

/** The texts 0, 1, 2 … as bytes. */
export function numbered(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => utf8ToBytes(String(at)));
}

/** The same bytes with one bit of them turned. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}
