import type { z } from 'zod';
import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Late } from '../../log/late.ts';
import type { responseTargetSchema } from '../../systems/response-target.ts';
import type { Incident } from './incident.ts';
import { isWithdrawn } from './note.ts';
import type { PublishedNote } from './notes-publication.ts';

export type ResponseTarget = z.infer<typeof responseTargetSchema>;

/**
 * What came of a target: `stated` is met by the word of a note that was itself published too late to show it; `untold` is
 * met if the note was published when the operator says, which the log does not vouch for; `pending` has not happened yet,
 * whether or not its time is over.
 */
export type TargetVerdict = 'met' | 'missed' | 'stated' | 'untold' | 'pending';

export interface TargetResult {
  readonly target: ResponseTarget;
  /** When the time of the target is over. */
  readonly deadline: IsoInstant;
  /** What the note says, and when publishing first saw it say so; null while it does not. */
  readonly stated: IsoInstant | null;
  readonly posted: IsoInstant | null;
  /** Where the log has what says so later than it is said to have been published; null where it has not. */
  readonly late: Late | null;
  readonly verdict: TargetVerdict;
}

/** TPC-19: the targets in time that concern an incident (`standard` is every one that is not critical). */
export function targetsOf(
  published: PublishedNote<Incident>,
  targets: readonly ResponseTarget[],
): TargetResult[] {
  const { note } = published;
  if (isWithdrawn(note)) return [];
  return targets.flatMap((target): TargetResult[] => {
    const { within } = target;
    if (within === undefined || !concerns(target, note)) return [];
    const deadline = addDuration(note.started, within);
    switch (target.act) {
      case 'responded':
        return [{ target, deadline, ...judged(deadline, respondedAt(published)) }];
      case 'resolved':
        return [{ target, deadline, ...judged(deadline, resolvedAt(published)) }];
      case 'acknowledged': // Of alerts, which notes do not speak of.
      case 'documented':
        return [];
      default:
        return target.act satisfies never;
    }
  });
}

function concerns({ level }: ResponseTarget, { severity, impact }: Incident): boolean {
  const critical = severity === 'critical' || impact === 'critical';
  switch (level) {
    case 'any':
      return true;
    case 'critical':
      return critical;
    case 'standard':
      return !critical;
    case 'high':
    case 'medium':
      return severity === level;
    default:
      return level satisfies never;
  }
}

type Event = Pick<TargetResult, 'stated' | 'posted' | 'late'>;

function respondedAt(published: PublishedNote<Incident>): Event {
  const { note, updates_posted, posted_at } = published;
  const [first] = note.updates;
  if (first === undefined) return { stated: null, posted: null, late: null };
  const posted = updates_posted.get(first.number) ?? posted_at;
  const late = published.late?.updates.get(first.number) ?? null;
  return { stated: first.at ?? late?.stated ?? posted, posted, late };
}

const ENDS: readonly Incident['updates'][number]['status'][] = ['over', 'resolved', 'postmortem'];

function resolvedAt({ note, updates_posted, late }: PublishedNote<Incident>): Event {
  const over = note.updates.find(({ status }) => ENDS.includes(status));
  if (note.resolved === null || over === undefined) return { stated: null, posted: null, late: null };
  return {
    stated: note.resolved,
    posted: updates_posted.get(over.number) ?? null,
    late: late?.updates.get(over.number) ?? null,
  };
}

function judged(deadline: IsoInstant, event: Event): Event & Pick<TargetResult, 'verdict'> {
  const { stated, late } = event;
  const isOver = (at: IsoInstant | null) => at === null || compareInstants(at, deadline) > 0;
  if (stated === null) return { ...event, verdict: 'pending' };
  if (isOver(stated)) return { ...event, verdict: 'missed' };
  if (isOver(late?.stated ?? event.posted)) return { ...event, verdict: 'stated' };
  return { ...event, verdict: late !== null && isOver(late.logged) ? 'untold' : 'met' };
}
