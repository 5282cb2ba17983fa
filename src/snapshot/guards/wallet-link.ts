import { type Wallet, walletVerdict } from '../../ledger/wallet.ts';
import type { Flag } from '../guard.ts';

/** TPC-02: a wallet's explorer link is not on solscan.io, or leads to another address or network. */
export const walletLink: Flag<Wallet> = {
  name: 'wallet-link',
  // Without a link, or an address that it could bear, nothing can be right or wrong.
  looked: (rows) => rows.filter((wallet) => walletVerdict(wallet, rows).link !== 'none').length,
  find: (rows) =>
    rows.flatMap((wallet) => {
      const { problems } = walletVerdict(wallet, rows);
      if (problems.length === 0) return [];
      return [
        { id: wallet.name, detail: `Wallet "${wallet.name}": its explorer link has ${problems.join(', ')}.` },
      ];
    }),
};
