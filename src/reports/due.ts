import { addDuration, compareInstants, type IsoInstant, toIso } from '../core/instant.ts';
import type { Publication } from '../ledger/publication.ts';
import { splitEvents } from './items/split-change.ts';
import type { Report } from './model/report.ts';
import type { Routine } from './model/routine.ts';
import {
  duesBetween,
  eventOccurrences,
  lookedAtSince,
  type Occurrence,
  occurrences,
} from './model/routine-schedule.ts';

/** The key of a routine in the manifest. */
export function keyOf(system: string, routine: string): string {
  return `${system}/${routine}`;
}

/** A routine that was never looked at is looked at from here on: what can still be run of it, and nothing before. */
export function firstLookedAt({ late_until }: Routine, now: IsoInstant): IsoInstant {
  return addDuration(now, `-${late_until}`);
}

/** What is due of a routine and not reported yet, oldest first. */
export function dueNow(
  routine: Routine,
  reported: readonly Pick<Report, 'due_at'>[],
  known: IsoInstant,
  publication: Publication,
  now: IsoInstant,
): Occurrence[] {
  const instants = reported.map(({ due_at }) => due_at);
  const since = lookedAtSince(instants, known, now);
  const done = new Set(instants);
  if (routine.due !== null) return occurrences(duesBetween(routine.due, since, now), routine, done, now);
  // An event that was dated before the last report and seen after it is looked at all the same.
  const events = eventsOf(routine, publication).filter(
    (event) => compareInstants(event, known) > 0 && compareInstants(event, now) <= 0,
  );
  return eventOccurrences(events, routine, done, now);
}

function eventsOf({ follows }: Routine, publication: Publication): IsoInstant[] {
  switch (follows) {
    case 'batch':
      return publication.rows.batches.map(({ created_at }) => toIso(created_at)).toSorted(compareInstants);
    case 'split-change':
      return splitEvents(publication);
    case undefined:
      return [];
    default:
      return follows satisfies never;
  }
}
