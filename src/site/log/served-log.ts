import { ExpectedError } from '../../core/expected-error.ts';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { type EntryKind, parseEntry } from '../../log/entry.ts';
import { formatKeys, parseKeys } from '../../log/key-change.ts';
import { openSigned } from '../../log/key-terms.ts';
import { proveInclusion, rootAt } from '../../log/merkle.ts';
import { parsePolicy } from '../../log/policy.ts';
import { parseNote } from '../../log/signed-note.ts';
import { type FileReader, tileHashes } from '../../log/tile-hashes.ts';
import { type TileFile, tilesOf } from '../../log/tiling.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import { sameBytes, utf8Bytes } from '../../log/wire.ts';
import type { KeptCheckpoint, KeptLog } from '../../store/kept-log.ts';

/** What a reader may want to hold a proof of: it has a bundle. */
export const BUNDLED: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'batch',
  'lookup',
  'incident-update',
  'maintenance-update',
  'report',
]);

/** And what bundles hold beside it: the transaction of a batch, whose wallets were listed, and who signs. Each has its proof. */
const PROVEN: ReadonlySet<EntryKind> = new Set<EntryKind>([...BUNDLED, 'anchor', 'wallet', 'key']);

/**
 * Every file of a log as it is served (C2SP tlog-tiles), made of its lines alone, of which a month is held at a time:
 * tiles and bundles with the partial ones of each kept checkpoint, the policy, what is entered of keys, a proof for each batch
 * with its transaction, wallet, update and report,
 * and last the present checkpoint. `read` gives back what was made before.
 *
 * A signed log ends at its last checkpoint: for what waits for a signature nobody vouches yet.
 *
 * @throws ExpectedError where a checkpoint is not one of these entries; LogError where the policy refuses the last one
 */
export async function* servedLog(log: KeptLog, read: FileReader): AsyncGenerator<TileFile, void, undefined> {
  const sizes = new Set<bigint>();
  let last: KeptCheckpoint | null = null;
  for (const checkpoint of log.checkpoints()) {
    sizes.add(checkpoint.size);
    last = checkpoint;
  }
  const size = last?.size ?? log.size;
  if (size > log.size)
    throw new ExpectedError(`${size} entries of the log were signed, but ${log.size} are there.`);
  yield* tilesOf(firstEntries(log, size), sizes);
  if (log.policy !== null) yield { path: 'policy', bytes: utf8Bytes(log.policy) };
  const keys = log.keys().filter(({ index }) => index < size);
  const served = utf8Bytes(formatKeys(keys));
  if (last === null) {
    if (keys.length > 0) yield { path: 'keys', bytes: served };
    return;
  }
  // Of a signed log also where it is empty: no reader has to tell a missing file from a log without keys.
  yield { path: 'keys', bytes: served };
  yield* proofsOf(log, read);
  await openSigned(last.note, parsePolicy(log.policy ?? ''), await parseKeys(served));
  yield { path: 'checkpoint', bytes: utf8Bytes(last.note) };
}

function* firstEntries(log: KeptLog, size: bigint): Generator<Uint8Array, void, undefined> {
  let left = size;
  for (const line of log.entries()) {
    if (left-- === 0n) return;
    yield utf8Bytes(line);
  }
}

/** Each against the first checkpoint that covers it, so that its bytes never change again. */
async function* proofsOf(log: KeptLog, read: FileReader): AsyncGenerator<TileFile, void, undefined> {
  const entries = log.entries();
  let index = 0n;
  for (const { note, size } of log.checkpoints()) {
    if (index === size) continue; // Signed again, as witnesses ask for.
    const hashes = tileHashes(size, read);
    const { root } = parseCheckpoint(parseNote(note).text);
    if (!sameBytes(await rootAt(size, hashes), root))
      throw new ExpectedError(`The first ${size} entries of the log are not those that were signed.`);
    for (; index < size; index++) {
      const line = entries.next();
      if (line.done === true || !PROVEN.has(parseEntry(line.value).kind)) continue;
      const proof = { extra: null, index, checkpoint: note };
      const path = `proof/${index}.tlog-proof`;
      yield {
        path,
        bytes: utf8Bytes(formatTlogProof({ ...proof, hashes: await proveInclusion(index, size, hashes) })),
      };
    }
  }
}
