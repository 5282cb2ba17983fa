import { createPrivateKey, createPublicKey } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, createBase58check } from '@scure/base';
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { placesIn } from './place.ts';
import type { Breach, Rule } from './rule.ts';

const WORDS: ReadonlySet<string> = new Set(wordlist);
const LENGTHS = [24, 21, 18, 15, 12];
/** The head of an Ed25519 private key in PKCS#8, before its 32 bytes. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const base58check = createBase58check(sha256);

/** Keys and seed phrases that move money: what they open is lost once they are published. */
export const privateKey: Rule = {
  id: 'private-key',
  find: ({ text }) => {
    const at = placesIn(text);
    const breach = (offset: number, what: string): Breach => ({
      ...at(offset),
      reason: `this is ${what}`,
      instead: 'Take it out at once, and move what it opens to another wallet: what was committed is known.',
    });
    return [
      ...seedPhrases(text).map((offset) => breach(offset, 'a seed phrase')),
      ...[...text.matchAll(/\b[1-9A-HJ-NP-Za-km-z]{50,112}\b/gu)].flatMap(({ index, 0: word }) =>
        isPrivateKey(word) ? [breach(index, 'a private key')] : [],
      ),
      ...[...text.matchAll(/\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){63}\s*\]/gu)].flatMap(({ index, 0: list }) =>
        isKeyPair(Uint8Array.from(JSON.parse(list) as number[])) ? [breach(index, 'a private key')] : [],
      ),
      ...[...text.matchAll(NAMED)].map(({ index }) => breach(index, 'a private key')),
      ...[...text.matchAll(/\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/giu)].map(({ index }) =>
        breach(index, 'a private key'),
      ),
    ];
  },
};

/** 32 bytes in hex are a hash like any other, unless the words before them say that they are a key. */
const NAMED =
  /\b(?:private|secret|signing|kunci)[ _-]?(?:key|privat|pribadi|rahasia)?\b[^\n]{0,30}?\b(?:0x)?[0-9a-f]{64}\b/giu;

/** Where 12, 15, 18, 21 or 24 words of the list follow each other and their checksum holds. */
function seedPhrases(text: string): number[] {
  const found: number[] = [];
  let run: { readonly word: string; readonly at: number }[] = [];
  const close = () => {
    for (let from = 0; from + 12 <= run.length; from++) {
      const length = LENGTHS.find((count) => {
        const words = run.slice(from, from + count).map(({ word }) => word);
        return words.length === count && validateMnemonic(words.join(' '), wordlist);
      });
      if (length === undefined) continue;
      found.push(run[from]?.at ?? 0);
      from += length - 1;
    }
    run = [];
  };
  for (const { index, 0: word } of text.matchAll(/\p{L}+/gu)) {
    if (WORDS.has(word.toLowerCase())) run.push({ word: word.toLowerCase(), at: index });
    else close();
  }
  close();
  return found;
}

function isPrivateKey(word: string): boolean {
  const checked = decode(base58check, word);
  if (checked !== null) {
    const [version = 0] = checked;
    const wif = (checked.length === 33 || checked.length === 34) && (version === 0x80 || version === 0xef);
    return wif || (checked.length === 78 && /^[xyzt]prv/u.test(word));
  }
  const bytes = decode(base58, word);
  return bytes !== null && isKeyPair(bytes);
}

/** Solana's form: a seed and its own public key. A signature has 64 bytes as well, but not such ones. */
function isKeyPair(bytes: Uint8Array): boolean {
  if (bytes.length !== 64) return false;
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, bytes.subarray(0, 32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return spki.subarray(-32).equals(bytes.subarray(32));
}

function decode(coder: { decode: (text: string) => Uint8Array }, text: string): Uint8Array | null {
  try {
    return coder.decode(text);
  } catch {
    return null; // Not in that form: which is the answer.
  }
}
