import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base58 } from '@scure/base';
import { batchMemo, MEMO_PROGRAMS, memoCall } from '../../chain/memo.ts';
import { formatMessage, formatTransaction } from '../../chain/solana-transaction.ts';
import { type SignerKey, signEd25519, signerKey } from '../../log/key.ts';
import { createRandom } from './random.ts';

/** What the memo of a batch says: its hash and nothing else, or, as somebody might do it, a word more. */
export const MEMOS = ['exact', 'with-a-word-more'] as const;
export type Memo = (typeof MEMOS)[number];

/** The throw-away key of the invented treasury: the same for everyone, and nothing real is held by it. */
export function treasuryKey(seed: number): Promise<SignerKey> {
  return signerKey('treasury', 'note', new Uint8Array(createRandom(seed, 'treasury').bytes(32)));
}

/** The wire bytes of the transaction that anchors a batch: really signed, and never sent anywhere. */
export async function anchorWire(
  key: SignerKey,
  { id, public_hash }: { readonly id: string; readonly public_hash: string },
  memo: Memo,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = memo === 'exact' ? batchMemo(public_hash) : `${batchMemo(public_hash)} (daily distribution)`;
  const message = formatMessage({
    payer: base58.encode(key.key),
    recentBlockhash: base58.encode(sha256(utf8ToBytes(`recent blockhash of ${id}`))),
    instructions: [memoCall(text, MEMO_PROGRAMS[1] ?? '')],
  });
  return formatTransaction(message, [await signEd25519(key.seed, message)]);
}

/** By what a transaction is known, from its wire bytes with one signature. */
export function wireSignature(wire: Uint8Array): string {
  return base58.encode(wire.subarray(1, 65));
}
