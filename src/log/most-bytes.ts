import { HASH_BYTES } from './merkle.ts';
import { MOST_OF_A_NOTE } from './signed-note.ts';
import { LONGEST_ENTRY, TILE_WIDTH } from './tile.ts';

/** Bytes of text that people or keys make, of which a log has few lines: a policy, the list of keys. */
const FEW_LINES = 1_000_000;
/** A record for each entry of a bundle, of which one of people's words has 100,000 characters at most. */
const RECORDS = 64 * 1024 * 1024;
/** Everything of one batch or update, each with its record and its proof. */
const PROOFS = 16 * 1024 * 1024;

/** Each kind of file of a log, and how many bytes it can have. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/^tile\/entries\//, TILE_WIDTH * (2 + LONGEST_ENTRY)],
  [/^tile\//, TILE_WIDTH * HASH_BYTES],
  [/^records\//, RECORDS],
  [/^proof\/.*\.tlog-proof$/, FEW_LINES + MOST_OF_A_NOTE],
  [/^proof\//, PROOFS],
  [/^checkpoint$/, MOST_OF_A_NOTE],
];

/** More bytes than this no file of a log has at this path below its prefix: whoever sends more sends something else. */
export function mostBytesOf(path: string): number {
  return KINDS.find(([kind]) => kind.test(path))?.[1] ?? FEW_LINES;
}
