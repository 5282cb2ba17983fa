import { type Wallet, walletSchema } from '../../domain/wallet.ts';
import type { TableSource } from '../postgres/table.ts';

/** TPC-02: the public wallets. */
export const wallets: TableSource<Wallet, Wallet> = {
  tables: ['public.tpc_public_wallets'],
  sql: `SELECT name, address, type, explorer_url FROM public.tpc_public_wallets ORDER BY name COLLATE "C"`,
  columns: { name: 'text', address: 'text', type: 'text', explorer_url: 'text' },
  wire: walletSchema,
  toRows: (rows) => rows,
};
