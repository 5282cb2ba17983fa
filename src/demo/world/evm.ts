import { jsonRpcPeer } from './json-rpc.ts';
import type { Service } from './server.ts';

/** A chain whose height follows the clock. */
export interface EvmChain {
  readonly id: number;
  /** Milliseconds since 1970 of its first block, and from one block to the next. */
  readonly genesis: number;
  readonly blockTime: number;
}

export const BASE: EvmChain = { id: 8453, genesis: 1_686_789_347_000, blockTime: 2_000 };
export const BASE_SEPOLIA: EvmChain = { id: 84_532, genesis: 1_695_768_288_000, blockTime: 2_000 };
export const BNB: EvmChain = { id: 56, genesis: 1_720_000_000_000, blockTime: 750 };

export interface EvmPeerOptions {
  readonly chain: EvmChain;
  /** How many blocks this provider is behind. */
  readonly behind?: number;
  /** The hash that the order of a transaction bears, by transaction. */
  readonly redemptions?: ReadonlyMap<string, string>;
  readonly now: () => Date;
}

/** The number of the newest block. */
export function heightOf(chain: EvmChain, now: Date): number {
  return Math.floor((now.getTime() - chain.genesis) / chain.blockTime);
}

const FALSE = `0x${'0'.repeat(64)}`;
const PAUSED = '0x5c975abb';
const quantity = (value: number) => `0x${value.toString(16)}`;

/** A provider of an EVM chain: what the checks ask, in the form a node gives it. */
export function evmPeer({ chain, behind = 0, redemptions = new Map(), now }: EvmPeerOptions): Service {
  const height = () => heightOf(chain, now()) - behind;
  return jsonRpcPeer({
    eth_chainId: () => quantity(chain.id),
    eth_blockNumber: () => quantity(height()),
    eth_getBalance: () => quantity(0),
    eth_getBlockByNumber: ([asked]) => {
      const number = asked === 'latest' ? height() : Number(asked);
      return {
        number: quantity(number),
        timestamp: quantity(Math.floor((chain.genesis + number * chain.blockTime) / 1000)),
        transactions: [],
      };
    },
    // No contract here is paused; a call of anything else finds no code.
    eth_call: ([call]) => (isPausedCall(call) ? FALSE : '0x'),
    eth_getTransactionReceipt: ([transaction]) => {
      const orderHash = redemptions.get(String(transaction));
      if (orderHash === undefined) return null;
      return {
        transactionHash: transaction,
        status: '0x1',
        logs: [{ topics: [`0x${'ab'.repeat(32)}`, orderHash], data: '0x' }],
      };
    },
  });
}

function isPausedCall(call: unknown): boolean {
  return call !== null && typeof call === 'object' && 'data' in call && call.data === PAUSED;
}
