import { type IsoInstant, toSeconds } from '../core/instant.ts';
import type { Batch } from '../ledger/batch.ts';
import { isSolanaSignature } from '../ledger/wallet.ts';
import { batchHashIn, batchMemo } from './memo.ts';
import { hasLookAlike, memosOf, type ReadSighting } from './sighting.ts';
import { type TreasuryListings, treasuryAt } from './treasury.ts';

/** The rules of TPC-09 that a stated transaction can break, in the order in which they are told. */
export const ANCHOR_RULES = [
  /** What is stated is no signature of a Solana transaction. */
  'not-a-signature',
  /** The batch has no hash that could be anchored. */
  'no-hash',
  /** The hash of the runbook's example, SHA-256 of "test". */
  'example-hash',
  /** One transaction is stated for two batches, or names the hashes of two. */
  'shared',
  /** It is on chain, and failed. */
  'failed',
  'no-memo',
  /** A program that is none for memos was given the text. */
  'look-alike',
  /** A memo with the hash of another batch. */
  'other-hash',
  /** A memo that is not the hash and nothing else. */
  'other-text',
  /** No wallet that was listed as the treasury's then signed it. */
  'other-signer',
  /** Its block was made before the batch. */
  'too-early',
] as const;
export type AnchorRule = (typeof ANCHOR_RULES)[number];

/** Why nobody can tell. */
export const ANCHOR_DOUBTS = [
  /** No provider is set up, or none was asked yet. */
  'not-asked',
  /** No provider knows it: one that forgets says the same as one that never saw it. */
  'not-found',
  /** One provider knows it, and the other does not. */
  'one-provider',
  'providers-disagree',
  /** A provider speaks for another chain than the main network. */
  'other-network',
  'no-answer',
  /** What they give is no transaction of that name, or of a form that is not read here. */
  'unreadable',
  'no-block-time',
  /** No treasury wallet is listed that could have signed. */
  'no-treasury',
] as const;
export type AnchorDoubt = (typeof ANCHOR_DOUBTS)[number];

export type Anchor =
  | { readonly state: 'not-anchored' }
  | {
      readonly state: 'verified';
      readonly sighting: ReadSighting;
      /** The treasury wallet that signed. */
      readonly wallet: string;
      /** Whether the signature covers the memo; else it stands in a call that another program made. */
      readonly signed: boolean;
    }
  | {
      readonly state: 'mismatch';
      readonly rules: readonly [AnchorRule, ...AnchorRule[]];
      readonly sighting: ReadSighting | null;
    }
  | { readonly state: 'unknown'; readonly doubt: AnchorDoubt; readonly asked_at: IsoInstant | null };

export type StatedAnchor = Pick<Batch, 'created_at' | 'public_hash' | 'onchain_tx'>;

/** What is known of a stated transaction. */
export interface AnchorKnowledge {
  /** What providers said alike once; null while they never did. */
  readonly sighting: ReadSighting | null;
  /** Why they did not, when they were asked last. */
  readonly doubt: { readonly reason: AnchorDoubt; readonly asked_at: IsoInstant } | null;
  readonly treasury: TreasuryListings;
  /** Whether another published batch states the same transaction. */
  readonly shared: boolean;
}

/** SHA-256 of "test". */
const EXAMPLE_HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/**
 * TPC-09: whether the transaction that a batch states anchors it. What breaks a rule is a mismatch whatever else is not
 * known; verified is what keeps every rule, as far as it can be told by the bytes and by two providers.
 */
export function judgeAnchor(batch: StatedAnchor, knowledge: AnchorKnowledge): Anchor {
  if (batch.onchain_tx === null) return { state: 'not-anchored' };
  const { sighting, doubt, treasury } = knowledge;
  const found = sighting === null ? [] : brokenBy(sighting, batch, treasury);
  const broken = new Set([...brokenByItself(batch, knowledge.shared), ...found]);
  const [first, ...others] = ANCHOR_RULES.filter((rule) => broken.has(rule));
  if (first !== undefined) return { state: 'mismatch', rules: [first, ...others], sighting };
  if (sighting === null)
    return { state: 'unknown', doubt: doubt?.reason ?? 'not-asked', asked_at: doubt?.asked_at ?? null };
  const { block_time, seen_at, transaction } = sighting;
  if (block_time === null) return { state: 'unknown', doubt: 'no-block-time', asked_at: seen_at };
  const listed = treasuryAt(treasury, block_time);
  const wallet = transaction.signers.find((signer) => listed.includes(signer));
  if (wallet === undefined) return { state: 'unknown', doubt: 'no-treasury', asked_at: seen_at };
  const text = batchMemo(batch.public_hash ?? '');
  const signed = memosOf(sighting).some((memo) => memo.signed && memo.text === text);
  return { state: 'verified', sighting, wallet, signed };
}

/** What is wrong whatever the chain says. */
function* brokenByItself({ onchain_tx, public_hash }: StatedAnchor, shared: boolean): Generator<AnchorRule> {
  if (!isSolanaSignature(onchain_tx ?? '')) yield 'not-a-signature';
  if (public_hash === null) yield 'no-hash';
  if (public_hash === EXAMPLE_HASH) yield 'example-hash';
  if (shared) yield 'shared';
}

function* brokenBy(
  sighting: ReadSighting,
  { public_hash, created_at }: StatedAnchor,
  treasury: TreasuryListings,
): Generator<AnchorRule> {
  const { err, block_time, transaction } = sighting;
  if (err !== null) yield 'failed';
  if (public_hash !== null) yield* brokenByMemos(sighting, public_hash);
  if (block_time === null) return;
  // A block's time has whole seconds.
  if (toSeconds(block_time) < toSeconds(created_at)) yield 'too-early';
  const listed = treasuryAt(treasury, block_time);
  if (listed.length > 0 && !transaction.signers.some((signer) => listed.includes(signer)))
    yield 'other-signer';
}

function* brokenByMemos(sighting: ReadSighting, publicHash: string): Generator<AnchorRule> {
  const texts = memosOf(sighting).map(({ text }) => text);
  const namesAnother = texts
    .map((text) => batchHashIn(text) ?? '')
    .some((hash) => /^[0-9a-f]{64}$/.test(hash) && hash !== publicHash);
  if (texts.includes(batchMemo(publicHash))) {
    if (namesAnother) yield 'shared';
  } else if (namesAnother) yield 'other-hash';
  else if (texts.length > 0) yield 'other-text';
  else yield hasLookAlike(sighting) ? 'look-alike' : 'no-memo';
}
