import { type ChainCommand, type ChainEnding, chainCommand } from '../chain/run/command.ts';
import type { SolanaPeerOptions } from '../demo/world/solana.ts';
import type { Batch } from '../ledger/batch.ts';
import type { Rows } from '../ledger/dataset.ts';
import { createContentRoot } from './content.ts';
import { type TestWallet, testWallet } from './memo-transaction.ts';
import type { Peer } from './peer.ts';
import { publishRows, ROWS } from './published-content.ts';
import { createSolanaChain, type SolanaChain, startProvider } from './solana-chain.ts';

/** When the batches were read, and when the chain is asked. */
const READ_AT = '2026-02-03T04:05:06Z';
export const ASKED_AT = '2026-02-03T04:06:00Z';

type Run = (
  over?: Partial<ChainCommand>,
) => Promise<ChainEnding & { readonly text: string; readonly exitCode: 0 }>;

export interface AnchoredContent {
  readonly root: string;
  readonly chain: SolanaChain;
  readonly treasury: TestWallet;
  /** The platform's list of wallets and its batches as published: to be called once, before the first run. */
  readonly publish: (batches: readonly Batch[]) => Promise<void>;
  /** Starts two providers of the chain, each with what is other with it. */
  readonly ask: (first?: Partial<SolanaPeerOptions>, second?: Partial<SolanaPeerOptions>) => Promise<Peer[]>;
  /** `npm run chain`, with the providers that were started last. */
  readonly run: Run;
}

/** Content of a platform whose treasury has a key here, and two providers of a chain that runs in this process. */
export async function createAnchoredContent(): Promise<AnchoredContent> {
  const root = await createContentRoot();
  const treasury = await testWallet();
  const chain = createSolanaChain();
  chain.endow(treasury);
  const now = () => new Date(ASKED_AT);
  const balances = new Map([[treasury.address, 5_000_000_000]]);
  let peers: Peer[] = [];
  const ask: AnchoredContent['ask'] = async (first = {}, second = {}) => {
    const provider = (over: Partial<SolanaPeerOptions>) =>
      startProvider({ now, balances, landed: chain.landed, ...over });
    peers = await Promise.all([provider(first), provider(second)]);
    return peers;
  };
  const run: Run = async (over = {}) => {
    if (peers.length === 0) await ask();
    const [first, second] = peers.map(({ url }) => url);
    const ending = await chainCommand({
      contentRoot: root,
      systemId: 'tpc',
      settings: { TPC_SOLANA_RPC_URL: first, TPC_SOLANA_RPC_SECOND_URL: second },
      now: () => ASKED_AT,
      pace: 0,
      ...over,
    });
    return { ...ending, text: '', exitCode: 0 };
  };
  const publish = async (batches: readonly Batch[]) => {
    const wallet = { name: 'Treasury', address: treasury.address, type: 'treasury', explorer_url: null };
    await publishRows(root, 'tpc', { ...ROWS, batches, wallets: [wallet] } as Rows, READ_AT);
  };
  return { root, chain, treasury, publish, ask, run };
}
