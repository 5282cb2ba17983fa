import { compareInstants, type Instant, type IsoInstant } from '../../core/instant.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';

/** When data of these batches last changed here: their last entry in the published record. */
export function lastChange({ record }: Publication, batches: readonly Batch[]): Instant | IsoInstant | null {
  const seen = batches.flatMap((batch) => {
    const row = record.get('batches')?.get(batch.id);
    return row === undefined ? [] : [row.gone ?? row.changes.at(-1)?.seen_at ?? row.first_seen];
  });
  return seen.toSorted(compareInstants).at(-1) ?? null;
}
