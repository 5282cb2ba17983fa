import { boundedBody } from '../core/bounded-body.ts';
import { isNoAnswer } from '../core/no-answer.ts';
import { cosignatureVerifier, cosignedAt } from './cosignature.ts';
import { type Hash, type HashReader, proveConsistency } from './merkle.ts';
import type { PolicyWitness } from './policy.ts';
import { LogError } from './refusal.ts';
import { type NoteSignature, parseNote, parseSignatures } from './signed-note.ts';
import { readCount, toBase64, utf8Text } from './wire.ts';

/** Why a witness did not cosign. */
export type WitnessFault =
  | 'unreachable' // it has no address, or did not answer in time
  | 'unknown' // it does not know this log (404)
  | 'key' // it knows the log by another key (403)
  | 'ahead' // it has seen more entries than there are (409)
  | 'fork' // what it has seen is not what this began with (422)
  | 'answer' // it answered what the protocol has no word for, or a signature that is not its
  | 'time' // it cosigned with a time at which it can not have seen it
  | 'too-large'; // it answered with more than any answer has, which was not read

/** What a witness of the policy said to a checkpoint. */
export type Answer =
  | { readonly witness: PolicyWitness; readonly cosignature: NoteSignature }
  | { readonly witness: PolicyWitness; readonly fault: WitnessFault };

/** A signed checkpoint, and the tree that it is of. */
export interface Offer {
  readonly note: string;
  readonly size: bigint;
  readonly hashes: HashReader;
  /** When a witness can have seen it, by clocks as far apart as they may be: whole seconds since 1970, both ends included. */
  readonly seenWithin: () => { readonly from: bigint; readonly until: bigint };
}

/** Bytes of an answer: more than a hundred signatures, of which a witness gives one. */
const MOST_BYTES = 64 * 1024;
/** Milliseconds within which a witness has to answer. */
const PATIENCE = 10_000;

/**
 * Asks a witness to cosign (C2SP tlog-witness, `add-checkpoint`). `before` is the size at which it is thought to be; where
 * it has seen another it says so, and is asked again from there.
 */
export async function addCheckpoint(
  witness: PolicyWitness,
  offer: Offer,
  before: bigint,
  patience = PATIENCE,
): Promise<Answer> {
  const fail = (fault: WitnessFault): Answer => ({ witness, fault });
  const address = addressOf(witness);
  if (address === null) return fail('unreachable');
  let seen = before;
  for (const isLast of [false, true]) {
    const answer = await post(address, await requestOf(offer, seen), patience);
    if (answer === null) return fail('unreachable');
    const { status, type, text } = answer;
    if (text === null) return fail('too-large');
    if (status === 200) return cosigned(witness, offer, text);
    if (status === 404) return fail('unknown');
    if (status === 403) return fail('key');
    if (status === 422) return fail('fork');
    const told = status === 409 && type === 'text/x.tlog.size' ? readCount(text.trim()) : null;
    if (told === null) return fail('answer');
    if (told > offer.size) return fail('ahead');
    // Of as many entries it has seen others.
    if (told === seen && told === offer.size) return fail('fork');
    if (told === seen || isLast) return fail('answer');
    seen = told;
  }
  return fail('answer');
}

async function requestOf({ note, size, hashes }: Offer, before: bigint): Promise<string> {
  const proof: Hash[] = before === 0n || before === size ? [] : await proveConsistency(before, size, hashes);
  return [`old ${before}`, ...proof.map(toBase64), '', note].join('\n');
}

function addressOf({ url }: PolicyWitness): URL | null {
  return url === null ? null : URL.parse('add-checkpoint', url.endsWith('/') ? url : `${url}/`);
}

/** Null where nothing was answered; `text` is null where it is too large. */
async function post(address: URL, body: string, patience: number) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const bytes = await boundedBody(answer, MOST_BYTES);
    const text = bytes === null ? null : (utf8Text(bytes) ?? '');
    return { status: answer.status, type: answer.headers.get('content-type'), text };
  } catch (error) {
    if (isNoAnswer(error)) return null;
    throw error;
  }
}

/**
 * The witness's cosignature among the signature lines that it answered. Whatever else it answered, what counts is our own
 * text: a line that is none could begin another.
 */
async function cosigned(witness: PolicyWitness, { note, seenWithin }: Offer, lines: string): Promise<Answer> {
  const { text } = parseNote(note);
  const { name, id, verify } = cosignatureVerifier(witness.key);
  const cosignature = signaturesIn(lines).find((one) => one.name === name && one.id === id);
  if (cosignature === undefined || !(await verify(text, cosignature.signature)))
    return { witness, fault: 'answer' };
  const time = cosignedAt(cosignature.signature);
  const { from, until } = seenWithin();
  return time < from || time > until ? { witness, fault: 'time' } : { witness, cosignature };
}

/** None where a line of it is no signature line. */
function signaturesIn(lines: string): NoteSignature[] {
  try {
    return parseSignatures(lines);
  } catch (error) {
    if (error instanceof LogError && error.fault === 'note') return [];
    throw error;
  }
}
