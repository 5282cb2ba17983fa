import type { Bytes } from './bytes.ts';
import { Wrong } from './outcome.ts';

/** Hashes or entries a tile holds when it is full (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** More than any log of this kind has: so many are not asked for. */
export const MOST_ENTRIES = 100_000_000n;

/** `tile/<level>/x001/234`, and behind it `.p/<width>` where it is not full. */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  return `log/tile/${level}/${numberOf(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The records of a bundle's entries, a line each. */
export function recordsPath(index: number): string {
  return `log/records/${numberOf(index)}.jsonl`;
}

function numberOf(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** How much each tile holds of so many. */
export function tileWidths(count: number): number[] {
  return Array.from({ length: Math.ceil(count / TILE_WIDTH) }, (_, at) =>
    Math.min(TILE_WIDTH, count - at * TILE_WIDTH),
  );
}

/** Each entry behind its length as 16 bits. @throws Wrong */
export function readBundle(bytes: Bytes, width: number, path: string): Bytes[] {
  const entries: Bytes[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    entries.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at !== bytes.length || entries.length !== width) throw new Wrong(`${path} is cut off`);
  return entries;
}
