import { addDuration, compareInstants, durationSeconds, type IsoInstant } from '../../core/instant.ts';
import type { NoteFile } from '../model/note-file.ts';
import { isInFuture } from './clock.ts';
import type { Rule } from './rule.ts';

/** How long after it began an incident, or after it ended a maintenance, can be told first without saying why. */
const WEEK = 'PT168H';

/** A first note that comes long after what it tells of says why: most such dates are slips, or left from another note. */
export const late: Rule = {
  id: 'late',
  find: (note, { now, published }) => {
    const told = toldOf(note);
    if (told === null || note.stated?.late_reason !== null || published(note.slug) !== null) return [];
    if (isInFuture(told.at, now) || compareInstants(addDuration(told.at, WEEK), now) >= 0) return [];
    const days = Math.floor((Date.parse(now) - Date.parse(told.at)) / 86_400_000);
    return [
      {
        ...note.whereIs([told.field]),
        reason: `this first note comes ${days} days after ${told.field === 'starts' ? 'the maintenance was over' : 'the incident began'}`,
        instead: `Correct "${told.field}"; or, if the time is right, add the line: late_reason: { en: "…", id: "…" }, which tells the public why it is told only now.`,
      },
    ];
  },
};

/** What a note is late after; null where that can not be read, and of windows that come back. */
function toldOf({ kind, stated }: NoteFile): { field: 'started' | 'starts'; at: IsoInstant } | null {
  if (stated === null) return null;
  const { started, starts, lasts, recurs } = stated;
  if (kind === 'incident') return started === undefined ? null : { field: 'started', at: started };
  if (starts === undefined || lasts === undefined || recurs !== null) return null;
  return { field: 'starts', at: addDuration(starts, `PT${durationSeconds(lasts)}S`) };
}
