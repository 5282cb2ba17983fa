import { base58, base64 } from '@scure/base';
import { memosIn } from '../../chain/memo.ts';
import { MAIN_NETWORK } from '../../chain/sighting.ts';
import { parseTransaction, signatureOf } from '../../chain/solana-transaction.ts';
import { jsonRpcPeer } from './json-rpc.ts';
import type { Service } from './server.ts';

/** Mainnet's: the first block's time. */
const GENESIS_SECONDS = 1_584_368_940;
const SLOT_MS = 420;

/** A transaction that is in a block. */
export interface Landed {
  readonly wire: Uint8Array;
  /** Seconds since 1970. */
  readonly blockTime: number;
  readonly err: unknown;
}

/** The slot of a time, in seconds since 1970. */
function slotAt(seconds: number): number {
  return Math.floor(((seconds - GENESIS_SECONDS) * 1000) / SLOT_MS);
}

export interface SolanaPeerOptions {
  readonly now: () => Date;
  readonly behind?: number;
  /** The hash of the first block: mainnet's unless told. */
  readonly genesis?: string;
  /** Lamports by account. */
  readonly balances: ReadonlyMap<string, number>;
  /** Signatures of transactions that succeeded. */
  readonly transactions: ReadonlySet<string>;
  /** Transactions that are known whole, oldest first. */
  readonly landed?: readonly Landed[];
}

/** A provider of Solana: what the checks ask, in the form a node gives it. */
export function solanaPeer({
  now,
  behind = 0,
  genesis = MAIN_NETWORK,
  balances,
  transactions,
  landed = [],
}: SolanaPeerOptions): Service {
  const slot = () => slotAt(now().getTime() / 1000) - behind;
  const known = landed.map(listedOf);
  const bySignature = new Map(known.map((one) => [one.listed.signature, one]));
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
      bySignature.get(String(signature))?.whole ??
      (transactions.has(String(signature))
        ? { slot: slot() - 5_000, meta: { err: null }, transaction: { signatures: [signature] } }
        : null),
    getSignaturesForAddress: ([account, options]) => {
      const { before, until, limit } = options as { before?: string; until?: string; limit: number };
      const newest = known
        .filter(({ accounts }) => accounts.includes(String(account)))
        .map(({ listed }) => listed)
        .toReversed();
      const from = before === undefined ? 0 : newest.findIndex(({ signature }) => signature === before) + 1;
      const end = newest.findIndex(({ signature }) => signature === until);
      return newest.slice(from, end === -1 ? undefined : end).slice(0, limit);
    },
    getTokenAccountsByOwner: ([owner]) => ({ context: context(), value: [tokenAccount(String(owner))] }),
  });
}

/** A transaction as `getTransaction` gives it whole, and as a list gives it. */
function listedOf({ wire, blockTime, err }: Landed) {
  const transaction = parseTransaction(wire);
  const slot = slotAt(blockTime);
  const memos = memosIn(transaction.instructions).map(({ text }) => `[${Buffer.byteLength(text)}] ${text}`);
  return {
    accounts: transaction.accounts,
    listed: {
      signature: signatureOf(transaction),
      slot,
      err,
      memo: memos.length === 0 ? null : memos.join('; '),
      blockTime,
      confirmationStatus: 'finalized',
    },
    whole: {
      slot,
      blockTime,
      meta: { err, fee: 5_000, innerInstructions: [], loadedAddresses: { writable: [], readonly: [] } },
      transaction: [base64.encode(wire), 'base64'],
      version: transaction.version,
    },
  };
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
