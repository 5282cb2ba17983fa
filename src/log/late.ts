import { isAhead } from '../core/clock.ts';
import type { IsoInstant } from '../core/instant.ts';

/**
 * That a line says an earlier time than its log vouches for: whoever fills the content stated it, and nobody else held it
 * then.
 */
export interface Late {
  /** The line's own time. */
  readonly stated: IsoInstant;
  /** Since when the log has the line. */
  readonly logged: IsoInstant;
  /** Whether the log itself began with it: what is older could not be in it earlier, and is no sign of anything. */
  readonly began: boolean;
}

/** When a line was entered, against its own time; null where these are no further apart than clocks may be. */
export function lateness(stated: IsoInstant, logged: IsoInstant, began: boolean): Late | null {
  return isAhead(logged, stated) ? { stated, logged, began } : null;
}

/** The time that a line of a record has for readers: what the log vouches for; from before it, the line's own. */
export function datedAt({ stated, logged, began }: Late): IsoInstant {
  return began ? stated : logged;
}
