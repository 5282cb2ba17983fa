import { bundlesOf, entriesIn } from './bundle.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { assertFollows, ENTRY_KINDS, type Entry, parseEntry } from './entry.ts';
import { faultsOfProofs, faultsOfRecords } from './fsck-served.ts';
import { parseKeys } from './key-change.ts';
import { openSigned } from './key-terms.ts';
import { rootAt } from './merkle.ts';
import type { Policy, SeenCheckpoint } from './policy.ts';
import { LogError } from './refusal.ts';
import { parseNote } from './signed-note.ts';
import { hashesAt, parseTilePath, TILE_WIDTH, type Tile } from './tile.ts';
import { type FileReader, tileHashes } from './tile-hashes.ts';
import { tilesOf } from './tiling.ts';
import { sameBytes, toBase64, utf8Bytes } from './wire.ts';

/** What a whole log looked like to somebody who made it anew from its entries. */
export interface Inspection {
  readonly seen: SeenCheckpoint;
  /** Everything that is not as its entries and its checkpoint say: none where the log is whole. */
  readonly faults: readonly LogError[];
}

/**
 * Reads every entry that a served log holds up to its checkpoint, makes its tiles and its root anew, and compares; the
 * proofs and records that are served beside it are held against its entries. It
 * believes the policy and nothing else.
 *
 * @throws LogError where there is nothing to compare with: no checkpoint that counts, or a bundle that can not be read
 */
export async function fsck(read: FileReader, policy: Policy): Promise<Inspection> {
  const note = await read('checkpoint');
  if (note === null) throw new LogError('checkpoint', 'it is missing');
  const there = parseCheckpoint(parseNote(note).text).size;
  const keys = (await parseKeys(await read('keys'))).filter(({ index }) => index < there);
  const seen = await openSigned(note, policy, keys);
  const { size, root } = seen.checkpoint;
  const entries: Uint8Array[] = [];
  for (const bundle of bundlesOf(size)) entries.push(...(await entriesIn(bundle, read)));

  const faults = [
    ...faultsOfEntries(entries),
    ...(await faultsOfProofs(entries, read, policy, keys)),
    ...(await faultsOfRecords(entries, read)),
  ];
  for (const { entry, index } of keys)
    if (!sameBytes(entries[Number(index)] as Uint8Array, utf8Bytes(entry)))
      faults.push(new LogError('inclusion', `entry ${index} is not what keys says of it`));
  const made = new Map<string, Uint8Array>();
  const sizes = entries.map((_, at) => BigInt(at)); // Each of them may have had a checkpoint.
  for (const { path, bytes } of tilesOf(entries, sizes)) {
    made.set(path, bytes);
    const there = await read(path);
    if (there === null) {
      if (isNeeded(parseTilePath(path), size)) faults.push(new LogError('tile', `${path} is missing`));
    } else if (!sameBytes(there, bytes))
      faults.push(new LogError('tile', `${path} is not what its entries make`));
  }
  const grown = await rootAt(
    size,
    tileHashes(size, async (path) => made.get(path) ?? null),
  );
  if (!sameBytes(grown, root))
    faults.push(
      new LogError('root', `the entries have the root ${toBase64(grown)}, the checkpoint ${toBase64(root)}`),
    );
  return { seen, faults };
}

/** Each entry on its own, in time behind the one before it, and of an identity that can be entered again. */
function faultsOfEntries(entries: readonly Uint8Array[]): LogError[] {
  const faults: LogError[] = [];
  const entered = new Set<string>();
  let previous: Entry | null = null;
  for (const [index, bytes] of entries.entries()) {
    try {
      const entry = parseEntry(bytes);
      if (previous !== null) assertFollows(previous, entry);
      const identity = `${entry.kind} ${entry.id}`;
      if (ENTRY_KINDS[entry.kind] === 'once' && entered.has(identity))
        throw new LogError('order', `${identity} is entered a second time`);
      entered.add(identity);
      previous = entry;
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      faults.push(new LogError(error.fault, `entry ${index}: ${error.reason}`, { cause: error }));
    }
  }
  return faults;
}

/** Whether a tree of this size has this tile: narrower ones belong to checkpoints before. */
function isNeeded({ level, width }: Tile, size: bigint): boolean {
  const held = hashesAt(level === 'entries' ? 0 : level, size);
  return width === TILE_WIDTH || width === Number(held % BigInt(TILE_WIDTH));
}
