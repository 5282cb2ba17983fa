import { parseCheckpoint } from '../../log/checkpoint.ts';
import { type Course, type Followed, follow } from '../../log/follow.ts';
import { LogError } from '../../log/refusal.ts';
import { parseNote } from '../../log/signed-note.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import { utf8Text } from '../../log/wire.ts';

/** What a reader's browser keeps of a log, on that device alone. */
interface Kept {
  /** The checkpoint, whose signature was verified then. */
  readonly note: string;
  /** The policy as it was at the first visit, with the keys that those of then introduced: any other is not this log's. */
  readonly policy: string;
  /** When the checkpoint was seen, in milliseconds since 1970. */
  readonly seen: number;
}

export type Watch =
  | {
      readonly state: Course;
      /** How many entries there are now, and there were when the reader saw them last. */
      readonly now: bigint;
      readonly before: bigint | null;
      readonly seen: number | null;
      /** The checkpoints of then and now, which together prove what was done. */
      readonly notes: readonly string[];
    }
  /** Signed by a key that is not the one of then. */
  | { readonly state: 'strange'; readonly seen: number }
  /** Signed by a key of the log that the one of then did not introduce: whose it is can not be told. */
  | { readonly state: 'introduced'; readonly seen: number | null }
  | { readonly state: 'untold'; readonly fault: string };

/**
 * Proves that what this browser saw last is still part of the log, and keeps what it sees now. After an alarm it keeps what
 * it had: the proof is the reader's, and stays until they forget it themselves.
 */
export async function watch(
  store: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  read: FileReader,
  now: number,
): Promise<Watch> {
  const kept = keptIn(store.getItem(name));
  // Browsers have it only where the site is served over HTTPS.
  if (!('subtle' in crypto)) return { state: 'untold', fault: 'https' };
  try {
    const policy = kept?.policy ?? utf8Text((await read('policy')) ?? '') ?? '';
    const followed = await follow(kept?.note ?? null, read, policy);
    const alarm = followed.course === 'fork' || followed.course === 'rollback';
    if (!alarm)
      store.setItem(
        name,
        JSON.stringify({ note: followed.note, policy: followed.policy, seen: now } satisfies Kept),
      );
    return told(followed, kept);
  } catch (error) {
    // Also what is no fault of the log: a browser without room, or without Ed25519.
    if (!(error instanceof LogError || error instanceof DOMException)) throw error;
    if (kept !== null && error instanceof LogError && STRANGE.has(error.fault))
      return { state: 'strange', seen: kept.seen };
    if (error instanceof LogError && error.fault === 'introduced')
      return { state: 'introduced', seen: kept?.seen ?? null };
    return { state: 'untold', fault: error instanceof LogError ? error.fault : error.name };
  }
}

const STRANGE: ReadonlySet<string> = new Set(['unsigned', 'signature', 'superseded', 'origin']);

function told({ course, seen, note }: Followed, kept: Kept | null): Watch {
  const now = seen.checkpoint.size;
  if (kept === null) return { state: course, now, before: null, seen: null, notes: [] };
  const before = parseCheckpoint(parseNote(kept.note).text).size;
  return { state: course, now, before, seen: kept.seen, notes: [kept.note, note] };
}

/** Null where nothing, or nothing that this wrote, was kept. */
function keptIn(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept> | null;
    const whole =
      typeof kept?.note === 'string' && typeof kept.policy === 'string' && Number.isFinite(kept.seen);
    return whole ? (kept as Kept) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
