import pLimit from 'p-limit';
import { sha256Hex } from '../../core/canonical.ts';
import { isSecondsAhead } from '../../core/clock.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { type Checkpoint, parseCheckpoint } from '../../log/checkpoint.ts';
import { beginsWith, type HeldLog } from '../../log/held-log.ts';
import { httpLog } from '../../log/http-log.ts';
import type { LoggedKey } from '../../log/key-change.ts';
import { openSigned } from '../../log/key-terms.ts';
import type { Policy } from '../../log/policy.ts';
import { LogError, saysNothing } from '../../log/refusal.ts';
import { parseNote } from '../../log/signed-note.ts';
import { readBundle, TILE_WIDTH, tilePath } from '../../log/tile.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import { tilesOf } from '../../log/tiling.ts';
import { sameBytes } from '../../log/wire.ts';
import { chooseFiles } from './served-files.ts';

/** What a log is held against, and what came of it. */
export type Compared =
  /** This log begins with what was seen there. */
  | {
      readonly verdict: 'same' | 'grown';
      readonly where: string;
      readonly size: bigint;
      /** What was compared byte by byte beside the root: of a live site alone. */
      readonly read?: Compare;
    }
  /** It does not: fewer entries, or others, of which `entry` is the first where that can be told. */
  | {
      readonly verdict: 'shrunk' | 'forked';
      readonly where: string;
      readonly size: bigint;
      readonly entry: bigint | null;
    }
  /** What is served there is not what its entries make, or is signed by another. */
  | { readonly verdict: 'altered'; readonly where: string; readonly what: string }
  /** What it shows proves nothing, of whatever size: a witness vouches with its own signature, or not at all; or it is no file. */
  | { readonly verdict: 'unproven'; readonly where: string; readonly what: string }
  /** The policy that was published is another: `what` it lost (`-`) and got (`+`), a line each. */
  | { readonly verdict: 'policy'; readonly where: string; readonly what: string }
  /** There is nothing (yet), or it does not answer. */
  | { readonly verdict: 'nothing' | 'silent'; readonly where: string };

/** How many of all files were compared, how many bytes these are, and after how many runs each was. */
export interface Compare {
  readonly files: number;
  readonly all: number;
  readonly bytes: number;
  readonly rounds: number;
}

/** Whose signatures count: those of the policy of this log, and of the keys that its own entries name. */
export interface Trust {
  readonly policy: Policy;
  readonly keys: readonly LoggedKey[];
}

const AT_ONCE = 8;

/**
 * Holds a log against what a live site serves of it, below `site`: its checkpoint, whose root vouches for every entry, and
 * byte by byte its tiles and entries, of a long log in turn: `round` is the number of the run.
 */
export async function compareSite(
  site: URL,
  log: HeldLog,
  trust: Trust | null,
  round: number,
): Promise<Compared> {
  const where = site.href;
  const read = httpLog(site);
  try {
    const note = await read('checkpoint');
    if (note === null) return { verdict: 'nothing', where };
    const { checkpoint } =
      trust === null
        ? { checkpoint: parseCheckpoint(parseNote(note).text) }
        : await openSigned(note, trust.policy, trust.keys);
    const compared = await compareCheckpoint(where, checkpoint, log);
    if (compared.verdict === 'forked')
      return { ...compared, entry: await firstOther(log, checkpoint.size, read) };
    if (compared.verdict !== 'same' && compared.verdict !== 'grown') return compared;
    const { paths, all, rounds } = chooseFiles(checkpoint.size, round);
    const limit = pLimit(AT_ONCE);
    const asked: Promise<{ path: string; bytes: number; same: boolean }>[] = [];
    for (const { path, bytes } of tilesOf(log.entries.slice(0, Number(checkpoint.size)), []))
      if (paths.has(path))
        asked.push(limit(async () => ({ path, bytes: bytes.length, same: isSame(await read(path), bytes) })));
    const served = await Promise.all(asked);
    const other = served.find(({ same }) => !same);
    if (other !== undefined) return { verdict: 'altered', where, what: other.path };
    const bytes = served.reduce((sum, one) => sum + one.bytes, note.length);
    return { ...compared, read: { files: served.length, all, bytes, rounds } };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    if (error.fault === 'unreachable') return { verdict: 'silent', where };
    return { verdict: saysNothing(error) ? 'unproven' : 'altered', where, what: error.message };
  }
}

/**
 * Holds a log against what a witness has seen last (the monitor's address of C2SP tlog-witness). What this log did not sign
 * says nothing against it: whoever answers under that address could have made it up. What it did sign speaks against it
 * whoever shows it; for it speaks only what the witness cosigned, at a time that is not ahead of `now`.
 */
export async function compareWitness(
  { name, url }: Policy['witnesses'][number],
  { policy, keys }: Trust,
  log: HeldLog,
  now: IsoInstant,
): Promise<Compared> {
  const origin = sha256Hex(policy.logs[0]?.key.name ?? '');
  const prefix = url === null ? null : URL.parse(`${origin}/`, url.endsWith('/') ? url : `${url}/`);
  if (prefix === null) return { verdict: 'silent', where: name };
  try {
    const note = await httpLog(prefix)('checkpoint');
    if (note === null) return { verdict: 'nothing', where: name };
    const seen = await openSigned(note, policy, keys);
    const compared = await compareCheckpoint(name, seen.checkpoint, log);
    if (compared.verdict !== 'same' && compared.verdict !== 'grown') return compared;
    const own = seen.cosignatures.filter(
      ({ witness, time }) => witness.name === name && !isSecondsAhead(time, now),
    );
    return own.length > 0 ? compared : { verdict: 'unproven', where: name, what: 'unsigned' };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    if (error.fault === 'unreachable') return { verdict: 'silent', where: name };
    return { verdict: 'unproven', where: name, what: error.message };
  }
}

/**
 * Holds a log against the checkpoint that a mirror serves below an address. What this log did not sign says nothing against it:
 * whoever answers there could have made it up.
 */
export async function compareHolder(
  where: string,
  prefix: URL,
  { policy, keys }: Trust,
  log: HeldLog,
): Promise<Compared> {
  try {
    const note = await httpLog(prefix)('checkpoint');
    if (note === null) return { verdict: 'nothing', where };
    return await compareCheckpoint(where, (await openSigned(note, policy, keys)).checkpoint, log);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    if (error.fault === 'unreachable') return { verdict: 'silent', where };
    return { verdict: 'unproven', where, what: error.message };
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
