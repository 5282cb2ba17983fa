import type { IsoInstant } from '../../core/instant.ts';
import type { Report } from './report.ts';
import type { Routine } from './routine.ts';

/** A public routine of a system, with its public items alone. */
export interface PublicRoutine {
  readonly system: string;
  readonly routine: Routine;
  /** The text of the query that an item asks, itself or through its check, by the item's id. */
  readonly queries?: Readonly<Record<string, string>>;
}

/** Everything that pages of reports are made of. */
export interface ReportsPublication {
  /** When a report or a sign-off was added last; null while none was ever kept: nothing is known then. */
  readonly observed_at: IsoInstant | null;
  readonly demo: boolean;
  readonly routines: readonly PublicRoutine[];
  /** Newest first. */
  readonly reports: readonly Report[];
}

export const NO_REPORTS: ReportsPublication = { observed_at: null, demo: false, routines: [], reports: [] };

/** The routines that are public, without what is internal in them: that must not reach a page by mistake. */
export function publicRoutines(written: readonly PublicRoutine[]): PublicRoutine[] {
  return written
    .filter(({ routine }) => routine.visibility === 'public')
    .map(({ system, routine, queries = {} }) => {
      const items = routine.items.filter(({ visibility }) => visibility === 'public');
      const known = Object.entries(queries).filter(([id]) => items.some((item) => item.id === id));
      return { system, routine: { ...routine, items }, queries: Object.fromEntries(known) };
    });
}
