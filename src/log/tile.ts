import { concatBytes } from '@noble/hashes/utils.js';
import { HASH_BYTES, type Hash } from './merkle.ts';
import { LogError } from './refusal.ts';
import { MAX_COUNT, readCount } from './wire.ts';

/** 256 hashes of one level, or the 256 entries beneath them: what a log serves (C2SP tlog-tiles). */
export interface Tile {
  /** 0 holds hashes of leaves; each level above, roots of full tiles of the one below. */
  readonly level: number | 'entries';
  readonly index: bigint;
  /** How many it holds: 256, or fewer at the right edge of a tree. */
  readonly width: number;
}

/** How many levels of the tree a tile spans, and so how wide it is. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 1 << TILE_HEIGHT;
/** Bytes: its length stands before it as 16 bits. */
export const LONGEST_ENTRY = 65_535;

/** How many hashes there are at a level of tiles in a tree of so many leaves. */
export function hashesAt(level: number, size: bigint): bigint {
  return size >> BigInt(TILE_HEIGHT * level);
}

/** Below the log's prefix: `tile/0/x001/x234/067`, `tile/entries/000.p/7`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/**
 * The tile at an address, in the one way it is written.
 *
 * @throws LogError `tile`
 */
export function parseTilePath(path: string): Tile {
  const [, level = '', number = '', width = String(TILE_WIDTH)] =
    /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const index = readCount(number.replaceAll(/[x/]/g, '').replace(/^0+(?=\d)/, ''));
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: index ?? MAX_COUNT,
    width: Number(width),
  };
  if (
    index === null ||
    Number(level) > 63 ||
    tile.width > TILE_WIDTH ||
    tile.width < 1 ||
    tilePath(tile) !== path
  )
    throw new LogError('tile', `no address of a tile: ${JSON.stringify(path)}`);
  return tile;
}

/** The hashes a tile holds. @throws LogError `tile` when they are not as many as its address says */
export function readTile(tile: Tile, bytes: Uint8Array): Hash[] {
  if (bytes.length !== tile.width * HASH_BYTES)
    throw new LogError('tile', `${tilePath(tile)} has ${bytes.length} bytes`);
  return Array.from({ length: tile.width }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** Each entry behind its length as 16 bits. @throws LogError `entry` when one is longer than that can say */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new LogError('entry', `it has ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle. @throws LogError `tile` when they are not as many as its address says */
export function readBundle(tile: Tile, bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at !== bytes.length || entries.length !== tile.width)
    throw new LogError('tile', `${tilePath(tile)} is cut off, or holds other than ${tile.width} entries`);
  return entries;
}
