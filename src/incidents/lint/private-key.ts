import { createPrivateKey, createPublicKey } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, createBase58check } from '@scure/base';
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { placesIn } from './place.ts';
import type { Breach, Rule } from './rule.ts';

const WORDS: ReadonlySet<string> = new Set(wordlist);
const LENGTHS = [24, 21, 18, 15, 12];
const MOST_WORDS = 100;
/** The head of an Ed25519 private key in PKCS#8, before its 32 bytes. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const base58check = createBase58check(sha256);

/** Keys and seed phrases that move money: what they open is lost once they are published. */
export const privateKey: Rule = {
  id: 'private-key',
  find: ({ text }) => {
    const at = placesIn(text);
    const breach = ({ at: from, words: hides }: KeyFound, what: string): Breach => ({
      ...at(from),
      reason: `this is ${what}`,
      instead: 'Take it out at once, and move what it opens to another wallet: what was committed is known.',
      hides,
    });
    const keys = [
      ...matched(text, /\b[1-9A-HJ-NP-Za-km-z]{50,112}\b/gu).filter(({ words }) => isPrivateKey(words)),
      ...matched(text, /\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){63}\s*\]/gu).filter(({ words }) =>
        isKeyPair(Uint8Array.from(JSON.parse(words) as number[])),
      ),
      ...matched(text, NAMED).map(({ at, words }) => ({ at, words: words.slice(-64) })),
      ...matched(text, /\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/giu),
    ];
    return [
      ...seedPhrases(text).map((one) => breach(one, 'a seed phrase')),
      ...keys.map((one) => breach(one, 'a private key')),
      ...unnamed(text).map((one) => ({
        ...at(one.at),
        level: 'warning' as const,
        ...UNNAMED,
        hides: one.words,
      })),
    ];
  },
};

interface KeyFound {
  readonly at: number;
  readonly words: string;
}

function matched(text: string, pattern: RegExp): KeyFound[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ at: index, words }));
}

const UNNAMED = {
  reason: 'these 64 characters may be a private key: nothing before them says what they are',
  instead:
    'If it is one, take it out at once. Otherwise say what it is, such as "hash" or "transaction", before it.',
};

/** 32 bytes in hex of which the line says neither that they are a hash nor that they are a key. */
function unnamed(text: string): KeyFound[] {
  return matched(text, /\b(?:0x)?[0-9a-f]{64}\b/giu).filter(({ at }) => {
    const line = text.slice(text.lastIndexOf('\n\n', at) + 1, at);
    return !/(?:hash|sha-?256|transa|\btx|batch|block|blok|commit|digest|sidik|private|secret|signing|kunci|https?:\/\/)/iu.test(
      line.slice(-300),
    );
  });
}

/** 32 bytes in hex are a hash like any other, unless the words before them say that they are a key. */
const NAMED =
  /\b(?:private|secret|signing|kunci)[ _-]?(?:key|privat|pribadi|rahasia)?\b[^\n]{0,30}?\b(?:0x)?[0-9a-f]{64}\b/giu;

/** Where 12, 15, 18, 21 or 24 words of the list follow each other and their checksum holds. */
function seedPhrases(text: string): KeyFound[] {
  const found: KeyFound[] = [];
  let run: { readonly word: string; readonly at: number }[] = [];
  const close = () => {
    // Nobody writes a sentence of so many: a whole list of words, or many phrases.
    if (run.length > MOST_WORDS) found.push(among(run, text));
    if (run.length > MOST_WORDS) run = [];
    for (let from = 0; from + 12 <= run.length; from++) {
      const length = LENGTHS.find((count) => {
        const words = run.slice(from, from + count).map(({ word }) => word);
        return words.length === count && validateMnemonic(words.join(' '), wordlist);
      });
      if (length === undefined) continue;
      found.push(among(run.slice(from, from + length), text));
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

/** From the first word to the last, as written. */
function among(run: readonly { readonly word: string; readonly at: number }[], text: string): KeyFound {
  const { at: from = 0 } = run[0] ?? {};
  const { at: last = 0, word = '' } = run.at(-1) ?? {};
  return { at: from, words: text.slice(from, last + word.length) };
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
