import { type Bytes, concat, isSame, textOf } from './bytes.ts';
import { type Opened, openCheckpoint, type Policy, parsePolicy } from './checkpoint.ts';
import { withKeys } from './keys.ts';
import { isIncluded, leafHash, rootsAt } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import { type Entry, entryFaults, isRecordOf, parseEntry, parseProof, type Recorded } from './proof.ts';
import type { SiteFiles } from './site-files.ts';
import { type Found, type Judged, judge, judgeCheckpoint } from './statement.ts';
import { MOST_ENTRIES, readBundle, recordsPath, TILE_WIDTH, tilePath, tileWidths } from './tile.ts';

/** What a site serves of its log, up to its checkpoint. */
export interface SiteLog extends Opened {
  readonly policy: Policy;
  readonly entries: readonly Bytes[];
  readonly leaves: readonly Bytes[];
}

/** @throws Untold where there is no signed log, Wrong where it is not whole */
export async function readLog(site: SiteFiles, brought: string | null): Promise<SiteLog> {
  const note = await site.maybe('log/checkpoint');
  if (note === null) throw new Untold('no-log');
  const policy = await parsePolicy(brought ?? (await site.text('log/policy')));
  const opened = await openCheckpoint(textOf(note, 'log/checkpoint'), policy, 'log/checkpoint');
  if (opened.size > MOST_ENTRIES) throw new Wrong(`log/checkpoint: ${opened.size} entries`);
  const entries: Bytes[] = [];
  for (const [at, width] of tileWidths(Number(opened.size)).entries()) {
    const path = tilePath('entries', at, width);
    entries.push(...readBundle(await site.bytes(path), width, path));
  }
  const leaves: Bytes[] = [];
  for (const entry of entries) leaves.push(await leafHash(entry));
  // A site serves what is entered of its keys: one that nothing there introduces did not sign for this log.
  const isUnnamed = false;
  const keys = await site.maybe('log/keys');
  if (keys === null) return { ...opened, isUnnamed, policy, entries, leaves };
  const isEntry = async (index: number, entry: Bytes) => isSame(entries[index] ?? new Uint8Array(), entry);
  const all = await withKeys(policy, textOf(keys, 'log/keys'), isEntry);
  const seen = await openCheckpoint(textOf(note, 'log/checkpoint'), all, 'log/checkpoint');
  return { ...seen, isUnnamed, policy: all, entries, leaves };
}

export function entriesOf({ entries }: SiteLog): Entry[] {
  return entries.map((bytes, index) => parseEntry(textOf(bytes, `entry ${index}`), `entry ${index}`));
}

/** Who holds a site's log to be what, and the site against its log. */
export function judgeLog(
  site: SiteFiles,
  log: () => Promise<SiteLog>,
  brought: string | null,
): Promise<Judged>[] {
  return [
    ...judgeCheckpoint(log, brought),
    judge('entries', async (found) => {
      const entries = entriesOf(await log());
      found.faults.push(...entryFaults(entries));
      found.counted = entries.length;
    }),
    judge('tree', async (found) => {
      const { leaves, root } = await log();
      const grown = (await rootsAt(leaves, [leaves.length])).get(leaves.length);
      if (grown !== undefined && !isSame(grown, root)) found.faults.push('log/checkpoint');
      found.counted = leaves.length;
    }),
    judge('tiles', async (found) => judgeTiles(found, site, await log())),
    judge('records', async (found) => {
      for (const { entry, record, index } of await recordsOf(site, await log())) {
        if (!(await isRecordOf(entry, record)))
          found.faults.push(`record ${index}: ${entry.kind} ${entry.id}`);
        found.counted += 1;
      }
    }),
    judge('proofs', async (found) => judgeProofs(found, site, await log())),
  ];
}

/** The records that are published: a line for each entry, `null` where it is not any more. */
export async function recordsOf(site: SiteFiles, log: SiteLog): Promise<Recorded[]> {
  const records: string[] = [];
  for (const [at, width] of tileWidths(log.entries.length).entries()) {
    const lines = (await site.text(recordsPath(at))).split('\n');
    if (lines.pop() !== '' || lines.length < width) throw new Wrong(`${recordsPath(at)} is cut off`);
    records.push(...lines.slice(0, width));
  }
  return entriesOf(log).flatMap((entry, index) => {
    const record = records[index] ?? 'null';
    return record === 'null' ? [] : [{ index, entry, record }];
  });
}

async function judgeTiles(found: Found, site: SiteFiles, { leaves }: SiteLog): Promise<void> {
  let hashes = leaves;
  for (let level = 0; hashes.length > 0; level++) {
    const above: Bytes[] = [];
    for (const [at, width] of tileWidths(hashes.length).entries()) {
      const part = hashes.slice(at * TILE_WIDTH, at * TILE_WIDTH + width);
      const path = tilePath(level, at, width);
      const there = await site.maybe(path);
      if (there === null || !isSame(there, concat(...part))) found.faults.push(path);
      const root = (await rootsAt(part, [TILE_WIDTH])).get(TILE_WIDTH);
      if (root !== undefined) above.push(root);
      found.counted += 1;
    }
    hashes = above;
  }
}

/** The kinds that a proof stands for beside the log: against the first kept checkpoint that covers the entry. */
const PROVEN: readonly string[] = [
  ...['batch', 'lookup', 'incident-update', 'maintenance-update', 'report'],
  // What was found of a batch's transaction, and who was listed as the treasury's.
  ...['anchor', 'wallet'],
  // Who signs from when on.
  'key',
];

async function judgeProofs(found: Found, site: SiteFiles, log: SiteLog): Promise<void> {
  const proofs: { readonly path: string; readonly size: number; readonly root: Bytes }[] = [];
  const opened = new Map<string, Opened>(); // Many entries were first signed together.
  for (const [index, { kind }] of entriesOf(log).entries()) {
    if (!PROVEN.includes(kind)) continue;
    const path = `log/proof/${index}.tlog-proof`;
    const proof = parseProof(await site.text(path), path);
    const tree = opened.get(proof.checkpoint) ?? (await openCheckpoint(proof.checkpoint, log.policy, path));
    opened.set(proof.checkpoint, tree);
    const isOf = proof.index === BigInt(index) && tree.isSigned && tree.forged.length === 0;
    const leaf = log.leaves[index] as Bytes;
    if (!isOf || tree.size > log.size || !(await isIncluded(leaf, proof.index, tree, proof.hashes)))
      found.faults.push(path);
    proofs.push({ path, size: Number(tree.size), root: tree.root });
    found.counted += 1;
  }
  const sizes = proofs.map(({ size }) => size);
  const roots = await rootsAt(log.leaves, sizes);
  for (const { path, size, root } of proofs) {
    const grown = roots.get(size);
    if (grown === undefined || !isSame(grown, root)) found.faults.push(path);
  }
}
