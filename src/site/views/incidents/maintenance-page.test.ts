import { describe, expect, test } from 'vitest';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { withMaintenance } from '../../../incidents/model/running-maintenance.ts';
import { NOTHING_PUBLISHED } from '../../../testing/publication.ts';
import { maintenanceOf, NOW, notesOf, publishedNote, statusOf } from '../../../testing/published-notes.ts';
import { read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import { aged } from '../../server/ageing.ts';
import { maintenancePageOf } from './maintenance-page.ts';
import { nextMaintenance } from './next-maintenance.ts';
import type { Shown } from './shown.ts';

const [english, indonesian] = [readerFor('en'), readerFor('id')];
const up = statusOf([['2026-01-26T07:00:00Z', 'up']]);
const notes = (...list: Maintenance[]) => notesOf({ maintenance: list.map((note) => publishedNote(note)) });
const pageOf = (of: ReturnType<typeof notes>, reader = english) =>
  maintenancePageOf(reader, NOTHING_PUBLISHED, up, of);

/** What of several texts a reader sees at an instant, by the server's own turning over. */
function seenAt(at: string, texts: readonly { readonly text: string; readonly shown: Shown }[]): string[] {
  const attribute = (name: string, value: string | null) => (value === null ? '' : ` ${name}="${value}"`);
  return texts
    .map(({ text, shown }) => {
      const times = attribute('data-shown-from', shown.from) + attribute('data-shown-until', shown.until);
      return aged(`<span${times}${shown.hidden ? ' hidden' : ''}>${text}</span>`, Date.parse(at));
    })
    .filter((html) => !html.includes(' hidden'))
    .map((html) => html.replaceAll(/<[^>]+>/g, '').replaceAll('\u00A0', ' '));
}

describe('a window of maintenance', () => {
  const page = pageOf(notes(maintenanceOf()));
  const marks = (page.lists[1]?.rows[0]?.row.marks ?? []).map(({ mark, shown }) => ({
    text: mark.word,
    shown,
  }));

  test('is scheduled, in progress and completed by the clock alone, and nothing flips early', () => {
    expect(seenAt('2026-01-26T11:59:59Z', marks)).toEqual(['Scheduled']);
    expect(seenAt('2026-01-26T12:00:00Z', marks)).toEqual(['In progress']);
    expect(seenAt('2026-01-26T13:59:59Z', marks)).toEqual(['In progress']);
    expect(seenAt('2026-01-26T14:00:00Z', marks)).toEqual(['Completed']);
  });

  test('the first sentence follows it, and beyond what the page knows it says so', () => {
    const said = (at: string) => seenAt(at, page.sentences);
    // A page without a script stays at its first sentence, which says for when it is.
    expect(said('2026-01-26T11:00:00Z')).toEqual(['No maintenance under way as of 14:05 WIB, 26 Jan']);
    expect(said('2026-01-26T12:30:00Z')).toEqual([
      'Under way: Upgrade of the API, until 26 Jan 2026, 21:00 WIB',
    ]);
    expect(said('2026-01-26T15:00:00Z')).toEqual(['No maintenance under way as of 21:00 WIB, 26 Jan']);
    expect(said('2026-04-01T00:00:00Z')).toEqual([
      'Not known: this page has had no data since 26 Jan 2026, 14:05 WIB',
    ]);
  });

  test('that is cancelled is never in progress', () => {
    const off = pageOf(notes(maintenanceOf({ cancelled: ['2026-01-26T12:00:00Z'] })));
    expect(seenAt('2026-01-26T12:30:00Z', off.sentences)).toEqual([
      'No maintenance under way as of 14:05 WIB, 26 Jan',
    ]);
    expect(off.lists[1]?.rows[0]?.row.marks.map(({ mark }) => mark.word)).toEqual(['Cancelled']);
    expect(off.lists[0]?.rows).toEqual([]);
  });

  test('that runs puts its component under maintenance until it ends, and its figures stay', () => {
    const running = notes(maintenanceOf({ starts: '2026-01-26T06:00:00Z', lasts: 'PT1H10M' }));
    const [system] = withMaintenance(up, running).systems;
    expect([system?.state, system?.valid_until]).toEqual(['under_maintenance', '2026-01-26T07:10:00Z']);
    expect(system?.components[0]?.checks).toEqual(up.systems[0]?.components[0]?.checks);
    expect(withMaintenance(up, notes(maintenanceOf())).systems[0]?.state).toBe('operational');
  });
});

describe('COI-08 recurring maintenance', () => {
  const recurring = (rule: string, starts: string, cancelled: string[] = []) =>
    maintenanceOf({ starts, lasts: 'PT1H', recurs: { rule, zone: 'UTC' }, cancelled });

  test.each([
    [
      'FREQ=WEEKLY;BYDAY=SU',
      '2026-01-04T02:00:00Z',
      'Every Sunday, 02:00 (UTC), 1 hour',
      'Setiap hari Minggu pukul 02.00 (UTC), 1 jam',
    ],
    [
      'FREQ=WEEKLY;BYDAY=MO',
      '2026-01-05T10:00:00Z',
      'Every Monday, 10:00 (UTC), 1 hour',
      'Setiap hari Senin pukul 10.00 (UTC), 1 jam',
    ],
    [
      'FREQ=MONTHLY;BYDAY=1MO',
      '2026-01-05T10:00:00Z',
      'Every first Monday of the month, 10:00 (UTC), 1 hour',
      'Setiap Senin pertama dalam sebulan pukul 10.00 (UTC), 1 jam',
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1',
      '2026-01-02T10:00:00Z',
      'Every first Friday of the month, 10:00 (UTC), 1 hour',
      'Setiap Jumat pertama dalam sebulan pukul 10.00 (UTC), 1 jam',
    ],
  ])('%s is said in words', (rule, starts, en, id) => {
    const said = (reader: typeof english) =>
      pageOf(notes(recurring(rule, starts)), reader).announcements[0]?.rule?.replaceAll('\u00A0', ' ');
    expect([said(english), said(indonesian)]).toEqual([en, id]);
  });

  test('is published four weeks ahead, a cancelled window among them said to be so', () => {
    const sundays = pageOf(
      notes(recurring('FREQ=WEEKLY;BYDAY=SU', '2026-01-04T02:00:00Z', ['2026-02-08T02:00:00Z'])),
    );
    const upcoming = sundays.lists[1]?.rows.map(({ row }) => [
      read(row.when).slice(0, 11),
      row.marks[0]?.mark.word,
    ]);
    expect(upcoming).toEqual([
      ['1 Feb 2026,', 'Scheduled'],
      ['8 Feb 2026,', 'Cancelled'],
      ['15 Feb 2026', 'Scheduled'],
      ['22 Feb 2026', 'Scheduled'],
    ]);
  });

  test('the home page goes on to the next window when one is over', () => {
    const next = nextMaintenance(
      english,
      up,
      notes(recurring('FREQ=WEEKLY;BYDAY=SU', '2026-01-04T02:00:00Z')),
    );
    const rows = next.rows.map(({ row, shown }) => ({ text: read(row.when).slice(0, 10), shown }));
    expect(seenAt(NOW, rows)).toEqual(['1 Feb 2026']);
    expect(seenAt('2026-02-01T02:59:59Z', rows)).toEqual(['1 Feb 2026']);
    expect(seenAt('2026-02-01T03:00:00Z', rows)).toEqual(['8 Feb 2026']);
  });
});

test('a maintenance that was withdrawn takes place nowhere, and says so where it was announced', () => {
  const updates = [
    ...maintenanceOf().updates,
    {
      number: 2,
      status: 'withdrawn',
      at: '2026-01-25T06:00:00Z',
      text: { en: 'Meant for another system.', id: 'Untuk sistem lain.' },
    },
  ] as const;
  const withdrawn_by = { en: 'Head of operations', id: 'Kepala operasi' };
  const of = notes(maintenanceOf({ updates, withdrawn_by, starts: '2026-01-26T07:00:00Z' }));
  const page = pageOf(of);
  expect(page.sentences.find(({ shown }) => !shown.hidden)?.text).toMatch(/^No maintenance under way as of/);
  const words = page.past.rows.flatMap(({ row }) => row.marks.map(({ mark }) => mark.word));
  expect(words).toEqual(['Withdrawn']);
  expect(read(page.announcements[0]?.notices[0] ?? [])).toContain('by: Head of operations');
  expect(withMaintenance(up, of).systems[0]?.state).toBe('operational');
});

test('where no note was ever looked for, none is not said of any list', () => {
  const page = pageOf({ ...notes(maintenanceOf()), observed_at: null, maintenance: [] });
  const said = [...page.lists, page.past].flatMap(({ none }) => none.map(({ text }) => text));
  expect(new Set(said)).toEqual(new Set(['Not known yet']));
});
