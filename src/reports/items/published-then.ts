import { compareInstants, type IsoInstant, toSeconds } from '../../core/instant.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { ItemReason } from '../model/report.ts';

/** Why datasets, as they were last read, can not vouch for what is true at `at`; null when all of them do. */
export function notVouching(
  publication: Publication,
  datasets: readonly DatasetName[],
  at: IsoInstant,
): ItemReason | null {
  for (const dataset of datasets) {
    const state = knownState(publication, dataset);
    if (state === undefined || state.observed_at === null || state.valid_until === null)
      return 'never-published';
    if (state.state === 'stale') return 'not-current';
    // Reports are dated in whole seconds: what was read in the same one was read before.
    const read = toSeconds(state.observed_at) <= toSeconds(at);
    if (!read || compareInstants(at, state.valid_until) > 0) return 'out-of-date';
  }
  return null;
}
