import { base58 } from '@scure/base';
import { z } from 'zod';

/** A public wallet (TPC-02). All four are text as the operator typed it; see `walletVerdict`. */
export const walletSchema = z.strictObject({
  name: z.string().min(1),
  address: z.string().nullable(),
  type: z.string().nullable(),
  explorer_url: z.string().nullable(),
});

export type Wallet = z.infer<typeof walletSchema>;

/**
 * Wallets by names of their own: where several bear one name, the second is `name #2`, and so on. They must come in
 * an order that lasts.
 */
export function withDistinctNames(wallets: readonly Wallet[]): Wallet[] {
  const seen = new Map<string, number>();
  return wallets.map((wallet) => {
    const nth = (seen.get(wallet.name) ?? 0) + 1;
    seen.set(wallet.name, nth);
    return nth === 1 ? wallet : { ...wallet, name: `${wallet.name} #${nth}` };
  });
}

export const WALLET_PROBLEMS = ['not-solscan', 'other-address', 'other-network'] as const;
export type WalletProblem = (typeof WALLET_PROBLEMS)[number];

export interface WalletVerdict {
  /** `not-published`: the address is empty or a placeholder, so nothing here can be checked. */
  readonly state: 'published' | 'not-published';
  /** `none`: no link is stated, or there is no address that one could bear. Nothing is right or wrong then. */
  readonly link: 'ok' | 'problem' | 'none';
  readonly problems: readonly WalletProblem[];
}

/** Whether `address` is a Solana address: base58 of 32 bytes, not all of them zero. */
export function isSolanaAddress(address: string): boolean {
  const bytes = decodeBase58(address);
  return bytes !== null && bytes.length === 32 && bytes.some((byte) => byte !== 0);
}

/** Whether `signature` is a Solana transaction signature: base58 of 64 bytes. */
export function isSolanaSignature(signature: string): boolean {
  return decodeBase58(signature)?.length === 64;
}

/**
 * TPC-02: an explorer link must be https on solscan.io, bear this wallet's own address and name the same
 * network as most of the other wallets' links do. A wallet without one states none, which is no wrong link.
 */
export function walletVerdict(wallet: Wallet, wallets: readonly Wallet[]): WalletVerdict {
  if (wallet.address === null || !isSolanaAddress(wallet.address)) {
    return { state: 'not-published', link: 'none', problems: [] };
  }
  if (wallet.explorer_url === null || wallet.explorer_url === '') {
    return { state: 'published', link: 'none', problems: [] };
  }
  const problems = linkProblems(wallet, wallet.address, usualNetwork(wallets));
  return { state: 'published', link: problems.length === 0 ? 'ok' : 'problem', problems };
}

function linkProblems(wallet: Wallet, address: string, usual: string | null): WalletProblem[] {
  const link = explorerLink(wallet);
  if (link === null) return ['not-solscan'];
  const problems: WalletProblem[] = [];
  if (link.address !== address) problems.push('other-address');
  if (usual !== null && link.network !== usual) problems.push('other-network');
  return problems;
}

/** What a link without `cluster` shows. */
const MAIN_NETWORK = 'mainnet-beta';

function explorerLink(wallet: Wallet): { address: string; network: string } | null {
  if (!URL.canParse(wallet.explorer_url ?? '')) return null;
  const url = new URL(wallet.explorer_url ?? '');
  const plain = url.protocol === 'https:' && url.username === '' && url.port === '';
  if (!plain || (url.hostname !== 'solscan.io' && url.hostname !== 'www.solscan.io')) return null;
  const path = /^\/(?:account|address|token)\/([^/]+)\/?$/.exec(url.pathname);
  return { address: path?.[1] ?? '', network: url.searchParams.get('cluster') ?? MAIN_NETWORK };
}

/** The network most links name, the main one when two are even; null without any link. */
function usualNetwork(wallets: readonly Wallet[]): string | null {
  const networks = wallets.flatMap((wallet) => explorerLink(wallet)?.network ?? []);
  const counts = Map.groupBy(networks, (network) => network);
  const ranked = [...counts].toSorted(
    ([a, as], [b, bs]) => bs.length - as.length || Number(b === MAIN_NETWORK) - Number(a === MAIN_NETWORK),
  );
  return ranked[0]?.[0] ?? null;
}

function decodeBase58(text: string): Uint8Array | null {
  try {
    return base58.decode(text);
  } catch {
    return null; // Not in the alphabet: the answer is "no such address", which callers show.
  }
}
