import { z } from 'zod';
import type { Caveat } from '../../ledger/caveat.ts';
import { type Wallet, walletSchema, withDistinctNames } from '../../ledger/wallet.ts';
import type { TableSource } from '../../postgres/table.ts';
import { settingSource } from './setting.ts';

const columns = { name: 'text', address: 'text', type: 'text', explorer_url: 'text' } as const;

/** TPC-02: the public wallets. */
export const wallets: TableSource<Wallet, Wallet> = {
  tables: ['public.tpc_public_wallets'],
  sql: `SELECT name, address, type, explorer_url FROM public.tpc_public_wallets ORDER BY name COLLATE "C", type COLLATE "C", address COLLATE "C"`,
  columns,
  wire: walletSchema,
  rowByRow: true,
  toRows: withDistinctNames,
  caveats: (rows) => [sharedNames(rows)],
};

/** TPC-02 in the field's form, as a table. A wallet that is not in use any more is none of the official ones. */
export const officialWallets: TableSource<Wallet, Wallet> = {
  tables: ['public.official_wallets'],
  sql: `SELECT name, address, purpose AS type, explorer_url
          FROM public.official_wallets WHERE is_active IS NOT FALSE ORDER BY name COLLATE "C", purpose COLLATE "C", chain COLLATE "C",
                  address COLLATE "C"`,
  columns,
  wire: walletSchema,
  rowByRow: true,
  toRows: withDistinctNames,
  caveats: (rows) => [sharedNames(rows)],
};

const text = z.string().nullish();
const named = z.strictObject({ label: text, address: text, explorer_url: text });

/**
 * TPC-02 in the field's form, as a setting: an object by type, of which any can be missing. Links are rare there,
 * and a wallet without a label is called by its type.
 */
export const walletsSetting = settingSource<Wallet>(
  'public_wallets',
  z
    .strictObject({
      treasury: named.nullish(),
      buyback: named.nullish(),
      burn: named.nullish(),
      liquidity: named.nullish(),
    })
    .transform((byType) =>
      Object.entries(byType)
        .flatMap(([type, wallet]) => (wallet == null ? [] : [walletOf(type, wallet)]))
        .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.type ?? '', b.type ?? '')),
    ),
  { toRows: withDistinctNames, caveats: (rows) => [sharedNames(rows)] },
);

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function sharedNames(wallets: readonly Wallet[]): Caveat {
  const names = new Set(wallets.map(({ name }) => name));
  return { caveat: 'same-name', count: String(wallets.length - names.size), amount: null };
}

function walletOf(type: string, { label, address, explorer_url }: z.infer<typeof named>): Wallet {
  const name = label == null || label === '' ? type : label;
  return { name, address: address ?? null, type, explorer_url: explorer_url ?? null };
}
