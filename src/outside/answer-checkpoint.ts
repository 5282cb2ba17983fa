import type { IsoInstant } from '../core/instant.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import type { SignerKey } from '../log/key.ts';
import { assertConsistent, HASH_BYTES, type Hash } from '../log/merkle.ts';
import { openCheckpoint, parsePolicy } from '../log/policy.ts';
import { LogError } from '../log/refusal.ts';
import { parseNote } from '../log/signed-note.ts';
import { fromBase64, readCount, sameBytes, toBase64, utf8Text } from '../log/wire.ts';
import { checkpointIn, keepAlarm, keepSeen, lastSeen, policyOf, type SeenLine, type Shown } from './seen.ts';

/** An answer over HTTP. */
export interface Reply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: string;
  readonly body: string;
  /** What the log was caught at: two trees of one size, both of which it signed. */
  readonly fork?: Shown;
}

export interface Asked {
  /** Where the witness keeps what it saw of the one log that it knows. */
  readonly folder: string;
  readonly key: SignerKey;
  readonly now: IsoInstant;
}

const TEXT = 'text/plain; charset=utf-8';
const refuse = (status: Exclude<Reply['status'], 200>, reason: string): Reply => ({
  status,
  type: TEXT,
  body: `${reason}\n`,
});

/**
 * Answers `add-checkpoint` of C2SP tlog-witness: the cosignature of a checkpoint that grew from the one that was cosigned
 * last, which is kept first. 400 for what is no request, 404 for a log that is not known here, 403 for what it did not sign,
 * 409 with the size that was cosigned last, 422 for a proof that does not lead there.
 */
export async function answerCheckpoint(body: Uint8Array, asked: Asked): Promise<Reply> {
  const request = requestIn(body);
  if (typeof request === 'string') return refuse(400, request);
  const { note, checkpoint, old } = request;
  const text = policyOf(asked.folder) ?? '';
  const parsed = parsePolicy(text);
  const last = lastSeen(asked.folder);
  const origins = last === null ? parsed.logs.map(({ key }) => key.name) : [checkpointIn(last.note).origin];
  if (!origins.includes(checkpoint.origin)) return refuse(404, 'this log is not known here');
  try {
    // Whoever else cosigned it is none of our business.
    await openCheckpoint(note, { ...parsed, witnesses: [] });
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return refuse(403, error.message);
  }
  if (old > checkpoint.size) return refuse(400, `old ${old} is more than ${checkpoint.size}`);
  const refused = await refusalOf(request, last, asked);
  if (refused !== null) return refused;
  const kept = await keepSeen(asked.folder, { ...asked, note, policy: { text, parsed }, after: last });
  if (kept === null) return answerCheckpoint(body, asked); // Another was kept meanwhile: held against that one.
  return { status: 200, type: TEXT, body: `${kept.cosigned.trimEnd().split('\n').at(-1)}\n` };
}

interface Request {
  readonly old: bigint;
  readonly proof: readonly Hash[];
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** Why a checkpoint of this log is not cosigned; null when it grew from what was seen last. */
async function refusalOf(
  { old, proof, note, checkpoint }: Request,
  last: SeenLine | null,
  { folder, now }: Asked,
): Promise<Reply | null> {
  const seen = last === null ? null : checkpointIn(last.note);
  const size = seen?.size ?? 0n;
  const conflict: Reply = { status: 409, type: 'text/x.tlog.size', body: `${size}\n` };
  if (seen !== null && size === checkpoint.size && !sameBytes(seen.root, checkpoint.root)) {
    // No proof is needed, and it stays one for ever.
    const file = await keepAlarm(folder, note, now);
    const [root, rootBefore] = [toBase64(checkpoint.root), toBase64(seen.root)];
    return { ...conflict, fork: { origin: checkpoint.origin, size, root, before: size, rootBefore, file } };
  }
  if (old !== size) return conflict;
  if (seen === null || size === 0n || size === checkpoint.size)
    return proof.length === 0 ? null : refuse(422, 'a proof where there is nothing to prove');
  try {
    const roots = { root1: seen.root, root2: checkpoint.root };
    assertConsistent({ size1: size, size2: checkpoint.size, ...roots }, proof);
    return null;
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return refuse(422, error.message);
  }
}

/** C2SP: more hashes than this no proof has. */
const MOST_HASHES = 63;

/** The old size, a proof, a blank line and a checkpoint; why it is none. */
function requestIn(body: Uint8Array): Request | string {
  const text = utf8Text(body);
  if (text === null) return 'it is no UTF-8';
  const blank = text.indexOf('\n\n');
  if (blank < 0) return 'expected a blank line before the checkpoint';
  const [first = '', ...lines] = text.slice(0, blank).split('\n');
  const old = first.startsWith('old ') ? readCount(first.slice('old '.length)) : null;
  if (old === null) return 'expected "old", a space and a size in the first line';
  if (lines.length > MOST_HASHES) return `a proof has ${MOST_HASHES} hashes at most`;
  const proof = lines.flatMap((line) => fromBase64(line) ?? []);
  if (lines.some((line) => fromBase64(line)?.length !== HASH_BYTES))
    return 'a line of the proof is not the base64 of 32 bytes';
  const note = text.slice(blank + 2);
  try {
    return { old, proof, note, checkpoint: parseCheckpoint(parseNote(note).text) };
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return error.message;
  }
}
