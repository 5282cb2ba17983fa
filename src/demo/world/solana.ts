import { base58 } from '@scure/base';
import { jsonRpcPeer } from './json-rpc.ts';
import type { Service } from './server.ts';

/** Mainnet's: the first block's time and hash. */
const GENESIS_SECONDS = 1_584_368_940;
const GENESIS_HASH = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
const SLOT_MS = 420;

export interface SolanaPeerOptions {
  readonly now: () => Date;
  readonly behind?: number;
  /** The hash of the first block: mainnet's unless told. */
  readonly genesis?: string;
  /** Lamports by account. */
  readonly balances: ReadonlyMap<string, number>;
  /** Signatures of transactions that succeeded. */
  readonly transactions: ReadonlySet<string>;
}

/** A provider of Solana: what the checks ask, in the form a node gives it. */
export function solanaPeer({
  now,
  behind = 0,
  genesis = GENESIS_HASH,
  balances,
  transactions,
}: SolanaPeerOptions): Service {
  const slot = () => Math.floor((now().getTime() - GENESIS_SECONDS * 1000) / SLOT_MS) - behind;
  const context = () => ({ apiVersion: '3.0.0', slot: slot() });
  return jsonRpcPeer({
    getSlot: slot,
    getFirstAvailableBlock: () => 0,
    getGenesisHash: () => genesis,
    getLatestBlockhash: () => ({
      context: context(),
      value: { blockhash: base58.encode(slotBytes(slot())), lastValidBlockHeight: slot() + 150 },
    }),
    getBlockTime: ([asked]) => GENESIS_SECONDS + Math.floor((Number(asked) * SLOT_MS) / 1000),
    getBalance: ([account]) => ({ context: context(), value: balances.get(String(account)) ?? 0 }),
    getTransaction: ([signature]) =>
      transactions.has(String(signature))
        ? { slot: slot() - 5_000, meta: { err: null }, transaction: { signatures: [signature] } }
        : null,
    getTokenAccountsByOwner: ([owner]) => ({ context: context(), value: [tokenAccount(String(owner))] }),
  });
}

function slotBytes(slot: number): Uint8Array {
  const bytes = new Uint8Array(32).fill(7);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(slot));
  return bytes;
}

function tokenAccount(owner: string) {
  const tokenAmount = { amount: '2500000', decimals: 6, uiAmount: 2.5, uiAmountString: '2.5' };
  return {
    pubkey: owner,
    account: {
      lamports: 2_039_280,
      owner: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
      data: { program: 'spl-token', space: 165, parsed: { type: 'account', info: { owner, tokenAmount } } },
    },
  };
}
