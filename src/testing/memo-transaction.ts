import { base58, base64 } from '@scure/base';
import { MEMO_PROGRAMS, memoCall } from '../chain/memo.ts';
import { MAIN_NETWORK, type Sighting } from '../chain/sighting.ts';
import { formatMessage, formatTransaction } from '../chain/solana-transaction.ts';
import { generateKey, type SignerKey, signEd25519 } from '../log/key.ts';

/** A wallet of a test: its key, and its address. */
export interface TestWallet {
  readonly key: SignerKey;
  readonly address: string;
}

export async function testWallet(): Promise<TestWallet> {
  const key = await generateKey('wallet', 'note');
  return { key, address: base58.encode(key.key) };
}

/** Wire bytes of calls that a wallet signed. */
export async function signedCalls(
  { key, address }: TestWallet,
  calls: readonly ReturnType<typeof memoCall>[],
  recentBlockhash = base58.encode(new Uint8Array(32).fill(9)),
): Promise<Uint8Array<ArrayBuffer>> {
  const message = formatMessage({ payer: address, recentBlockhash, instructions: calls });
  return formatTransaction(message, [await signEd25519(key.seed, message)]);
}

/** The same for memos of one program. */
export function signedMemos(
  wallet: TestWallet,
  texts: readonly string[],
  program = MEMO_PROGRAMS[1] ?? '',
): Promise<Uint8Array<ArrayBuffer>> {
  return signedCalls(
    wallet,
    texts.map((text) => memoCall(text, program)),
  );
}

/** What two providers say alike of wire bytes: finalized and successful unless told otherwise. */
export function sightingOf(wire: Uint8Array, over: Partial<Sighting> = {}): Sighting {
  return {
    signature: base58.encode(wire.subarray(1, 65)),
    seen_at: '2026-02-03T04:05:06Z',
    network: MAIN_NETWORK,
    providers: 2,
    slot: '396000000',
    block_time: '2026-01-27T00:00:00Z',
    err: null,
    inner: [],
    wire: base64.encode(wire),
    ...over,
  };
}
