import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { addDuration, compareInstants, type IsoInstant, toDate, toSeconds } from '../../../core/instant.ts';
import { basic, doubledBetween, firstOf, inUtc, skippedBetween } from '../../../core/recurrence.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { isWithdrawn } from '../../../incidents/model/note.ts';
import { noteText } from '../../../incidents/model/note-text.ts';
import type { NotesPublication, PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { DEMO_NOTICE } from '../../../words/demo-notice.ts';
import type { Reader } from '../../../words/reader.ts';
import { subjectOf } from './named.ts';
import { noteLinks } from './note-links.ts';

const YEARS_AHEAD = 10;

/** How far ahead a calendar that says no time of its own making knows the clock of a zone. */
function yearsAfter(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('UTC')
    .add({ years: YEARS_AHEAD })
    .toInstant()
    .toString();
}

/**
 * A zone as calendars want it (RFC 5545, 3.6.5): the offset that holds at the `first` instant, and every change of it
 * until ten years after the `last`. The zone is known: the note that names it was accepted.
 */
function vtimezone(zone: string, first: string, last: string): string {
  let at = Temporal.Instant.from(first).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(yearsAfter(last)).toZonedDateTimeISO(zone);
  const observances = [observance(at.offset, at.offset, '19700101T000000')];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, end) > 0) break;
    const before = next.subtract({ nanoseconds: 1 });
    const wall = next.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    const start = wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
    observances.push(observance(before.offset, next.offset, start));
    at = next;
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

function observance(from: string, to: string, start: string): string {
  const short = (offset: string) => offset.replace(':', '');
  return [
    'BEGIN:STANDARD',
    `DTSTART:${start}`,
    `TZOFFSETFROM:${short(from)}`,
    `TZOFFSETTO:${short(to)}`,
    'END:STANDARD',
  ].join('\r\n');
}

/**
 * COI-08: every maintenance as a calendar, one event a note, whose id stays and whose SEQUENCE rises with each
 * change of its facts. `origin` is where the site stands. No clock: the same notes give the same bytes.
 */
export function calendarOf(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  origin: string,
): string {
  const { t, language, paths } = reader;
  const demo = notes.demo ? `${DEMO_NOTICE[language]}. ` : '';
  // A zone is written once, over all the series that are in it: from the first start, past the last.
  const zones = Map.groupBy(
    notes.maintenance.map(({ note }) => note),
    ({ recurs }) => recurs?.zone ?? 'UTC',
  );
  const calendar = ical({
    name: `${demo}${t('feeds.calendar', { site: reader.siteName })}`,
    prodId: { company: reader.siteName, product: 'maintenance', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: new URL(paths.calendar(language), origin).href,
  });
  for (const published of notes.maintenance) {
    const data = event(reader, status, notes.demo, published, origin);
    calendar.createEvent(data);
    for (const own of doubledWindows(published.note, data)) calendar.createEvent(own);
  }
  const text = calendar.toString();
  const timezones = [...zones]
    .filter(([zone]) => zone !== 'UTC')
    .map(([zone, series]) => {
      const starts = series.map((note) => note.starts).toSorted(compareInstants);
      return vtimezone(zone, starts[0] ?? '', starts.at(-1) ?? '');
    });
  const at = text.indexOf('BEGIN:VEVENT');
  const whole =
    at === -1 || timezones.length === 0
      ? text
      : `${text.slice(0, at)}${timezones.join('\r\n')}\r\n${text.slice(at)}`;
  return whole.endsWith('\r\n') ? whole : `${whole}\r\n`;
}

function event(
  reader: Reader,
  status: StatusPublication,
  demo: boolean,
  published: PublishedNote<Maintenance>,
  origin: string,
): ICalEventData {
  const { language, paths } = reader;
  const { note, changes, posted_at } = published;
  const { lasts, recurs, cancelled } = note;
  const starts = firstStart(note);
  const subject = subjectOf(reader, status, note);
  const withdrawn = isWithdrawn(note);
  const said = withdrawn
    ? reader.t('feeds.withdrawn', { entry: note.title[language] })
    : note.title[language];
  const title = demo ? `${DEMO_NOTICE[language].split(' – ')[0]} · ${said}` : said;
  const zone = recurs?.zone ?? null;
  // A single window that is cancelled is an event that is off; of a series only its dates are taken out.
  const off = withdrawn || (recurs === null && cancelled.length > 0);
  const seen = [posted_at, ...published.updates_posted.values(), ...changes.map(({ seen_at }) => seen_at)];
  const page = paths.page(language, { name: 'maintenance' });
  const absolute = (path: string) => new URL(path, origin).href;
  const leads = noteLinks(reader, { page, absolute });
  const last = seen.toSorted(compareInstants).at(-1) ?? posted_at;
  return {
    id: `${note.slug}@terang.maintenance`,
    sequence: new Set(changes.map(({ seen_at }) => seen_at)).size,
    stamp: toDate(last),
    created: toDate(posted_at),
    lastModified: toDate(last),
    start: zone === null ? toDate(starts) : zoned(starts, zone),
    end: zone === null ? toDate(addDuration(starts, lasts)) : zoned(addDuration(starts, lasts), zone),
    ...(zone === null || zone === 'UTC' ? {} : { timezone: zone }),
    ...(recurs === null ? {} : { repeating: ruleOf(recurs.rule, recurs.zone, starts, cancelled) }),
    summary: title,
    description: `${subject.name}: ${subject.components}\n\n${noteText(note.updates.at(-1)?.text[language] ?? '', leads)}`,
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url: absolute(`${page}#${note.slug}`),
  };
}

/** A start that is none of its rule's times is refused in notes; where one was published, calendars would still count it. */
function firstStart({ starts, recurs }: Maintenance): IsoInstant {
  return (recurs === null ? null : firstOf({ ...recurs, starts })) ?? starts;
}

/**
 * The windows of a series that begin at a time that the clock shows twice, each stated once more in UTC: some calendars
 * take the second for what RFC 5545 (3.3.5) and the page call the first.
 */
function doubledWindows(note: Maintenance, series: ICalEventData): ICalEventData[] {
  const { lasts, recurs, cancelled } = note;
  if (recurs === null) return [];
  const { timezone: _zone, ...rest } = series;
  const starts = firstStart(note);
  const off = new Set(cancelled.map((instant) => toSeconds(instant)));
  return doubledBetween({ ...recurs, starts, from: starts, to: yearsAfter(starts) })
    .filter((instant) => !off.has(toSeconds(instant)))
    .map((instant) => ({
      ...rest,
      start: toDate(instant),
      end: toDate(addDuration(instant, lasts)),
      // Its own field for this has the zone of the start. Of two lines the library takes none for a rule.
      repeating: `RECURRENCE-ID;TZID=${recurs.zone}:${basic(wallTime(instant, recurs.zone))}\r\nTRANSP:OPAQUE`,
    }));
}

const wallTime = (instant: IsoInstant, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
const zoned = (instant: IsoInstant, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone) as never;

/** The rule, and the times of it that do not take place (cancelled, or skipped by the clock), on the wall clock of its zone. */
function ruleOf(rule: string, zone: string, starts: IsoInstant, cancelled: readonly IsoInstant[]): string {
  const to = yearsAfter(starts);
  const off = cancelled.map((instant) => wallTime(instant, zone));
  const skipped = skippedBetween({ rule, zone, starts, from: starts, to });
  const whole = `RRULE:${inUtc(rule, zone)}`;
  const dates = [...off, ...skipped].map(basic);
  if (dates.length === 0) return whole;
  return zone === 'UTC'
    ? `${whole}\r\nEXDATE:${dates.map((one) => `${one}Z`).join(',')}`
    : `${whole}\r\nEXDATE;TZID=${zone}:${dates.join(',')}`;
}
