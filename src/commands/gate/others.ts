import pLimit from 'p-limit';
import { sha256Hex } from '../../core/canonical.ts';
import { type Checkpoint, parseCheckpoint } from '../../log/checkpoint.ts';
import { beginsWith, type HeldLog } from '../../log/held-log.ts';
import { httpLog } from '../../log/http-log.ts';
import { openCheckpoint, type Policy } from '../../log/policy.ts';
import { LogError } from '../../log/refusal.ts';
import { parseNote } from '../../log/signed-note.ts';
import { readBundle, TILE_WIDTH, tilePath } from '../../log/tile.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import { tilesOf } from '../../log/tiling.ts';
import { sameBytes } from '../../log/wire.ts';

/** What a log is held against, and what came of it. */
export type Compared =
  /** This log begins with what was seen there. */
  | { readonly verdict: 'same' | 'grown'; readonly where: string; readonly size: bigint }
  /** It does not: fewer entries, or others, of which `entry` is the first where that can be told. */
  | {
      readonly verdict: 'shrunk' | 'forked';
      readonly where: string;
      readonly size: bigint;
      readonly entry: bigint | null;
    }
  /** What is served there is not what its entries make, or is signed by another. */
  | { readonly verdict: 'altered'; readonly where: string; readonly what: string }
  /** There is nothing (yet), or it does not answer. */
  | { readonly verdict: 'nothing' | 'silent'; readonly where: string };

/** At most so many files of a live site are compared, the newest first: of those before, the root vouches for the entries. */
const MOST_TILES = 512;
const AT_ONCE = 8;

/** Holds a log against what a live site serves of it, below `site`: its checkpoint, and byte by byte its tiles and entries. */
export async function compareSite(site: URL, log: HeldLog, policy: Policy | null): Promise<Compared> {
  const where = site.href;
  const read = httpLog(site);
  try {
    const note = await read('checkpoint');
    if (note === null) return { verdict: 'nothing', where };
    const { checkpoint } =
      policy === null
        ? { checkpoint: parseCheckpoint(parseNote(note).text) }
        : await openCheckpoint(note, policy);
    const compared = await compareCheckpoint(where, checkpoint, log);
    if (compared.verdict === 'forked')
      return { ...compared, entry: await firstOther(log, checkpoint.size, read) };
    if (compared.verdict === 'shrunk') return compared;
    const made = [...tilesOf(log.entries.slice(0, Number(checkpoint.size)), [])]
      .toReversed()
      .slice(0, MOST_TILES);
    const limit = pLimit(AT_ONCE);
    const served = await Promise.all(made.map(({ path }) => limit(() => read(path))));
    const other = made.find(({ bytes }, at) => !isSame(served[at] ?? null, bytes));
    return other === undefined ? compared : { verdict: 'altered', where, what: other.path };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    if (error.fault === 'unreachable') return { verdict: 'silent', where };
    return { verdict: 'altered', where, what: error.message };
  }
}

/**
 * Holds a log against what a witness has seen last (the monitor's address of C2SP tlog-witness). What this log did not sign
 * says nothing against it: whoever answers under that address could have made it up.
 */
export async function compareWitness(
  { name, url }: Policy['witnesses'][number],
  policy: Policy,
  log: HeldLog,
): Promise<Compared> {
  if (url === null) return { verdict: 'silent', where: name };
  try {
    const prefix = url.endsWith('/') ? url : `${url}/`;
    const origin = sha256Hex(policy.logs[0]?.key.name ?? '');
    const note = await httpLog(new URL(`${origin}/`, prefix))('checkpoint');
    if (note === null) return { verdict: 'nothing', where: name };
    return await compareCheckpoint(name, (await openCheckpoint(note, policy)).checkpoint, log);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return { verdict: 'silent', where: name };
  }
}

/** Holds a log against a checkpoint that somebody has seen. */
export async function compareCheckpoint(
  where: string,
  checkpoint: Pick<Checkpoint, 'size' | 'root'>,
  log: HeldLog,
): Promise<Compared> {
  const { size } = checkpoint;
  const began = await beginsWith(checkpoint, log);
  if (began === 'longer') return { verdict: 'shrunk', where, size, entry: BigInt(log.entries.length) };
  if (!began) return { verdict: 'forked', where, size, entry: null };
  return { verdict: size === BigInt(log.entries.length) ? 'same' : 'grown', where, size };
}

/** The first entry that the site serves otherwise; null where it does not serve them. */
async function firstOther({ entries }: HeldLog, size: bigint, read: FileReader): Promise<bigint | null> {
  for (let at = 0n; at < size; at += BigInt(TILE_WIDTH)) {
    const width = Number(size - at < BigInt(TILE_WIDTH) ? size - at : BigInt(TILE_WIDTH));
    const bundle = { level: 'entries', index: at / BigInt(TILE_WIDTH), width } as const;
    const bytes = await read(tilePath(bundle));
    if (bytes === null) return null;
    const other = readBundle(bundle, bytes).findIndex(
      (entry, index) => !isSame(entry, entries[Number(at) + index]),
    );
    if (other >= 0) return at + BigInt(other);
  }
  return null;
}

function isSame(served: Uint8Array | null, made: Uint8Array | undefined): boolean {
  return served !== null && made !== undefined && sameBytes(served, made);
}
