import { base58 } from '@scure/base';
import type { Random } from './random.ts';

/** A row of `tpc_public_wallets`. */
export interface WalletRow {
  name: string;
  address: string;
  type: string;
  explorer_url: string | null;
}

/** Three wallets with an address of 32 random bytes, and one that is not published yet. */
export function inventWallets(random: Random): WalletRow[] {
  const published = [
    { name: 'Treasury', type: 'treasury' },
    { name: 'Buyback', type: 'buyback' },
    { name: 'Referral', type: 'referral' },
  ].map(({ name, type }) => {
    const address = base58.encode(random.bytes(32));
    return { name, address, type, explorer_url: `https://solscan.io/account/${address}` };
  });
  const placeholder = {
    name: 'Liquidity',
    address: 'PASTE_LIQUIDITY_WALLET',
    type: 'liquidity',
    explorer_url: null,
  };
  return [...published, placeholder];
}
