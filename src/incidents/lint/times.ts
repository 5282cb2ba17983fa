import { Temporal } from 'temporal-polyfill';
import { addDuration, compareInstants, durationSeconds, type IsoInstant } from '../../core/instant.ts';
import { recurring } from '../../core/recurrence.ts';
import type { Place } from '../../core/yaml.ts';
import type { Said } from '../../words/said.ts';
import { WITHDRAWN } from '../model/note.ts';
import type { NoteFile, Section, StatedFacts } from '../model/note-file.ts';
import type { Breach, Rules } from './rule.ts';
import { asWritten, closing, isInFuture, lastStated, offsetIn, writtenAt } from './written.ts';

/** Times: in order, of the right day, told in time, and of windows that there are. */
export const timeRules: Rules<'times' | 'file-date' | 'late' | 'window'> = {
  /** Times are in order and not in the future; those of an incident fit its status. */
  times: (note, { now }) => [
    ...inOrder(note.sections, now),
    ...note.sections.flatMap(({ at, number, line, column }): Breach[] =>
      at === null || !isInFuture(at, now)
        ? []
        : [{ line, column, code: 'times.update-in-future', values: { number } }],
    ),
    ...(note.kind === 'incident' && note.stated !== null ? ofIncident(note, note.stated, now) : []),
  ],
  /**
   * The file of an incident is named after the day it began, or the day after where it was told past midnight: so its
   * address and its month are right, and a slip in the year is seen. The address of a published note can not change
   * any more; its start can still be corrected.
   */
  'file-date': (note, { now, published }) => {
    const named = DAY.exec(note.slug)?.[0];
    const started = note.stated?.started;
    if (note.kind !== 'incident' || started === undefined || named === undefined) return [];
    if (isInFuture(started, now) || published(note.slug) !== null) return [];
    const began = writtenDay(note) ?? started.slice(0, 'YYYY-MM-DD'.length);
    if (named === began || named === Temporal.PlainDate.from(began).add({ days: 1 }).toString()) return [];
    return [
      {
        ...note.whereIs(['started']),
        code: 'file-date',
        values: { began, named, name: `${note.slug.replace(named, began)}.md` },
      },
    ];
  },
  /** A first note that comes long after what it tells of says why: most such dates are slips, or left from another note. */
  late: (note, { now, published }) => {
    const told = toldOf(note);
    if (told === null || note.stated?.late_reason !== null || published(note.slug) !== null) return [];
    if (isInFuture(told.at, now) || compareInstants(addDuration(told.at, WEEK), now) >= 0) return [];
    const days = Math.floor((Date.parse(now) - Date.parse(told.at)) / 86_400_000);
    return [
      {
        ...note.whereIs([told.field]),
        code: `late.${note.kind}`,
        values: { days },
      },
    ];
  },
  /** What is called off is a window that there would have been: else the wrong one still seems to take place. */
  window: ({ kind, stated, whereIs }) => {
    const { starts, recurs, cancelled = [] } = stated ?? {};
    if (kind !== 'maintenance' || starts === undefined || recurs === undefined) return [];
    const { rule, zone } = recurs ?? {};
    if (recurs !== null && (rule === undefined || zone === undefined)) return [];
    return cancelled.flatMap((at, index) => {
      if (at === undefined) return []; // That it can not be read is told by itself.
      const begins =
        rule === undefined || zone === undefined
          ? [starts]
          : recurring({ rule, zone, starts, from: at, to: addDuration(at, 'PT1S') });
      if (begins.some((begin) => compareInstants(begin, at) === 0)) return [];
      return [{ ...whereIs(['cancelled', index]), code: 'window' as const }];
    });
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
        code: 'times.order',
        values: {
          number,
          above: before.number,
          advice: otherZone(offsetIn(before.heading), offsetIn(heading)) ?? { code: 'times.correct-order' },
        },
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
function otherZone(one: string | null, other: string | null): Said | null {
  if (one === null || other === null || one === other) return null;
  return { code: 'times.other-zone', values: { one, other } };
}

function ofIncident(note: NoteFile, stated: StatedFacts, now: IsoInstant): Breach[] {
  const { sections, whereIs } = note;
  // Null where it is not stated; undefined where it can not be read, which is told by itself.
  const { started, resolved, next_update_by } = stated;
  const dated = datedIn(sections, now);
  const [first] = dated;
  const breaches: Breach[] = started === undefined ? [] : future(note, 'started', started, now);
  const add = (
    field: string,
    said: Said,
    level: Breach['level'] = 'error',
    place: Place = whereIs([field]),
  ) => breaches.push({ line: place.line, column: place.column, level, ...said });
  if (first !== undefined && isLater(started, first.at) && !isInFuture(started, now)) {
    const zones = otherZone(offsetIn(writtenAt(note, ['started'])), offsetIn(first.heading));
    const advice = zones ?? { code: 'times.correct-started' };
    add('started', { code: 'times.started-late', values: { advice } });
  }
  if (typeof resolved === 'string') {
    breaches.push(...future(note, 'resolved', resolved, now));
    if (isLater(started, resolved)) add('resolved', { code: 'times.resolved-early' });
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
        last === undefined
          ? { code: 'times.still-open-silent' }
          : { code: 'times.still-open', values: { heading: last.heading } },
      );
    else if (over.at !== null && isLater(resolved, over.at)) add('resolved', { code: 'times.resolved-late' });
  } else if (over !== undefined) {
    const line = over.at === null ? null : `resolved: ${asWritten(over.at, offsetIn(over.heading))}`;
    const advice: Said =
      line === null ? { code: 'times.add-resolved' } : { code: 'times.add-line', values: { line } };
    const values = { heading: last?.heading ?? over.heading, advice };
    add('resolved', { code: 'times.unresolved', values }, 'error', over);
  }
  const told = dated.at(-1)?.at ?? null;
  if (next_update_by === null) {
    const advice = nextUpdate(sections.at(-1), dated.at(-1));
    if (over === undefined) add('started', { code: 'times.no-next', values: { advice } }, 'warning');
  } else if (over !== undefined) add('next_update_by', { code: 'times.next-after-end' }, 'warning');
  else if (told !== null && next_update_by !== undefined && compareInstants(next_update_by, told) <= 0)
    add('next_update_by', { code: 'times.next-passed' });
  return breaches;
}

/** An hour after the last update, which is when people look again; no time where that update's can not be read. */
function nextUpdate(
  newest: Section | undefined,
  last: (Section & { readonly at: IsoInstant }) | undefined,
): Said {
  if (last === undefined || newest?.number !== last.number) return { code: 'times.add-next' };
  const by = asWritten(addDuration(last.at, 'PT1H'), offsetIn(last.heading));
  return { code: 'times.add-line', values: { line: `next_update_by: ${by}` } };
}

function isLater(at: IsoInstant | undefined, than: IsoInstant): at is IsoInstant {
  return at !== undefined && compareInstants(at, than) > 0;
}

function future({ whereIs }: NoteFile, field: string, at: IsoInstant, now: IsoInstant): Breach[] {
  if (!isInFuture(at, now)) return [];
  return [{ ...whereIs([field]), code: 'times.fact-in-future', values: { field } }];
}

const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** The day of `started` on the clock of its own offset, as it was written; null where it stands otherwise in YAML. */
function writtenDay(note: NoteFile): string | null {
  return DAY.exec(writtenAt(note, ['started']))?.[0] ?? null;
}

/** How long after it began an incident, or after it ended a maintenance, can be told first without saying why. */
const WEEK = 'PT168H';

/** What a note is late after; null where that can not be read, and of windows that come back. */
function toldOf({ kind, stated }: NoteFile): { field: 'started' | 'starts'; at: IsoInstant } | null {
  if (stated === null) return null;
  const { started, starts, lasts, recurs } = stated;
  if (kind === 'incident') return started === undefined ? null : { field: 'started', at: started };
  if (starts === undefined || lasts === undefined || recurs !== null) return null;
  return { field: 'starts', at: addDuration(starts, `PT${durationSeconds(lasts)}S`) };
}
