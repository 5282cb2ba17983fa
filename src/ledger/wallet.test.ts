import { base58 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSolanaAddress, isSolanaSignature, type Wallet, walletVerdict } from './wallet.ts';

const address = base58.encode(new Uint8Array(32).fill(7));
const other = base58.encode(new Uint8Array(32).fill(9));
const wallet = (explorer_url: string | null, own: string | null = address): Wallet => ({
  name: 'Treasury',
  address: own,
  type: 'treasury',
  explorer_url,
});
const good = wallet(`https://solscan.io/account/${address}`);

describe('TPC-02: wallets and their explorer links', () => {
  test('a link on solscan.io that bears the wallet’s own address is fine', () => {
    expect(walletVerdict(good, [good])).toEqual({ state: 'published', link: 'ok', problems: [] });
  });

  test.each([
    ['http instead of https', `http://solscan.io/account/${address}`, 'not-solscan'],
    ['a look-alike host', `https://solscan.io.example.com/account/${address}`, 'not-solscan'],
    ['a user name before the host', `https://solscan.io@example.com/account/${address}`, 'not-solscan'],
    ['no URL at all', 'javascript:alert(1)', 'not-solscan'],
    ['another address', `https://solscan.io/account/${other}`, 'other-address'],
    ['a page without an address', 'https://solscan.io/', 'other-address'],
    ['another network', `https://solscan.io/account/${address}?cluster=devnet`, 'other-network'],
  ])('%s is a problem', (_, url, problem) => {
    const suspect = wallet(url);
    expect(walletVerdict(suspect, [good, good, suspect])).toMatchObject({
      link: 'problem',
      problems: [problem],
    });
  });

  test.each([null, ''])('a wallet that states no link (%j) has no wrong one', (none) => {
    const unlinked = wallet(none);
    expect(walletVerdict(unlinked, [good, unlinked])).toEqual({
      state: 'published',
      link: 'none',
      problems: [],
    });
  });

  test('of two links on two networks it is not the main network’s that is suspected', () => {
    const devnet = wallet(`https://solscan.io/account/${address}?cluster=devnet`);
    expect(walletVerdict(good, [devnet, good]).link).toBe('ok');
    expect(walletVerdict(devnet, [devnet, good]).problems).toEqual(['other-network']);
  });

  test.each(['', 'PASTE_TREASURY_WALLET', `0x${'0'.repeat(40)}`, '1'.repeat(32), null])(
    'the placeholder %j is "not published", never valid',
    (placeholder) => {
      const suspect = wallet('https://solscan.io/account/', placeholder);
      expect(walletVerdict(suspect, [suspect])).toMatchObject({ state: 'not-published', link: 'none' });
    },
  );

  test('an address is base58 of 32 bytes, a signature of 64, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        const text = base58.encode(bytes);
        expect(isSolanaSignature(text)).toBe(bytes.length === 64);
        expect(isSolanaAddress(text)).toBe(bytes.length === 32 && bytes.some((byte) => byte !== 0));
      }),
    );
  });
});
