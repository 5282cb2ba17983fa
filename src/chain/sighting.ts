import { base64 } from '@scure/base';
import { z } from 'zod';
import { isoInstantSchema } from '../core/instant.ts';
import { countSchema } from '../core/money.ts';
import { fromBase64 } from '../log/wire.ts';
import { lookAlikes, MEMO_PROGRAMS, type MemoText, memoCall, memosIn } from './memo.ts';
import {
  isSigned,
  parseTransaction,
  type SolanaTransaction,
  signatureOf,
  WireError,
} from './solana-transaction.ts';

/** Solana's main network, by the hash of its first block. No other is believed: test networks hold the same programs. */
export const MAIN_NETWORK = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';

/**
 * What providers said alike of a finalized transaction, and its bytes: kept when first seen, since providers forget.
 * The bytes prove by themselves who signed what; that they landed, where, when and how is the providers' word.
 */
export const sightingSchema = z.strictObject({
  signature: z.string(),
  seen_at: isoInstantSchema,
  /** The hash of the first block of the chain that they speak for. */
  network: z.literal(MAIN_NETWORK),
  /** How many said so. */
  providers: z.int().min(2),
  slot: countSchema,
  /** When its block was made, as the validators tell it; null where the providers do not know any more. */
  block_time: isoInstantSchema.nullable(),
  /** Why it failed, as they said (RFC 8785 JSON); null when it succeeded. */
  err: z.string().nullable(),
  /** Texts in calls that other programs made while it ran: no signature is over these. */
  inner: z.array(z.strictObject({ program: z.string(), text: z.string() })),
  /** The wire bytes, base64. */
  wire: z.string(),
});

export type Sighting = z.infer<typeof sightingSchema>;

/** A sighting as it was read: its bytes are those of the transaction that it names, and signed as they must be. */
export interface ReadSighting extends Sighting {
  readonly transaction: SolanaTransaction;
}

/**
 * The transaction of a base64 text, held against its name: what is no transaction, another one, or not signed by whom it
 * says can not have landed under that name.
 *
 * @throws WireError
 */
export async function namedTransaction(signature: string, wire: string): Promise<SolanaTransaction> {
  const bytes = fromBase64(wire);
  if (bytes === null || base64.encode(bytes) !== wire) throw new WireError('it is no base64');
  const transaction = parseTransaction(bytes);
  if (signatureOf(transaction) !== signature) throw new WireError('it is another transaction');
  if (!(await isSigned(transaction))) throw new WireError('it is not signed by whom it names');
  return transaction;
}

/** @throws WireError where the bytes are not those of the transaction that the line names */
export async function readSighting(said: Sighting): Promise<ReadSighting> {
  return { ...said, transaction: await namedTransaction(said.signature, said.wire) };
}

/** The memos of a transaction, those that its signatures cover first. */
export function memosOf({ transaction, inner }: ReadSighting): (MemoText & { readonly signed: boolean })[] {
  return [
    ...memosIn(transaction.instructions).map((memo) => ({ ...memo, signed: true })),
    ...inner
      .filter(({ program }) => MEMO_PROGRAMS.includes(program))
      .map((memo) => ({ ...memo, signed: false })),
  ];
}

/** Whether a program that is none for memos was given what looks like the memo of a batch. */
export function hasLookAlike({ transaction, inner }: ReadSighting): boolean {
  const told = inner.map(({ program, text }) => memoCall(text, program));
  return lookAlikes([...transaction.instructions, ...told]).length > 0;
}
