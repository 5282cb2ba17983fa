import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';

/** How far the clock of who writes may be ahead of ours. */
const TOLERANCE = 'PT10M';

export function isInFuture(at: IsoInstant, now: IsoInstant): boolean {
  return compareInstants(at, addDuration(now, TOLERANCE)) > 0;
}
