import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A reproducible stream of choices. Integers only, so that every machine chooses the same. */
export interface Random {
  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True about `perMille` times in a thousand. */
  chance(perMille: number): boolean;
  /** One of the items. @throws RangeError where there are none */
  pick<T>(items: readonly T[]): T;
  /** An index, each as often as its weight (a positive integer) says. */
  weighted(weights: readonly number[]): number;
  bytes(length: number): Uint8Array;
  /** A version 4 UUID. */
  uuid(): string;
}

/** FNV-1a, 32 bits: enough to keep streams apart. */
function fold(text: string, start: number): number {
  let hash = start | 0;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/**
 * A stream of its own for each name, so that one noun of the history can change without
 * changing the others.
 */
export function createRandom(seed: number, stream: string): Random {
  const generator = xoroshiro128plus(fold(`${stream}/${seed}`, 0x811c9dc5));
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const bytes = (length: number) => Uint8Array.from({ length }, () => int(0, 255));

  return {
    int,
    bytes,
    chance: (perMille) => int(1, 1000) <= perMille,
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[int(0, items.length - 1)] as (typeof items)[number];
    },
    weighted(weights) {
      let left = int(
        1,
        weights.reduce((sum, weight) => sum + weight, 0),
      );
      return weights.findIndex((weight) => {
        left -= weight;
        return left <= 0;
      });
    },
    uuid() {
      const value = bytes(16);
      value[6] = ((value[6] ?? 0) & 0x0f) | 0x40;
      value[8] = ((value[8] ?? 0) & 0x3f) | 0x80;
      const hex = Buffer.from(value).toString('hex');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}
