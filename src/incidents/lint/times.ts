import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Place } from '../../core/yaml.ts';
import { WITHDRAWN } from '../model/note.ts';
import type { NoteFile, Section, StatedFacts } from '../model/note-file.ts';
import { isInFuture } from './clock.ts';
import { closing, lastStated } from './closing.ts';
import type { Breach, Rule } from './rule.ts';
import { asWritten, offsetIn, writtenAt } from './written.ts';

/** Times are in order and not in the future; those of an incident fit its status. */
export const times: Rule = {
  id: 'times',
  find: (note, { now }) => {
    return [
      ...inOrder(note.sections, now),
      ...note.sections.flatMap((section) =>
        section.at === null ? [] : future(section.at, now, section, `the time of update ${section.number}`),
      ),
      ...(note.kind === 'incident' && note.stated !== null ? ofIncident(note, note.stated, now) : []),
    ];
  },
};

function inOrder(sections: readonly Section[], now: IsoInstant): Breach[] {
  const dated = datedIn(sections, now);
  return dated.flatMap(({ at, number, line, column, heading }, index) => {
    const before = dated[index - 1];
    if (before === undefined || compareInstants(before.at, at) <= 0) return [];
    return [
      {
        line,
        column,
        reason: `update ${number} is earlier than update ${before.number}, which stands above it`,
        instead:
          otherZone(offsetIn(before.heading), offsetIn(heading)) ??
          'Correct the time; the newest update stands at the end of the file.',
      },
    ];
  });
}

/** The updates whose time can be held against others: one in the future is told as such, and not once more. */
function datedIn(sections: readonly Section[], now: IsoInstant) {
  return sections.flatMap((section) =>
    section.at === null || isInFuture(section.at, now) ? [] : [{ ...section, at: section.at }],
  );
}

/** What is most likely wrong where times in two offsets are out of order; null where both have the same. */
function otherZone(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one === other) return null;
  return `One of them is written with ${one}, the other with ${other}: write the offset that was meant (WIB is +07:00).`;
}

function ofIncident(note: NoteFile, stated: StatedFacts, now: IsoInstant): Breach[] {
  const { sections, whereIs } = note;
  // Null where it is not stated; undefined where it can not be read, which is told by itself.
  const { started, resolved, next_update_by } = stated;
  const breaches: Breach[] =
    started === undefined ? [] : [...future(started, now, whereIs(['started']), '"started"')];
  const add = (
    field: string,
    reason: string,
    instead: string,
    level: Breach['level'] = 'error',
    { line, column }: Place = whereIs([field]),
  ) => breaches.push({ line, column, level, reason, instead });
  const dated = datedIn(sections, now);
  const [first] = dated;
  if (first !== undefined && isLater(started, first.at) && !isInFuture(started, now))
    add(
      'started',
      'it started after its first update was written',
      otherZone(offsetIn(writtenAt(note, ['started'])), offsetIn(first.heading)) ??
        'Correct "started" or the update’s time.',
    );
  if (typeof resolved === 'string') {
    breaches.push(...future(resolved, now, whereIs(['resolved']), '"resolved"'));
    if (isLater(started, resolved))
      add('resolved', 'it was resolved before it started', 'Correct "resolved" or "started".');
  }
  // Whether it is over is not known while a status can not be read: that is told by itself.
  if (sections.some(({ status }) => status === null)) return breaches;
  // What was withdrawn goes no further: whether it was over, or when the next update was to come, asks nobody.
  if (sections.some(({ status }) => status === WITHDRAWN)) return breaches;
  const last = lastStated(sections);
  const over = closing(sections);
  if (resolved !== null) {
    if (over === undefined)
      add(
        'resolved',
        `"resolved" is set, but the last update says "${last?.heading ?? 'nothing'}"`,
        'Append an update "## Resolved · …", or take "resolved" out while it goes on.',
      );
    else if (over.at !== null && isLater(resolved, over.at))
      add(
        'resolved',
        'it was resolved later than the update that says so',
        'Write in "resolved" when it was over, in the heading when you write that.',
      );
  } else if (over !== undefined)
    add(
      'resolved',
      `the last update says "${last?.heading}", but the facts at the top do not say when it was over`,
      over.at === null
        ? 'Add a line "resolved:" with the time when it was over.'
        : `Add the line: resolved: ${asWritten(over.at, offsetIn(over.heading))}`,
      'error',
      over,
    );
  const told = dated.at(-1)?.at ?? null;
  if (next_update_by === null) {
    if (over === undefined)
      add(
        'started',
        'it does not say when the next update comes',
        nextUpdate(sections.at(-1), dated.at(-1)),
        'warning',
      );
  } else if (over !== undefined)
    add('next_update_by', 'it is over, so no next update is due', 'Take "next_update_by" out.', 'warning');
  else if (told !== null && next_update_by !== undefined && compareInstants(next_update_by, told) <= 0)
    add(
      'next_update_by',
      'the next update is announced for a time that is not after the last one',
      'Write when the next update comes at the latest.',
    );
  return breaches;
}

/** An hour after the last update, which is when people look again; no time where that update's can not be read. */
function nextUpdate(
  newest: Section | undefined,
  last: (Section & { readonly at: IsoInstant }) | undefined,
): string {
  return last === undefined || newest?.number !== last.number
    ? 'Add a line "next_update_by:" with the time by which the next one comes.'
    : `Add the line: next_update_by: ${asWritten(addDuration(last.at, 'PT1H'), offsetIn(last.heading))}`;
}

function isLater(at: IsoInstant | undefined, than: IsoInstant): at is IsoInstant {
  return at !== undefined && compareInstants(at, than) > 0;
}

function future(at: IsoInstant, now: IsoInstant, place: Omit<Breach, 'reason' | 'instead'>, what: string) {
  if (!isInFuture(at, now)) return [];
  const { line, column } = place;
  return [
    {
      line,
      column,
      reason: `${what} is in the future`,
      instead: 'Look at the day, the hour and the offset (WIB is +07:00).',
    },
  ];
}
