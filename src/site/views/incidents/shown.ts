import { compareInstants, type IsoInstant } from '../../../core/instant.ts';

/** From when until when something is shown; the browser and the server turn it over by the clock (Ageing.astro). */
export interface Shown {
  /** Null: without a bound. */
  readonly from: IsoInstant | null;
  readonly until: IsoInstant | null;
  /** Whether it is hidden at the time the page is made. */
  readonly hidden: boolean;
}

/** Shown from the first instant on, and no longer at the second. */
export function shownBetween(from: IsoInstant | null, until: IsoInstant | null, now: IsoInstant): Shown {
  const begun = from === null || compareInstants(from, now) <= 0;
  const over = until !== null && compareInstants(until, now) <= 0;
  return { from, until, hidden: !begun || over };
}
