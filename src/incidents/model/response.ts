import type { z } from 'zod';
import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { responseTargetSchema } from '../../systems/response-target.ts';
import type { Incident } from './incident.ts';
import { isWithdrawn } from './note.ts';
import type { PublishedNote } from './notes-publication.ts';

export type ResponseTarget = z.infer<typeof responseTargetSchema>;

/**
 * What came of a target: `stated` is met by the word of a note that was itself published too late to show it;
 * `pending` has not happened yet, whether or not its time is over.
 */
export type TargetVerdict = 'met' | 'missed' | 'stated' | 'pending';

export interface TargetResult {
  readonly target: ResponseTarget;
  /** When the time of the target is over. */
  readonly deadline: IsoInstant;
  /** What the note says, and when publishing first saw it say so; null while it does not. */
  readonly stated: IsoInstant | null;
  readonly posted: IsoInstant | null;
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

type Event = Pick<TargetResult, 'stated' | 'posted'>;

function respondedAt({ note, updates_posted, posted_at }: PublishedNote<Incident>): Event {
  const [first] = note.updates;
  if (first === undefined) return { stated: null, posted: null };
  const posted = updates_posted.get(first.number) ?? posted_at;
  return { stated: first.at ?? posted, posted };
}

const ENDS: readonly Incident['updates'][number]['status'][] = ['over', 'resolved', 'postmortem'];

function resolvedAt({ note, updates_posted }: PublishedNote<Incident>): Event {
  const over = note.updates.find(({ status }) => ENDS.includes(status));
  if (note.resolved === null || over === undefined) return { stated: null, posted: null };
  return { stated: note.resolved, posted: updates_posted.get(over.number) ?? null };
}

function judged(deadline: IsoInstant, event: Event): Event & Pick<TargetResult, 'verdict'> {
  const late = (at: IsoInstant | null) => at === null || compareInstants(at, deadline) > 0;
  if (event.stated === null) return { ...event, verdict: 'pending' };
  if (late(event.stated)) return { ...event, verdict: 'missed' };
  return { ...event, verdict: late(event.posted) ? 'stated' : 'met' };
}
