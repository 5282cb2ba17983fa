import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { isKeyName, type SignerKey, signEd25519, type VerifierKey, verifyEd25519 } from './key.ts';
import { LogError } from './refusal.ts';
import { fromBase64, toBase64, utf8Text } from './wire.ts';

/** A signed note as C2SP signed-note v1.0.0 describes it: text, and signatures that count only once they are verified. */
export interface SignedNote {
  /** With its last newline, without the blank line behind it. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly id: string;
  readonly signature: Uint8Array;
}

/** One key and what its signatures mean. */
export interface Verifier extends Pick<VerifierKey, 'name' | 'id'> {
  readonly verify: (text: string, signature: Uint8Array) => Promise<boolean>;
}

export interface Signer extends Pick<SignerKey, 'name' | 'id'> {
  readonly sign: (text: string) => Promise<Uint8Array>;
}

/** C2SP asks for 16 at least; Go's note package stops here too. */
const MAX_SIGNATURES = 100;
/** Characters of a note: a hundred post-quantum signatures fit. */
export const MOST_OF_A_NOTE = 1_000_000;
/** A signature holds the key's id and something behind it. */
const ID_BYTES = 4;

/**
 * What a note says and who claims to have signed it, nothing of it verified.
 *
 * @throws LogError `note`
 */
export function parseNote(message: Uint8Array | string): SignedNote {
  if (message.length > MOST_OF_A_NOTE) throw new LogError('note', `it is longer than ${MOST_OF_A_NOTE}`);
  const note = utf8Text(message);
  if (note === null) throw new LogError('note', 'it is no UTF-8');
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) throw new LogError('note', 'no blank line parts the text from its signatures');
  const text = note.slice(0, blank + 1);
  assertCharacters(note);
  return { text, signatures: parseSignatures(note.slice(blank + 2)) };
}

/**
 * Signature lines alone, nothing of them verified: no line is empty, and so none can begin another text.
 *
 * @throws LogError `note`
 */
export function parseSignatures(lines: string): NoteSignature[] {
  assertCharacters(lines);
  if (!lines.endsWith('\n')) throw new LogError('note', 'the last signature line does not end');
  const signatures = lines.slice(0, -1).split('\n').map(parseSignature);
  if (signatures.length > MAX_SIGNATURES)
    throw new LogError('note', `more than ${MAX_SIGNATURES} signatures`);
  return signatures;
}

export function formatNote({ text, signatures }: SignedNote): string {
  if (!text.endsWith('\n')) throw new LogError('note', 'its text does not end in a newline');
  if (signatures.length === 0) throw new LogError('note', 'nobody signed it');
  const note = `${text}\n${signatures.map((signature) => `${formatSignature(signature)}\n`).join('')}`;
  assertCharacters(note);
  return note;
}

/**
 * The note with the signatures of known keys alone, each verified. Unknown keys, of whom anybody can write what
 * they like, are left out.
 *
 * @throws LogError `note`; `signature` when one of a known key is not its; `unsigned` when none is of a known key
 */
export async function openNote(
  message: Uint8Array | string,
  verifiers: readonly Verifier[],
): Promise<SignedNote> {
  const { text, signatures } = parseNote(message);
  const verified: NoteSignature[] = [];
  for (const signed of signatures) {
    const known = verifiers.filter(({ name, id }) => name === signed.name && id === signed.id);
    for (const { verify } of known)
      if (!(await verify(text, signed.signature)))
        throw new LogError('signature', `${signed.name} did not make the signature in its name`);
    if (known.length > 0) verified.push(signed);
  }
  if (verified.length === 0) throw new LogError('unsigned', 'no key that is known signed it');
  return { text, signatures: verified };
}

/** A text with a signature of each. */
export async function signNote(text: string, signers: readonly Signer[]): Promise<SignedNote> {
  const signatures = signers.map(async ({ name, id, sign }) => ({ name, id, signature: await sign(text) }));
  return { text, signatures: await Promise.all(signatures) };
}

/** Plain Ed25519 over the text: type 0x01. */
export function noteVerifier({ name, id, type, key }: VerifierKey): Verifier {
  if (type !== 'note') throw new LogError('key', `${name} does not sign notes, but makes each ${type}`);
  return { name, id, verify: (text, signature) => verifyEd25519(key, text, signature) };
}

export function noteSigner({ name, id, type, seed }: SignerKey): Signer {
  if (type !== 'note') throw new LogError('key', `${name} does not sign notes, but makes each ${type}`);
  return { name, id, sign: (text) => signEd25519(seed, text) };
}

function formatSignature({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(concatBytes(hexToBytes(id), signature))}`;
}

function parseSignature(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || bytes === null || bytes.length <= ID_BYTES)
    throw new LogError('note', `no signature line: ${JSON.stringify(line)}`);
  return { name, id: bytesToHex(bytes.subarray(0, ID_BYTES)), signature: bytes.subarray(ID_BYTES) };
}

function assertCharacters(note: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (!note.isWellFormed() || /[\0-\x09\x0b-\x1f]/.test(note))
    throw new LogError('note', 'it holds a control character other than newline');
}
