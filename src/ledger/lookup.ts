import { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { instantSchema } from '../core/instant.ts';
import { compare, countSchema } from '../core/money.ts';
import type { Batch } from './batch.ts';

/**
 * Hexadecimal digits that are kept of the SHA-256 of a transaction's id: 96 bits. Among 1,000,000 of them an id that was
 * never paid meets one by chance once in 8·10^22 tries; a million take 24 MB as text and half of that in git.
 */
export const HASH_DIGITS = 24;

/**
 * Which transactions a batch paid, for whoever knows the id of one: the beginnings of their hashes, in order and without
 * a separator. Nothing of an id is in it.
 */
export const lookupRowSchema = z
  .strictObject({
    batch_id: z.guid(),
    /** When the batch was made; null where only the ledger names it. */
    created_at: instantSchema.nullable(),
    tx_listed: countSchema,
    /** SHA-256 of the list as it is served: a hash a line. The record holds this and not the list. */
    hashes_sha256: z.string().regex(/^[0-9a-f]{64}$/),
    hashes: z.string().regex(/^[0-9a-f]*$/),
  })
  // Whole hashes, in order, each once.
  .refine(({ hashes }) => isList(hashes), { path: ['hashes'] })
  .refine(({ hashes, tx_listed }) => compare(tx_listed, String(hashes.length / HASH_DIGITS)) === 0, {
    path: ['tx_listed'],
  })
  .refine(({ hashes, hashes_sha256 }) => sha256Hex(listText(hashes)) === hashes_sha256, {
    path: ['hashes_sha256'],
  });

export type LookupRow = z.infer<typeof lookupRowSchema>;

/** The hashes of a list one by one. */
export function* hashesOf(hashes: string): Generator<string, void, undefined> {
  for (let at = 0; at < hashes.length; at += HASH_DIGITS) yield hashes.slice(at, at + HASH_DIGITS);
}

/** A list as it is served and hashed: a hash a line, each with its newline. */
export function listText(hashes: string): string {
  return [...hashesOf(hashes)].map((hash) => `${hash}\n`).join('');
}

function isList(hashes: string): boolean {
  if (hashes.length % HASH_DIGITS !== 0) return false;
  let before = '';
  for (const hash of hashesOf(hashes)) {
    if (hash <= before) return false;
    before = hash;
  }
  return true;
}

/** The batches of which the lists do not hold as many transactions as they count; a batch that counts some may have none. */
export function differingLists(
  batches: readonly Batch[],
  rows: readonly LookupRow[],
): { readonly batch: Batch; readonly listed: string }[] {
  const listed = new Map(rows.map(({ batch_id, tx_listed }) => [batch_id, tx_listed]));
  return batches
    .map((batch) => ({ batch, listed: listed.get(batch.id) ?? '0' }))
    .filter(({ batch, listed }) => compare(batch.tx_count, listed) !== 0);
}
