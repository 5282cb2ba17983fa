import { sha256Hex } from '../core/canonical.ts';
import { HASH_DIGITS, type LookupRow, listText } from '../ledger/lookup.ts';

/** The list of a batch that paid transactions of these ids, whatever they are. */
export function listOf(batch: string, created_at: string | null, ids: readonly string[]): LookupRow {
  const hashes = ids
    .map((id) => sha256Hex(id).slice(0, HASH_DIGITS))
    .toSorted()
    .join('');
  return {
    batch_id: batch,
    created_at,
    tx_listed: String(ids.length),
    hashes_sha256: sha256Hex(listText(hashes)),
    hashes,
  };
}
