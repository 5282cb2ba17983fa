import { isNoAnswer } from '../core/no-answer.ts';
import { cosignatureVerifier } from './cosignature.ts';
import { type Hash, type HashReader, proveConsistency } from './merkle.ts';
import type { PolicyWitness } from './policy.ts';
import { LogError, type LogFault } from './refusal.ts';
import { type NoteSignature, openNote, parseNote } from './signed-note.ts';
import { readCount, toBase64 } from './wire.ts';

/** Why a witness did not cosign. */
export type WitnessFault =
  | 'unreachable' // it has no address, or did not answer in time
  | 'unknown' // it does not know this log (404)
  | 'key' // it knows the log by another key (403)
  | 'ahead' // it has seen more entries than there are (409)
  | 'fork' // what it has seen is not what this began with (422)
  | 'answer'; // it answered what the protocol has no word for, or a signature that is not its

/** What a witness of the policy said to a checkpoint. */
export type Answer =
  | { readonly witness: PolicyWitness; readonly cosignature: NoteSignature }
  | { readonly witness: PolicyWitness; readonly fault: WitnessFault };

/** A signed checkpoint, and the tree that it is of. */
export interface Offer {
  readonly note: string;
  readonly size: bigint;
  readonly hashes: HashReader;
}

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
  if (witness.url === null) return fail('unreachable');
  let seen = before;
  for (const isLast of [false, true]) {
    const answer = await post(witness.url, await requestOf(offer, seen), patience);
    if (answer === null) return fail('unreachable');
    const { status, type, text } = answer;
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

/** Null where nothing was answered. */
async function post(url: string, body: string, patience: number) {
  const address = new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  } catch (error) {
    if (isNoAnswer(error)) return null;
    throw error;
  }
}

/** What a witness can answer instead of its signature below the text. */
const NO_COSIGNATURE: ReadonlySet<LogFault> = new Set(['note', 'signature', 'unsigned']);

async function cosigned(witness: PolicyWitness, { note }: Offer, lines: string): Promise<Answer> {
  const { text } = parseNote(note);
  try {
    const { signatures } = await openNote(`${text}\n${lines}`, [cosignatureVerifier(witness.key)]);
    return { witness, cosignature: signatures[0] as NoteSignature };
  } catch (error) {
    if (error instanceof LogError && NO_COSIGNATURE.has(error.fault)) return { witness, fault: 'answer' };
    throw error;
  }
}
