import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad } from '@scure/base';
import { LogError } from './refusal.ts';
import { fromBase64, toBase64, utf8Bytes } from './wire.ts';

/** How the holders of Ed25519 keys sign: the types of C2SP signed-note that are spoken here. */
export const KEY_TYPES = { note: 0x01, cosignature: 0x04 } as const;
export type KeyType = keyof typeof KEY_TYPES;

/** Whose signatures are believed. Name and id together say which key made a signature. */
export interface VerifierKey {
  readonly name: string;
  /** The first 32 bits of SHA-256(name ‖ newline ‖ type ‖ key), as 8 hexadecimal digits. */
  readonly id: string;
  readonly type: KeyType;
  /** As RFC 8032 encodes it: 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>;
}

export interface SignerKey extends VerifierKey {
  /** The 32 bytes that RFC 8032 calls the private key. */
  readonly seed: Uint8Array<ArrayBuffer>;
}

const SECRET = 'PRIVATE+KEY+';
const ED25519_BYTES = 32;
/** What stands before the seed in PKCS #8 (RFC 8410). */
const PKCS8 = hexToBytes('302e020100300506032b657004220420');

/** Not empty, no white space, no plus. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}+]+$/u.test(name);
}

/**
 * `name+id+base64(type ‖ key)`.
 *
 * @throws LogError `key`
 */
export function parseVkey(text: string): VerifierKey {
  const { name, id, type, bytes } = parseParts(text);
  const key = verifierKey(name, type, bytes);
  if (key.id !== id) throw new LogError('key', `the id of ${name} is ${key.id} by its key, not ${id}`);
  return key;
}

export function formatVkey({ name, id, type, key }: VerifierKey): string {
  return `${name}+${id}+${typed(type, key)}`;
}

/**
 * `PRIVATE+KEY+name+id+base64(type ‖ seed)`, as Go's note package writes it.
 *
 * @throws LogError `key`, which says nothing of the secret
 */
export async function parseSkey(text: string): Promise<SignerKey> {
  if (!text.startsWith(SECRET)) throw new LogError('key', `a signer's key begins with ${SECRET}`);
  const { name, id, type, bytes } = parseParts(text.slice(SECRET.length));
  const key = await signerKey(name, type, bytes);
  if (key.id !== id) throw new LogError('key', `the id of ${name} does not fit its secret`);
  return key;
}

export function formatSkey({ name, id, type, seed }: SignerKey): string {
  return `${SECRET}${name}+${id}+${typed(type, seed)}`;
}

export function generateKey(name: string, type: KeyType): Promise<SignerKey> {
  return signerKey(name, type, crypto.getRandomValues(new Uint8Array(ED25519_BYTES)));
}

/** Whether an Ed25519 signature (RFC 8032) over bytes, or over a text's UTF-8, is that of a key. */
export async function verifyEd25519(
  key: Uint8Array<ArrayBuffer>,
  message: string | Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, new Uint8Array(signature), bytesOf(message));
}

export async function signEd25519(
  seed: Uint8Array<ArrayBuffer>,
  message: string | Uint8Array,
): Promise<Uint8Array> {
  const key = await importSeed(seed, false);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytesOf(message)));
}

function bytesOf(message: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof message === 'string' ? utf8Bytes(message) : message);
}

function importSeed(seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', concatBytes(PKCS8, seed), 'Ed25519', extractable, ['sign']);
}

/** The key of a seed: its public half is what WebCrypto says beside the secret one. */
export async function signerKey(
  name: string,
  type: KeyType,
  seed: Uint8Array<ArrayBuffer>,
): Promise<SignerKey> {
  const { x = '' } = await crypto.subtle.exportKey('jwk', await importSeed(seed, true));
  return { ...verifierKey(name, type, base64urlnopad.decode(x)), seed };
}

function verifierKey(name: string, type: KeyType, bytes: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new LogError('key', `${JSON.stringify(name)} can not be the name of a key`);
  const key = new Uint8Array(bytes);
  const hash = sha256(concatBytes(utf8Bytes(`${name}\n`), Uint8Array.of(KEY_TYPES[type]), key));
  return { name, id: bytesToHex(hash.subarray(0, 4)), type, key };
}

/** The base64 at the end may hold a plus, name and id may not. */
function parseParts(text: string): {
  name: string;
  id: string;
  type: KeyType;
  bytes: Uint8Array<ArrayBuffer>;
} {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const [first, ...bytes] = fromBase64(encoded) ?? [];
  if (first === undefined) throw new LogError('key', 'expected name+id+base64(type and key)');
  const type = (Object.keys(KEY_TYPES) as KeyType[]).find((known) => KEY_TYPES[known] === first);
  if (type === undefined) throw new LogError('key', `keys of type ${first} are not spoken here (${name})`);
  if (bytes.length !== ED25519_BYTES) throw new LogError('key', `an Ed25519 key has 32 bytes (${name})`);
  return { name, id, type, bytes: Uint8Array.from(bytes) };
}

function typed(type: KeyType, bytes: Uint8Array): string {
  return toBase64(concatBytes(Uint8Array.of(KEY_TYPES[type]), bytes));
}
