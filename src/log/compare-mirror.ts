import type { Checkpoint } from './checkpoint.ts';
import { courseOf } from './follow.ts';
import type { LoggedKey } from './key-change.ts';
import { openSigned } from './key-terms.ts';
import { type HashReader, rootAt } from './merkle.ts';
import type { Policy } from './policy.ts';
import { LogError, type LogFault } from './refusal.ts';
import { type FileReader, tileHashes } from './tile-hashes.ts';
import { sameBytes, toBase64, utf8Text } from './wire.ts';

/** The log that copies are held against. */
export interface Here {
  readonly checkpoint: Checkpoint;
  /** Of the tree of that checkpoint. */
  readonly hashes: HashReader;
  /** Of its log, as its entries tell of them. */
  readonly keys: readonly LoggedKey[];
}

/** What a copy of a log turned out to be. */
export type MirrorFinding =
  /** The same history, of as many entries, fewer, or more: proven by hashes of both. */
  | { readonly verdict: 'same' | 'behind' | 'ahead'; readonly size: bigint; readonly root: string }
  /** Another history, which the log signed too: both checkpoints prove it for ever. */
  | { readonly verdict: 'fork'; readonly size: bigint; readonly root: string; readonly note: string }
  /** It did not answer; or it answered, and not with a copy of this log: nothing is known. */
  | { readonly verdict: 'silent' }
  | { readonly verdict: 'untold'; readonly fault: LogFault };

/**
 * Holds a copy that somebody else serves against the log here. Only what the log itself signed speaks against it: whoever
 * answers at that address could have made up the rest.
 */
export async function compareMirror(
  { checkpoint, hashes, keys }: Here,
  read: FileReader,
  policy: Policy,
): Promise<MirrorFinding> {
  try {
    const bytes = await read('checkpoint');
    if (bytes === null) return { verdict: 'untold', fault: 'checkpoint' };
    const note = utf8Text(bytes) ?? '';
    const { checkpoint: theirs } = await openSigned(note, { ...policy, witnesses: [] }, keys);
    const told = { size: theirs.size, root: toBase64(theirs.root) };
    const held = tileHashes(theirs.size, read);
    const course =
      theirs.size <= checkpoint.size
        ? await courseOf(theirs, checkpoint, hashes)
        : await courseOf(checkpoint, theirs, held);
    if (course === 'fork') return { verdict: 'fork', ...told, note };
    // A checkpoint alone is no copy: the tiles at its edge must be there, and have this root.
    if (!sameBytes(await rootAt(theirs.size, held), theirs.root)) throw new LogError('tile', 'another root');
    if (course === 'same') return { verdict: 'same', ...told };
    return { verdict: theirs.size < checkpoint.size ? 'behind' : 'ahead', ...told };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return error.fault === 'unreachable' ? { verdict: 'silent' } : { verdict: 'untold', fault: error.fault };
  }
}
