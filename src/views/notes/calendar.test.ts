import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Maintenance } from '../../domain/maintenance.ts';
import type { PublishedNote } from '../../domain/notes-publication.ts';
import { readerFor } from '../../i18n/reader.ts';
import { maintenanceOf, notesOf, publishedNote, statusOf } from '../../testing/published-notes.ts';
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
  return Array.from({ length: count }, () => iterator?.next()?.toJSDate().toISOString() ?? '');
}

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

  test('the same notes give the same bytes', async () => {
    const text = textOf([publishedNote(maintenanceOf()), publishedNote(weekly('Asia/Jakarta'))]);
    await expect(text).toMatchFileSnapshot('golden/calendar.en.ics');
  });
});
