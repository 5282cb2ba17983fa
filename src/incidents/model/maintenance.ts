import { Temporal } from 'temporal-polyfill';
import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import { recurring } from '../../core/recurrence.ts';
import { type FactCorrection, isWithdrawn, type NoteFacts } from './note.ts';

export const MAINTENANCE_STATUSES = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;
export type MaintenanceStatus = (typeof MAINTENANCE_STATUSES)[number];

/** One maintenance note: `content/written/maintenance/<slug>.md`, a single window or one that recurs. */
export interface Maintenance extends NoteFacts<MaintenanceStatus> {
  readonly kind: 'maintenance';
  /** When the (first) window begins, and how long each lasts (ISO 8601). */
  readonly starts: IsoInstant;
  readonly lasts: string;
  /** An RRULE without DTSTART, in the IANA zone whose wall clock it follows; null for a single window. */
  readonly recurs: { readonly rule: string; readonly zone: string } | null;
  /** Beginnings of windows that do not take place. */
  readonly cancelled: readonly IsoInstant[];
  readonly corrections: readonly FactCorrection[];
}

export interface MaintenanceWindow {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
  readonly cancelled: boolean;
}

/** The windows that touch the time between `from` and `to`, in order; none of a withdrawn note takes place. */
export function windowsBetween(
  maintenance: Maintenance,
  from: IsoInstant,
  to: IsoInstant,
): MaintenanceWindow[] {
  const { starts, lasts, recurs, cancelled } = maintenance;
  const earliest = Temporal.Instant.from(from).subtract(Temporal.Duration.from(lasts)).toString();
  const beginnings = recurs === null ? [starts] : recurring({ ...recurs, starts, from: earliest, to });
  return beginnings
    .map((begin) => ({
      from: begin,
      until: addDuration(begin, lasts),
      cancelled:
        isWithdrawn(maintenance) || cancelled.some((instant) => compareInstants(instant, begin) === 0),
    }))
    .filter((one) => compareInstants(one.until, from) >= 0 && compareInstants(one.from, to) <= 0);
}

/**
 * What a window is at `now`, from its times alone: nothing flips early, and nothing needs a commit to end.
 * `verifying` is only ever said by people, and only while the window runs.
 */
export function stateOfWindow(
  window: MaintenanceWindow,
  now: IsoInstant,
): Exclude<MaintenanceStatus, 'verifying'> | 'cancelled' {
  if (window.cancelled) return 'cancelled';
  if (compareInstants(now, window.from) < 0) return 'scheduled';
  return compareInstants(now, window.until) < 0 ? 'in_progress' : 'completed';
}
