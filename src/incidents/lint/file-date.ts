import { Temporal } from 'temporal-polyfill';
import type { NoteFile } from '../model/note-file.ts';
import { isInFuture } from './clock.ts';
import type { Rule } from './rule.ts';
import { writtenAt } from './written.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/u;

/**
 * The file of an incident is named after the day it began, or the day after where it was told past midnight: so its
 * address and its month are right, and a slip in the year is seen. The address of a published note can not change
 * any more; its start can still be corrected.
 */
export const fileDate: Rule = {
  id: 'file-date',
  find: (note, { now, published }) => {
    const named = DAY.exec(note.slug)?.[0];
    const started = note.stated?.started;
    if (note.kind !== 'incident' || started === undefined || named === undefined) return [];
    if (isInFuture(started, now) || published(note.slug) !== null) return [];
    const began = writtenDay(note) ?? started.slice(0, 'YYYY-MM-DD'.length);
    if (named === began || named === Temporal.PlainDate.from(began).add({ days: 1 }).toString()) return [];
    return [
      {
        ...note.whereIs(['started']),
        reason: `"started" says that it began on ${began}, but the name of the file says ${named}`,
        instead: `Name the file ${note.slug.replace(named, began)}.md, or correct "started".`,
      },
    ];
  },
};

/** The day of `started` on the clock of its own offset, as it was written; null where it stands otherwise in YAML. */
function writtenDay(note: NoteFile): string | null {
  return DAY.exec(writtenAt(note, ['started']))?.[0] ?? null;
}
