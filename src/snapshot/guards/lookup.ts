import { differingLists, type LookupRow } from '../../ledger/lookup.ts';
import type { Flag } from '../guard.ts';

/** The list by which people look up whether they were paid holds more or fewer transactions than the batch counts. */
export const lookupDiffers: Flag<LookupRow> = {
  name: 'lookup-differs',
  needs: ['batches'],
  needsWhole: ['batches'],
  find: (rows, view) =>
    differingLists(view.rows('batches') ?? [], rows).map(({ batch, listed }) => ({
      id: batch.id,
      detail: `Batch of ${batch.created_at}: it counts ${batch.tx_count} transactions, its list for lookups has ${listed}.`,
    })),
};
