import { type Bytes, isSame, textOf } from './bytes.ts';
import { NOBODY, openCheckpoint, type Policy, parsePolicy } from './checkpoint.ts';
import { keptIn } from './kept.ts';
import { withKeys } from './keys.ts';
import { edgeOf, leafHash, rootOf } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import type { Pieces } from './pasted.ts';
import { type ReadFile, SiteFiles } from './site-files.ts';
import { type Judged, judge } from './statement.ts';
import { MOST_ENTRIES, TILE_WIDTH, tilePath, tileWidths } from './tile.ts';

/**
 * Whether the checkpoints of what somebody kept are part of the history that a site serves now. Of a log of a million
 * entries this reads some 130 kB: the hashes of its full tiles, and the tiles in which each of them ends.
 */
export function judgeHistory(pieces: Pieces, read: ReadFile, brought: string | null): Promise<Judged> {
  return judge('history', async (found) => {
    const policy = brought ?? pieces.policy;
    if (policy === null) throw new Untold('no-policy');
    const site = new SiteFiles(read);
    const note = await site.maybe('log/checkpoint');
    if (note === null) throw new Untold('no-log');
    const open = (believed: Policy) =>
      openCheckpoint(textOf(note, 'log/checkpoint'), believed, 'log/checkpoint');
    const present = await open(await parsePolicy(policy));
    const kept = await Promise.all(
      keptIn(pieces).map((one) => openCheckpoint(one.note, NOBODY, 'checkpoint')),
    );
    const other = kept.find(({ origin }) => origin !== present.origin);
    if (other !== undefined) throw new Untold('other-log', `${other.origin}, ${present.origin}`);
    if (present.size > MOST_ENTRIES) throw new Wrong('log/checkpoint');
    const blocks: Bytes[] = [];
    for (const [at, width] of tileWidths(Number(present.size / BigInt(TILE_WIDTH))).entries())
      blocks.push(...(await hashesIn(site, 1, at, width)));
    const rest = await leavesIn(site, blocks, Number(present.size), Number(present.size));
    if (!(await makes(blocks, rest, present.root))) throw new Wrong('log/tile');
    // By now the hashes are those of the tree: a key is believed where the key before introduced it in an entry of that.
    const isEntry = async (index: number, entry: Bytes) => {
      const size = Math.min(Math.floor(index / TILE_WIDTH + 1) * TILE_WIDTH, Number(present.size));
      const block = size < index ? [] : await leavesIn(site, blocks, size, Number(present.size));
      return isSame(block[index % TILE_WIDTH] ?? new Uint8Array(), await leafHash(entry));
    };
    const keys = await site.maybe('log/keys');
    const all = await withKeys(
      await parsePolicy(policy),
      keys === null ? '' : textOf(keys, 'log/keys'),
      isEntry,
    );
    const { isSigned, isStrange, forged } = await open(all);
    if (isStrange && forged.length === 0) throw new Untold('strange-key', present.origin);
    if (!isSigned || forged.length > 0) throw new Wrong('log/checkpoint');
    for (const one of kept) {
      const size = Number(one.size);
      if (one.size > present.size) throw new Wrong(`log/checkpoint: ${present.size} < ${size}`);
      if (size === 0) {
        found.counted += 1; // Every history begins with nothing.
        continue;
      }
      const before = await leavesIn(site, blocks, size, Number(present.size));
      const isPart = await makes(blocks.slice(0, Math.floor(size / TILE_WIDTH)), before, one.root);
      if (!isPart) found.faults.push(`log/checkpoint: ${size}`);
      found.counted += 1;
    }
  });
}

/** The hashes of the leaves behind the last full block of a tree of `size`, which the tree of now holds just so. */
async function leavesIn(
  site: SiteFiles,
  blocks: readonly Bytes[],
  size: number,
  now: number,
): Promise<Bytes[]> {
  const [block, width] = [Math.floor(size / TILE_WIDTH), size % TILE_WIDTH];
  if (width === 0) return [];
  const root = blocks[block];
  const hashes = await hashesIn(site, 0, block, root === undefined ? now % TILE_WIDTH : TILE_WIDTH);
  if (root !== undefined && !isSame(await rootOf(await edgeOf(hashes)), root))
    throw new Wrong(tilePath(0, block, TILE_WIDTH));
  return hashes.slice(0, width);
}

async function makes(blocks: readonly Bytes[], leaves: readonly Bytes[], root: Bytes): Promise<boolean> {
  const edge = [...(await edgeOf(blocks)), ...(await edgeOf(leaves))];
  return edge.length > 0 && isSame(await rootOf(edge), root);
}

async function hashesIn(site: SiteFiles, level: number, index: number, width: number): Promise<Bytes[]> {
  const path = tilePath(level, index, width);
  const bytes = await site.bytes(path);
  if (bytes.length !== width * 32) throw new Wrong(path);
  return Array.from({ length: width }, (_, at) => bytes.slice(at * 32, at * 32 + 32));
}
