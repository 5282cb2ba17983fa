import { createPrivateKey, createPublicKey } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, bech32, bech32m, createBase58check } from '@scure/base';
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { isSolanaAddress } from '../../ledger/wallet.ts';
import type { NoteFile } from '../model/note-file.ts';
import type { Breach, LintContext, Rules } from './rule.ts';
import { telephones } from './telephone.ts';
import { placesIn } from './text.ts';

/** What a note must not give away: secrets, keys, data of persons, addresses of their wallets. */
export const secretRules: Rules<'secret' | 'private-key' | 'contact' | 'wallet'> = {
  /** Passwords, tokens and keys of services, anywhere in the file, as secretlint knows them and some more. */
  secret: async ({ file, text }) => {
    if (text === '') return [];
    const { messages } = await lintSource({
      source: { filePath: file, content: text, ext: '.md', contentType: 'text' },
      options: { config: CONFIG, maskSecrets: true, noPhysicFilePath: true },
    });
    const at = placesIn(text);
    const breach = (from: number, hides: string, kind: string): Breach => ({
      ...at(from),
      code: 'secret',
      values: { kind },
      hides,
    });
    const known = messages.map(({ range: [from, to], ruleId }) =>
      breach(from, text.slice(from, to), ruleId.replace(/^.*secretlint-rule-/, '')),
    );
    const lines = new Set(known.map(({ line }) => line));
    const further = KEYS.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(({ index, 0: found, groups }) =>
        breach(index, groups?.value ?? groups?.quoted ?? found, kind),
      ),
    );
    return [...known, ...further.filter(({ line }) => !lines.has(line))];
  },
  /** Keys and seed phrases that move money: what they open is lost once they are published. */
  'private-key': ({ text }) => {
    const at = placesIn(text);
    const keys = [
      ...matched(text, /\b[1-9A-HJ-NP-Za-km-z]{50,112}\b/gu).filter(({ words }) => isPrivateKey(words)),
      ...matched(text, /\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){63}\s*\]/gu).filter(({ words }) =>
        isKeyPair(Uint8Array.from(JSON.parse(words) as number[])),
      ),
      ...matched(text, NAMED).map(({ at, words }) => ({ at, words: words.slice(-64) })),
      ...matched(text, /\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/giu),
    ];
    const found = [
      ...seedPhrases(text).map((one) => ({ ...one, code: 'private-key.seed-phrase' as const })),
      ...keys.map((one) => ({ ...one, code: 'private-key.key' as const })),
      ...unnamed(text).map((one) => ({ ...one, code: 'private-key.unnamed' as const })),
    ];
    return found.map(({ at: from, words: hides, code }) => ({
      ...at(from),
      level: code === 'private-key.unnamed' ? ('warning' as const) : ('error' as const),
      code,
      hides,
    }));
  },
  /** Personal data that a note must not hold: e-mail addresses, telephone, identity and bank account numbers. */
  contact: ({ text }) => {
    const at = placesIn(text);
    const found = PERSONAL.flatMap(([pattern, code]) =>
      hiding(text, pattern).map(({ from, hides }) => ({ ...at(from), code, hides })),
    );
    const called = hiding(text, CALLED);
    const phones = telephones(text).map(({ from, to }) => ({ from, hides: text.slice(from, to) }));
    const told = new Set(found.map(({ line }) => line));
    return [
      ...found,
      ...[...called, ...phones]
        .map(({ from, hides }): Breach => ({ ...at(from), code: 'contact.telephone', hides }))
        .filter(
          ({ line, hides }) => !(told.has(line) && found.some((one) => one.hides.includes(hides ?? ''))),
        ),
    ];
  },
  /** Wallet addresses that are not official ones: whose they are is nobody's business. Transactions may be named. */
  wallet: ({ text }, { wallets = new Set<string>() }) => {
    const at = placesIn(text);
    const official = new Set([...wallets].map((address) => plain(address)));
    return [...text.matchAll(/\b[0-9A-Za-z]{26,90}\b/gu)].flatMap(({ index, 0: word }) => {
      if (!isAddress(word) || official.has(plain(word))) return [];
      return [{ ...at(index), code: 'wallet' as const, hides: word }];
    });
  },
};

/** Whether a text can be repeated in a finding, which is public: it holds no secret and nothing of a person. */
export async function isQuotable(text: string, note: NoteFile, context: LintContext): Promise<boolean> {
  // Whoever accepted it once.
  const breaches = await Promise.all(
    Object.values(secretRules).map((find) => find({ ...note, text }, context)),
  );
  return breaches.flat().length === 0;
}

/** Told once for all notes. */
const CONFIG = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** Keys that secretlint takes for a secret only in the company of others, or not at all. */
const KEYS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['jwt', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu],
  ['supabase', /\bsb_secret_[\w-]{8,}/gu],
  ['openai', /\bsk-(?:[a-z]+-)*[\w-]{16,}/gu],
  ['aws', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu],
  ['aws', /(?<![\w/+=])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)(?=[\w/+]*[/+])[\w/+]{40}(?![\w/+=])/gu],
  ['basicauth', /\b[a-z][a-z0-9+.-]*:\/\/(?<value>[^\s/?#@]*:[^\s/?#@]+)@/giu],
  // A value that is no word: with a digit, with another sign, or between quotation marks.
  [
    'password',
    /\b(?:passwords?|passwd|passphrases?|kata\s+sandi(?:nya)?|sandi(?:nya)?|PIN|OTP|(?:api|secret|access)[ _-]?keys?)\b["'`*]*\s*(?::|=|\b(?:is|was|are|adalah|ialah|yaitu|yakni)\b)[\s*]*(?:["'`“‘](?<quoted>[^\s"'`”’]{4,})|(?=[^\s,;]*[\d!@#$%^&*?+=~])(?!\d{1,2}[.:]\d{2}\b)(?!\d{4}-\d{2}-)(?=[^\s,;]*[^\s\d,;.!?][^\s,;]*[\d!@#$%^&*+=~]|\d|[!@#$%^&*?+=~])(?<value>[^\s,;]{4,}))/giu,
  ],
  ['password', /\b(?:PIN|OTP|password|kata\s+sandi|sandi)\s+(?<value>\d{4,8})\b(?![.:-]\d)/giu],
];

const WORDS: ReadonlySet<string> = new Set(wordlist);
const LENGTHS = [24, 21, 18, 15, 12];
const MOST_WORDS = 100;
/** The head of an Ed25519 private key in PKCS#8, before its 32 bytes. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const base58check = createBase58check(sha256);

interface KeyFound {
  readonly at: number;
  readonly words: string;
}

function matched(text: string, pattern: RegExp): KeyFound[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ at: index, words }));
}

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

const EMAIL =
  /(?<value>[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([{](?:at|a)[)\]}]\s?))(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const CALLED = /\b(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=|tel:)\+?(?<value>\d{8,15})/giu;
/** NIK: a province, two further parts of the place, a day (of women 40 later), a month, a year and a number. */
const IDENTITY =
  /(?<![\d.,])(?:1[1-9]|2[1-9]|[3-9]\d)\d{4}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?![\d.,]?\d)/gu;
const ACCOUNT =
  /(?:\b(?:[Rr]ekening(?:nya)?|[Nn]o(?:\.|mor)?\s?[Rr]ek|[Nn]orek|[Bb]ank\s+[Aa]ccount|[Aa]ccount\s+(?:[Nn]o\.?|[Nn]umber))|\b(?:BCA|BRI|BNI|BSI|BTN|CIMB|Mandiri|Danamon|Permata|Jago|Jenius))\b[^\d\n]{0,30}(?<value>\d{8,16}|\d{3,4}(?:[ .-]\d{3,4}){2,3})(?!\d)/gu;

const PERSONAL = [
  [EMAIL, 'contact.e-mail'],
  [IDENTITY, 'contact.identity'],
  [ACCOUNT, 'contact.account'],
] as const;

/** Where a pattern stands, and the part of it that is not to be repeated. */
function hiding(text: string, pattern: RegExp): { readonly from: number; readonly hides: string }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all, groups }) => ({
    from: index,
    hides: groups?.value ?? all,
  }));
}

/** The first byte of an address with a checksum: Bitcoin and Litecoin (both kinds each), Dogecoin, Tron. */
const VERSIONS: ReadonlySet<number> = new Set([0x00, 0x05, 0x30, 0x32, 0x1e, 0x41]);

function isAddress(word: string): boolean {
  if (/^0x[0-9a-f]{40}$/iu.test(word)) return true;
  if (/^(?:bc|ltc|tb)1/iu.test(word)) return isSegwit(word);
  return isSolanaAddress(word) || isBase58Check(word);
}

function isSegwit(word: string): boolean {
  const text = word as `${string}1${string}`;
  return bech32.decodeUnsafe(text, 90) !== undefined || bech32m.decodeUnsafe(text, 90) !== undefined;
}

function isBase58Check(word: string): boolean {
  try {
    const bytes = base58check.decode(word);
    return bytes.length === 21 && VERSIONS.has(bytes[0] ?? 0xff);
  } catch {
    return false; // No such form, or its checksum does not hold.
  }
}

/** Addresses of EVM chains and bech32 are alike in both cases; others are not, but then they differ anyway. */
function plain(address: string): string {
  return /^(?:0x|bc1|ltc1|tb1)/iu.test(address) ? address.toLowerCase() : address;
}
