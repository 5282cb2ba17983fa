import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type LoggedKey, parseKeys } from './key-change.ts';
import { openSigned, policyAfter } from './key-terms.ts';
import {
  assertConsistent,
  assertIncluded,
  type HashReader,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootAt,
} from './merkle.ts';
import { parsePolicy, type SeenCheckpoint } from './policy.ts';
import { LogError } from './refusal.ts';
import { parseNote } from './signed-note.ts';
import { type FileReader, tileHashes } from './tile-hashes.ts';
import { sameBytes, utf8Bytes, utf8Text } from './wire.ts';

/**
 * What became of a log since somebody last looked: it is met for the `first` time, the `same`, or `grown`. Or signed by
 * the log itself and yet not so: a `fork` has another history, which the two checkpoints prove for ever; a `rollback` is shorter
 * than what was seen, which an old copy is too.
 */
export type Course = 'first' | 'same' | 'grown' | 'fork' | 'rollback';

export interface Followed {
  readonly course: Course;
  readonly seen: SeenCheckpoint;
  /** The checkpoint that is served now, as it is served. */
  readonly note: string;
  /** The policy to look with the next time: of a key that was replaced meanwhile it names the next. */
  readonly policy: string;
}

/**
 * Holds the checkpoint that a log serves against the one that was seen last. Whoever keeps what this says `first`, `same` or
 * `grown` of, and nothing else, has seen one history.
 *
 * A key that signs now and did not then is believed where the key before it signed that, in an entry of this very tree.
 *
 * @param before the note that was kept, which was verified then; null for whoever never looked
 * @throws LogError where nothing can be said: `checkpoint` when none is served, `tile` or `consistency` when what is served
 *   is not of the tree that was signed, and as `openSigned` does
 */
export async function follow(before: string | null, read: FileReader, policy: string): Promise<Followed> {
  const believed = parsePolicy(policy);
  const bytes = await read('checkpoint');
  if (bytes === null) throw new LogError('checkpoint', 'it is missing');
  const note = utf8Text(bytes) ?? '';
  const { size } = parseCheckpoint(parseNote(note).text);
  const keys = (await parseKeys(await read('keys'))).filter(({ index }) => index < size);
  const seen = await openSigned(note, believed, keys);
  const kept = before === null ? null : parseCheckpoint(parseNote(before).text);
  const hashes = tileHashes(seen.checkpoint.size, read);
  const course = kept === null ? 'first' : await courseOf(kept, seen.checkpoint, hashes);
  await assertEntered(keys, seen.checkpoint, read);
  return { course, seen, note, policy: policyAfter(policy, seen) };
}

/** That what a log serves of its keys are entries of the tree that it signed. @throws LogError `inclusion` */
export async function assertEntered(
  keys: readonly LoggedKey[],
  { size, root }: Checkpoint,
  read: FileReader,
): Promise<void> {
  const hashes = tileHashes(size, read);
  for (const { entry, index } of keys) {
    const leaf = hashLeaf(utf8Bytes(entry));
    assertIncluded({ leaf, index, size, root }, await proveInclusion(index, size, hashes));
  }
}

/**
 * What became of a tree since it was seen.
 *
 * @param hashes those of the tree of now
 * @throws LogError `origin`; `tile` or `consistency` when the hashes are not of that tree
 */
export async function courseOf(
  before: Checkpoint,
  now: Checkpoint,
  hashes: HashReader,
): Promise<Exclude<Course, 'first'>> {
  if (before.origin !== now.origin) throw new LogError('origin', `${now.origin} is not ${before.origin}`);
  if (now.size < before.size) return 'rollback';
  if (now.size === before.size) return sameBytes(now.root, before.root) ? 'same' : 'fork';
  if (before.size === 0n) return 'grown';
  // What the signed tree began with, proved by its root: tiles that are not of it say nothing of the log.
  const began = await rootAt(before.size, hashes);
  assertConsistent(
    { size1: before.size, root1: began, size2: now.size, root2: now.root },
    await proveConsistency(before.size, now.size, hashes),
  );
  return sameBytes(began, before.root) ? 'grown' : 'fork';
}
