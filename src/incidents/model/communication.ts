import { compareInstants, type IsoInstant, toSeconds } from '../../core/instant.ts';
import { type Incident, isOpen, standing } from './incident.ts';
import type { PublishedNote } from './notes-publication.ts';

/** The incidents of which the log has something later than it says: when the public was told, nobody can tell. */
export function untoldNotes(
  incidents: readonly PublishedNote<Incident>[],
): readonly PublishedNote<Incident>[] {
  return standing(incidents).filter(isLate);
}

function isLate({ late, changes }: PublishedNote<Incident>): boolean {
  return late !== undefined || changes.some((change) => change.late !== undefined);
}

/** Seconds from the start that each note states until publishing first saw it, shortest first; of all but untold ones. */
export function firstNotes(incidents: readonly PublishedNote<Incident>[]): number[] {
  return standing(incidents)
    .filter((one) => !isLate(one))
    .map(({ note, posted_at }) => Math.max(0, toSeconds(posted_at) - toSeconds(note.started)))
    .toSorted((a, b) => a - b);
}

/** The middle of sorted numbers, the lower of two; null of none. */
export function median(sorted: readonly number[]): number | null {
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

export interface Cadence {
  readonly kept: number;
  /** Announced times that are over. */
  readonly due: number;
}

/**
 * How many announced times of a next update were kept. Each counts once, when it is over or was kept: kept is
 * one by which another update was published. One that was taken back before its time counts no more, nor does one of a note
 * of which nobody can tell when it was published.
 */
export function cadenceKept(incidents: readonly PublishedNote<Incident>[], now: IsoInstant): Cadence {
  const told = standing(incidents).filter((one) => !isLate(one));
  const verdicts = told.flatMap((published) =>
    announcements(published).flatMap(({ made, by, until }) => {
      const answered = [...published.updates_posted.values()].some(
        (posted) => compareInstants(posted, made) > 0 && compareInstants(posted, by) <= 0,
      );
      if (answered) return [true];
      const over = compareInstants(by, now) < 0;
      const stood = until === null ? isOpen(published.note) || over : compareInstants(until, by) > 0;
      return over && stood ? [false] : [];
    }),
  );
  return { kept: verdicts.filter(Boolean).length, due: verdicts.length };
}

interface Announcement {
  readonly made: IsoInstant;
  readonly by: IsoInstant;
  /** When another one, or none, took its place; null while it stands. */
  readonly until: IsoInstant | null;
}

/** Every time that was announced for a next update, as publishing saw it, oldest first. */
function announcements({ note, posted_at, changes }: PublishedNote<Incident>): Announcement[] {
  const altered = changes.filter(({ field }) => field === 'next_update_by');
  const [first] = altered;
  const steps = [
    { made: posted_at, by: first === undefined ? note.next_update_by : first.before },
    ...altered.map(({ seen_at, after }) => ({ made: seen_at, by: after })),
  ];
  return steps.flatMap(({ made, by }, index) =>
    by === null ? [] : [{ made, by, until: steps[index + 1]?.made ?? null }],
  );
}
