import { base58 } from '@scure/base';
import { type Address, getTransactionDecoder, lamports, type Signature } from '@solana/kit';
import { Clock, FailedTransactionMetadata, LiteSVM } from 'litesvm';
import { MEMO_PROGRAMS } from '../chain/memo.ts';
import { type Landed, type SolanaPeerOptions, solanaPeer } from '../demo/world/solana.ts';
import { signedCalls, type TestWallet } from './memo-transaction.ts';
import { type Peer, startPeer } from './peer.ts';

/** Lamports that wallets of a test begin with. */
const ENDOWED = 5_000_000_000n;
/** A program that anybody may deploy: the real memo program under an address of its own. */
export const LOOK_ALIKE = base58.encode(new Uint8Array(32).fill(77)) as Address;

/** A chain of a test: the real runtime with the real memo programs 1 and 3, in this process. */
export interface SolanaChain {
  /** Carries a transaction out, at a time in seconds since 1970. What fails has landed too, as on the network. */
  send(wire: Uint8Array, blockTime: number): string;
  /** The same for calls that a wallet signs. */
  call(wallet: TestWallet, calls: Parameters<typeof signedCalls>[1], blockTime: number): Promise<string>;
  endow(wallet: Pick<TestWallet, 'address'>): void;
  /** For what is signed elsewhere. */
  recentBlockhash(): string;
  readonly landed: Landed[];
}

export function createSolanaChain(): SolanaChain {
  const svm = new LiteSVM();
  const memo = svm.getAccount(MEMO_PROGRAMS[1] as Address);
  if (!memo.exists) throw new Error('the memo program is not there');
  svm.addProgram(LOOK_ALIKE, new Uint8Array(memo.data));
  const landed: Landed[] = [];
  const send = (wire: Uint8Array, blockTime: number) => {
    svm.setClock(new Clock(BigInt(landed.length + 1), 0n, 0n, 0n, BigInt(blockTime)));
    const result = svm.sendTransaction(getTransactionDecoder().decode(wire) as never);
    const failed = result instanceof FailedTransactionMetadata;
    const signature = base58.encode(wire.subarray(1, 65));
    // What the runtime did not let in at all (a wrong signature, no funds) never lands.
    if (svm.getTransaction(signature as Signature) === null) throw new Error(String(result));
    landed.push({ wire, blockTime, err: failed ? { InstructionError: [0, String(result.err())] } : null });
    return signature;
  };
  return {
    landed,
    send,
    async call(wallet, calls, blockTime) {
      svm.expireBlockhash();
      return send(await signedCalls(wallet, calls, svm.latestBlockhash()), blockTime);
    },
    recentBlockhash: () => svm.latestBlockhash(),
    endow: ({ address }) => void svm.airdrop(address as Address, lamports(ENDOWED)),
  };
}

/** A provider on loopback that serves what landed, in the form of the network's nodes. */
export function startProvider(
  options: Partial<SolanaPeerOptions> & { readonly now: () => Date },
): Promise<Peer> {
  const service = solanaPeer({ balances: new Map(), transactions: new Set(), ...options });
  return startPeer((request, response, body) => {
    const {
      status,
      headers,
      body: text,
    } = service({
      method: request.method ?? 'GET',
      path: '/',
      query: new URLSearchParams(),
      headers: request.headers,
      body,
    });
    response.writeHead(status, headers).end(text);
  });
}
