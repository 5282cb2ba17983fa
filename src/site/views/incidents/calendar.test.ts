import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Maintenance, windowsBetween } from '../../../incidents/model/maintenance.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import { maintenanceOf, notesOf, publishedNote, statusOf } from '../../../testing/published-notes.ts';
import { readerFor } from '../../../testing/site.ts';
import { calendarOf } from './calendar.ts';

const status = statusOf([['2026-01-26T07:00:00Z', 'up']]);
const weekly = (zone: string, over: Partial<Maintenance> = {}) =>
  maintenanceOf({
    slug: 'weekly',
    starts: '2026-03-01T01:00:00Z',
    lasts: 'PT1H',
    recurs: { rule: 'FREQ=WEEKLY;BYDAY=SU', zone },
    ...over,
  });

function textOf(
  list: readonly PublishedNote<Maintenance>[],
  language: 'en' | 'id' = 'en',
  demo = false,
): string {
  const notes = notesOf({ maintenance: list, demo });
  return calendarOf(readerFor(language), status, notes, 'https://terang.example');
}

/** The events as another library reads them, with the zones that the file itself brings. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}
function occurrences(event: ICAL.Event | undefined, count: number): string[] {
  const iterator = event?.iterator();
  return Array.from({ length: count }, () => {
    const next = iterator?.next();
    return next ? (event?.getOccurrenceDetails(next).startDate.toJSDate().toISOString() ?? '') : '';
  });
}

const toInstant = (at: string) => Temporal.Instant.from(at).toString();

describe('COI-08 the calendar of maintenance, read by another library', () => {
  test('a single window: when, how long, and an id that stays', () => {
    const [event] = eventsOf(textOf([publishedNote(maintenanceOf())]));
    expect(event?.uid).toBe('api-upgrade@terang.maintenance');
    expect([event?.startDate.toJSDate().toISOString(), event?.duration.toString()]).toEqual([
      '2026-01-26T12:00:00.000Z',
      'PT2H',
    ]);
    expect([event?.summary, event?.sequence]).toEqual(['Upgrade of the API', 0]);
  });

  test('a recurring one falls due at the same instants as on the page, in UTC and in Jakarta', () => {
    for (const zone of ['UTC', 'Asia/Jakarta']) {
      const [event] = eventsOf(textOf([publishedNote(weekly(zone))]));
      expect(occurrences(event, 3)).toEqual([
        '2026-03-01T01:00:00.000Z',
        '2026-03-08T01:00:00.000Z',
        '2026-03-15T01:00:00.000Z',
      ]);
    }
  });

  test('keeps its hour on the wall clock over a change to summer time', () => {
    const [event] = eventsOf(
      textOf([publishedNote(weekly('Europe/Berlin', { starts: '2026-03-22T09:00:00Z' }))]),
    );
    expect(occurrences(event, 3)).toEqual([
      '2026-03-22T09:00:00.000Z',
      '2026-03-29T08:00:00.000Z',
      '2026-04-05T08:00:00.000Z',
    ]);
  });

  test('two series in one zone are each at their own instants, whichever comes last', () => {
    const winter = weekly('Europe/Berlin', { slug: 'winter', starts: '2026-12-06T01:00:00Z' });
    const summer = weekly('Europe/Berlin', { slug: 'summer', starts: '2027-06-06T02:00:00Z' });
    for (const list of [
      [winter, summer],
      [summer, winter],
    ]) {
      const events = eventsOf(textOf(list.map((note) => publishedNote(note))));
      const first = (slug: string) =>
        occurrences(
          events.find(({ uid }) => uid.startsWith(slug)),
          1,
        )[0];
      expect([first('winter'), first('summer')]).toEqual([
        '2026-12-06T01:00:00.000Z',
        '2027-06-06T02:00:00.000Z',
      ]);
    }
  });

  test.each([
    // Zone, start, rule: hours that the clock skips and shows twice, and UNTIL as a date, in UTC and on the wall clock.
    ['Europe/Berlin', '2026-03-20T01:30:00Z', 'FREQ=DAILY'],
    ['Europe/Berlin', '2026-03-15T01:30:00Z', 'FREQ=WEEKLY;BYDAY=SU'],
    ['Europe/Berlin', '2026-10-11T00:30:00Z', 'FREQ=WEEKLY;BYDAY=SU'],
    ['America/New_York', '2026-03-02T07:15:00Z', 'FREQ=DAILY;INTERVAL=2'],
    ['Australia/Lord_Howe', '2026-09-25T15:45:00Z', 'FREQ=DAILY'],
    ['America/New_York', '2026-12-18T02:00:00Z', 'FREQ=DAILY;UNTIL=20261220'],
    ['America/New_York', '2026-12-18T02:00:00Z', 'FREQ=DAILY;UNTIL=20261221T020000Z'],
    ['America/New_York', '2026-12-18T02:00:00Z', 'FREQ=DAILY;UNTIL=20261220T210000'],
    ['Asia/Jakarta', '2026-12-18T01:00:00Z', 'FREQ=DAILY;UNTIL=20261220'],
    ['Asia/Jakarta', '2026-12-18T01:00:00Z', 'FREQ=DAILY;UNTIL=20261220T075959'],
    ['UTC', '2026-12-18T01:00:00Z', 'UNTIL=20261220;FREQ=DAILY'],
    ['Europe/Berlin', '2026-03-26T01:30:00Z', 'FREQ=DAILY;UNTIL=20260329'],
    // As one was published before it was refused: the start is none of the rule's times.
    ['Europe/Berlin', '2026-12-01T01:00:00Z', 'FREQ=WEEKLY;BYDAY=SU;COUNT=3'],
  ])('page and calendar agree in %s from %s: %s', (zone, starts, rule) => {
    const note = weekly(zone, { starts, recurs: { rule, zone }, lasts: 'PT10M' });
    const page = windowsBetween(note, starts, '2027-11-20T00:00:00Z').map(({ from }) => from);
    const [event] = eventsOf(textOf([publishedNote(note)]));
    const read = occurrences(event, page.length + 1);
    expect(page.length).toBeGreaterThan(1);
    expect(read.slice(0, page.length).map(toInstant)).toEqual(page);
    if (/UNTIL|COUNT/.test(rule)) expect(read.at(-1)).toBe('');
  });

  test('a window at a time that the clock shows twice is cancelled like any other', () => {
    const cancelled = ['2026-10-25T00:30:00Z'];
    const recurs = { rule: 'FREQ=WEEKLY;BYDAY=SU', zone: 'Europe/Berlin' };
    const note = weekly(recurs.zone, { starts: '2026-10-18T00:30:00Z', recurs, cancelled });
    const [event, ...own] = eventsOf(textOf([publishedNote(note)]));
    expect(occurrences(event, 2).map(toInstant)).toEqual(['2026-10-18T00:30:00Z', '2026-11-01T01:30:00Z']);
    expect(own.map(({ startDate }) => startDate.toString())).not.toContain('2026-10-25T00:30:00Z');
    expect(own[0]?.startDate.toString()).toBe('2027-10-31T00:30:00Z');
  });

  test('a window that is cancelled is left out, and the sequence rises', () => {
    for (const zone of ['UTC', 'Asia/Jakarta']) {
      const changes = [
        { seen_at: '2026-02-01T00:00:00Z', field: 'cancelled', before: null, after: '2026-03-08T01:00:00Z' },
      ];
      const note = weekly(zone, { cancelled: ['2026-03-08T01:00:00Z'] });
      const [event] = eventsOf(textOf([publishedNote(note, {}, { changes })]));
      expect(occurrences(event, 2)).toEqual(['2026-03-01T01:00:00.000Z', '2026-03-15T01:00:00.000Z']);
      expect(event?.sequence).toBe(1);
    }
  });

  test('a single window that is cancelled stays, and says so', () => {
    const text = textOf([publishedNote(maintenanceOf({ cancelled: ['2026-01-26T12:00:00Z'] }))]);
    const [event] = eventsOf(text);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('a note that was withdrawn is an event that is off, the whole series of it', () => {
    const note = maintenanceOf();
    const updates = [
      ...note.updates,
      {
        number: 2,
        status: 'withdrawn',
        at: '2026-01-25T06:00:00Z',
        text: { en: 'Meant for another system.', id: 'Untuk sistem lain.' },
      },
    ] as const;
    for (const withdrawn of [maintenanceOf({ updates }), weekly('UTC', { updates })]) {
      const [event] = eventsOf(textOf([publishedNote(withdrawn)]));
      expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
      expect(event?.summary).toMatch(/^Withdrawn, published by mistake – /);
    }
  });

  test('each language has its own file, and the demo says so in every title', () => {
    const [event] = eventsOf(textOf([publishedNote(maintenanceOf())], 'id', true));
    expect(event?.summary).toBe('DATA CONTOH · Peningkatan versi API');
    expect(event?.description).toContain('API tidak menjawab.');
  });

  test('what is said of it is plain text: words, lists and addresses, no Markdown', () => {
    const en = [
      'The **console** answers\nmore slowly; see [the batches](/en/transparency/batches/) and <https://a.example/x>.',
      '- `API` & database\n- the [page][1]',
      '3. first\n4. then',
      '| a | b |\n| - | - |\n| 1 | ![a chart](images/a.png) |',
      '[1]: https://b.example',
    ].join('\n\n');
    const updates = [{ number: 1, status: 'scheduled', at: null, text: { en, id: en } }] as const;
    const [event] = eventsOf(textOf([publishedNote(maintenanceOf({ updates }))]));
    expect(event?.description.split('\n\n').slice(1)).toEqual([
      'The console answers more slowly; see the batches (https://terang.example/en/transparency/batches/) and https://a.example/x.',
      '- API & database\n- the page (https://b.example)',
      '3. first\n4. then',
      'a | b\n1 | a chart',
    ]);
  });

  test('the same notes give the same bytes', async () => {
    const text = textOf([publishedNote(maintenanceOf()), publishedNote(weekly('Asia/Jakarta'))]);
    await expect(text).toMatchFileSnapshot('golden/calendar.en.ics');
  });
});
