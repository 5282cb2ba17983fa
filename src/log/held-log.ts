import type { Checkpoint } from './checkpoint.ts';
import { type HashReader, rootAt } from './merkle.ts';
import { tileHashes } from './tile-hashes.ts';
import { tilesOf } from './tiling.ts';
import { sameBytes } from './wire.ts';

/** A log whose entries are all at hand. */
export interface HeldLog {
  readonly entries: readonly Uint8Array[];
  readonly hashes: HashReader;
}

export function heldLog(entries: readonly Uint8Array[]): HeldLog {
  const tiles = new Map<string, Uint8Array>();
  for (const { path, bytes } of tilesOf(entries, []))
    if (!path.startsWith('tile/entries/')) tiles.set(path, bytes);
  return { entries, hashes: tileHashes(BigInt(entries.length), async (path) => tiles.get(path) ?? null) };
}

/** Whether a checkpoint is of the first entries of a log; `longer` where it is of more than there are. */
export async function beginsWith(
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
  { entries, hashes }: HeldLog,
): Promise<boolean | 'longer'> {
  if (size > BigInt(entries.length)) return 'longer';
  return sameBytes(await rootAt(size, hashes), root);
}
