import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { isSolanaAddress } from '../../ledger/wallet.ts';
import { placesIn } from './place.ts';
import type { Rule } from './rule.ts';

const base58check = createBase58check(sha256);
/** The first byte of an address with a checksum: Bitcoin and Litecoin (both kinds each), Dogecoin, Tron. */
const VERSIONS: ReadonlySet<number> = new Set([0x00, 0x05, 0x30, 0x32, 0x1e, 0x41]);

/** Wallet addresses that are not official ones: whose they are is nobody's business. Transactions may be named. */
export const wallet: Rule = {
  id: 'wallet',
  find: ({ text }, { wallets = new Set<string>() }) => {
    const at = placesIn(text);
    const official = new Set([...wallets].map((address) => plain(address)));
    return [...text.matchAll(/\b[0-9A-Za-z]{26,90}\b/gu)].flatMap(({ index, 0: word }) => {
      if (!isAddress(word) || official.has(plain(word))) return [];
      return [
        {
          ...at(index),
          reason: 'this is the address of a wallet that is not one of the official ones',
          instead:
            'Name the transaction instead, or leave it out; official addresses stand on the page of wallets.',
          hides: word,
        },
      ];
    });
  },
};

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
