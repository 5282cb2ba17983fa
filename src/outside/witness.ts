import { addDuration, compareInstants, type IsoInstant } from '../core/instant.ts';
import { type Course, follow } from '../log/follow.ts';
import type { SignerKey } from '../log/key.ts';
import { parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { toBase64, utf8Text } from '../log/wire.ts';
import { checkpointIn, keepAlarm, keepSeen, lastSeen, policyOf, type SeenLine, type Shown } from './seen.ts';

/** What one look at the log of a site gave. */
export type Sighting =
  /** It is the history that this witness saw before, or saw first: cosigned, in `file`. */
  | ({
      readonly verdict: 'first' | 'same' | 'grown';
      /** Since when nothing was added, where that is longer than was promised. */
      readonly stoodSince: IsoInstant | null;
    } & Shown)
  /** It is not: nothing was cosigned, and what it shows is kept in `file`. */
  | ({ readonly verdict: 'fork' | 'rollback' } & Shown)
  /** Signed by others than the log that was met first. */
  | { readonly verdict: 'strange'; readonly reason: string }
  /** Nothing can be said, and nothing was cosigned. */
  | { readonly verdict: 'untold'; readonly reason: string };

export interface Look {
  readonly read: FileReader;
  /** Where this witness keeps what it saw of this one site. */
  readonly folder: string;
  readonly key: SignerKey;
  readonly now: IsoInstant;
  /** How long a log may stand still, as an ISO 8601 duration. */
  readonly standstill: string;
}

/** How often somebody else may keep another checkpoint while this looks. */
const ROUNDS = 5;

/**
 * Looks at a log as a witness (C2SP tlog-cosignature): what is the history that it saw before, grown or not, it cosigns
 * and keeps; the cosigned checkpoint stands where monitors look for it, in `<SHA-256 of the origin>/checkpoint`.
 */
export async function witness(look: Look): Promise<Sighting> {
  const known = lastSeen(look.folder) !== null;
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const sighting = await lookOnce(look);
      if (sighting !== null) return sighting;
    }
    return { verdict: 'untold', reason: 'others kept other checkpoints meanwhile' };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const strange = known && STRANGE.has(error.fault);
    return { verdict: strange ? 'strange' : 'untold', reason: error.message };
  }
}

/** Null when meanwhile somebody else, who was asked by the log itself, kept another checkpoint. */
async function lookOnce({ read, folder, key, now, standstill }: Look): Promise<Sighting | null> {
  const last = lastSeen(folder);
  const text = policyOf(folder) ?? utf8Text((await read('policy')) ?? '') ?? '';
  const { course, seen, note, policy: next } = await follow(last?.note ?? null, read, text);
  const policy = { text: next, parsed: parsePolicy(next) };
  const { origin, size, root } = seen.checkpoint;
  const before = last === null ? null : checkpointIn(last.note);
  const shown = {
    origin,
    size,
    root: toBase64(root),
    before: before?.size ?? 0n,
    rootBefore: before === null ? null : toBase64(before.root),
  };
  if (course === 'fork' || course === 'rollback')
    return { verdict: course, ...shown, file: await keepAlarm(folder, note, now) };
  const kept = await keepSeen(folder, { note, policy, after: last, key, now });
  if (kept === null) return null;
  const stood = stoodSince(course, last, now, standstill);
  return { verdict: course, ...shown, file: kept.file, stoodSince: stood };
}

const STRANGE: ReadonlySet<string> = new Set(['unsigned', 'signature', 'superseded', 'origin']);

function stoodSince(course: Course, last: SeenLine | null, now: IsoInstant, most: string): IsoInstant | null {
  if (course !== 'same' || last === null) return null;
  return compareInstants(addDuration(last.seen, most), now) < 0 ? last.seen : null;
}
