import { bundlesOf } from '../../log/bundle.ts';
import { hashesAt, TILE_WIDTH, tilePath } from '../../log/tile.ts';

/** Which files of a served log one run compares byte by byte. */
export interface Chosen {
  readonly paths: ReadonlySet<string>;
  /** How many files a log of this size has. */
  readonly all: number;
  /** After how many runs each of them was compared. */
  readonly rounds: number;
}

/** Of tiles of leaves and bundles of entries: the newest, which is where a log changes, in each run. */
const NEWEST = 256;
/** And so many of those before, others in each run. */
const IN_TURN = 512;

/**
 * All files of a log of up to 98,304 entries. Of a longer one every tile above the leaves (32 bytes for 256 entries, and
 * each says what the tile below it must be), the newest files, and in turn those before. `round` is the number of the run.
 */
export function chooseFiles(size: bigint, round: number): Chosen {
  const above = [...tilesAbove(size)];
  const below = [...bundlesOf(size)].flatMap((bundle) => [
    tilePath({ ...bundle, level: 0 }),
    tilePath(bundle),
  ]);
  const older = below.slice(0, Math.max(0, below.length - NEWEST));
  const rounds = Math.max(1, Math.ceil(older.length / IN_TURN));
  const start = (round % rounds) * IN_TURN;
  const paths = new Set([...above, ...below.slice(older.length), ...older.slice(start, start + IN_TURN)]);
  return { paths, all: above.length + below.length, rounds };
}

function* tilesAbove(size: bigint): Generator<string, void, undefined> {
  for (let level = 1; hashesAt(level, size) > 0n; level++) {
    const held = hashesAt(level, size);
    for (let at = 0n; at < held; at += BigInt(TILE_WIDTH)) {
      const left = Number(held - at);
      yield tilePath({ level, index: at / BigInt(TILE_WIDTH), width: Math.min(left, TILE_WIDTH) });
    }
  }
}
