import { describe, expect, test } from 'vitest';
import type { Incident } from '../../domain/incident.ts';
import type { PublishedNote } from '../../domain/notes-publication.ts';
import { NO_STATUS } from '../../domain/status-publication.ts';
import { readerFor } from '../../i18n/reader.ts';
import { NOTHING_PUBLISHED } from '../../testing/publication.ts';
import { incidentOf, NOW, notesOf, publishedNote, statusOf } from '../../testing/published-notes.ts';
import { read } from '../../testing/reading.ts';
import { incidentPageOf } from './incident-page.ts';

const [english, indonesian] = [readerFor('en'), readerFor('id')];
const up = statusOf([['2026-01-26T07:00:00Z', 'up']]);

function pageOf(published: PublishedNote<Incident>, status = up, reader = english) {
  return incidentPageOf(reader, NOTHING_PUBLISHED, status, notesOf({ incidents: [published] }), published);
}
const resolvedAt = (at: string): Partial<Incident> => ({
  resolved: at,
  updates: [
    ...incidentOf().updates,
    { number: 2, status: 'resolved', at, text: { en: 'It is over.', id: 'Sudah selesai.' } },
  ],
});
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const verdicts = (page: ReturnType<typeof pageOf>) =>
  page.targets.rows.flatMap(({ name, took, verdicts: said }) =>
    said.filter(({ shown }) => !shown.hidden).map(({ text }) => [name, plain(took), read(text)]),
  );

describe('TPC-19 response and resolution against the targets', () => {
  test('a standard incident that was over, and said so, within 4 hours met its target', () => {
    expect(verdicts(pageOf(publishedNote(incidentOf(resolvedAt('2026-01-26T06:30:00Z')))))).toEqual([
      ['Resolved within 4 hours', '1 hour 30 minutes', 'Met'],
    ]);
  });

  test('one that says it was over in time, but was published later, is met by its own word only', () => {
    const published = publishedNote(incidentOf(resolvedAt('2026-01-26T06:30:00Z')), {
      2: '2026-01-26T10:00:00Z',
    });
    expect(verdicts(pageOf(published))[0]?.[2]).toBe('Met by the note’s own word; published after 5 hours');
  });

  test('one that took longer missed it', () => {
    expect(verdicts(pageOf(publishedNote(incidentOf(resolvedAt('2026-01-26T09:01:00Z')))))[0]?.[2]).toBe(
      'Missed',
    );
  });

  test('an open one has time left, and turns to missed at that instant by the clock alone', () => {
    const [row] = pageOf(publishedNote(incidentOf())).targets.rows;
    expect(row?.verdicts.map(({ text, shown }) => [read(text), shown])).toEqual([
      [
        'time left until 26 Jan 2026, 16:00 WIB',
        { from: null, until: '2026-01-26T09:00:00Z', hidden: false },
      ],
      [
        'missed: 26 Jan 2026, 16:00 WIB has passed',
        { from: '2026-01-26T09:00:00Z', until: null, hidden: true },
      ],
    ]);
  });

  test('a critical one is held against the response, which the first published note shows', () => {
    const critical = { severity: 'critical', impact: 'critical' } as const;
    expect(verdicts(pageOf(publishedNote(incidentOf(critical))))).toEqual([
      ['Response within 1 hour', '10 minutes', 'Met'],
    ]);
    const late = publishedNote(incidentOf(critical), { 1: '2026-01-26T06:30:00Z' });
    expect(verdicts(pageOf(late))[0]?.[2]).toMatch(/^Met by the note’s own word/);
  });
});

describe('what an incident page says', () => {
  test('each update with when it was written and when it was published, newest first, in both languages', () => {
    const published = publishedNote(incidentOf(resolvedAt('2026-01-26T06:30:00Z')), {
      2: '2026-01-26T08:00:00Z',
    });
    const [first, second] = pageOf(published).timeline.entries;
    expect(first?.times.map(read)).toEqual([
      'dated 26 Jan 2026, 13:30 WIB (06:30 UTC)',
      'published 26 Jan 2026, 15:00 WIB (08:00 UTC), 1 hour 30 minutes later',
    ]);
    expect([second?.status, second?.html]).toEqual([
      'Investigating',
      '<p>We look for the <strong>cause</strong>.</p>',
    ]);
    expect(pageOf(published, up, indonesian).timeline.entries[1]?.status).toBe('Sedang diselidiki');
  });

  test('a fact that was corrected shows both values and the reason', () => {
    const note = incidentOf({
      corrections: [
        {
          at: '2026-01-26T06:00:00Z',
          field: 'started',
          was: '2026-01-26T04:00:00Z',
          reason: { en: 'The log says so.', id: 'Menurut log.' },
        },
      ],
    });
    const changes = [
      {
        seen_at: '2026-01-26T06:00:00Z',
        field: 'started',
        before: '2026-01-26T04:00:00Z',
        after: '2026-01-26T05:00:00Z',
      },
    ];
    const [entry] = pageOf(publishedNote(note, {}, { changes })).changes?.entries ?? [];
    expect(read(entry?.what ?? [])).toContain('first published as 26 Jan 2026, 11:00 WIB');
    expect(entry?.why).toBe('Reason: The log says so.');
  });

  test('a refused change is said with the rule that refused it, and what was published stands', () => {
    const refused = {
      since: '2026-01-26T06:00:00Z',
      refusals: [
        { rule: 'published', line: 12, column: 1, reason: 'update 1 was published otherwise' },
        { rule: 'form', line: 3, column: 1, reason: 'a field is missing' },
        { rule: 'published', line: 40, column: 1, reason: 'update 3 was published otherwise' },
        { rule: 'published', line: 31, column: 1, reason: 'update 2 was published otherwise' },
      ],
    };
    const page = pageOf(publishedNote(incidentOf(), {}, { refused }));
    expect(page.notices.map(read).join(' ')).toContain(
      'Lines 12, 31 and 40 break the rule that a note stays as it was published. Line 3 breaks the rule that a note can',
    );
    expect(page.timeline.entries).toHaveLength(1);
  });

  test('a note whose text can no longer be read says so before anything else, in both languages', () => {
    const published = publishedNote(incidentOf(), {}, { unreadable: true });
    const notices = [english, indonesian].map((reader) => pageOf(published, up, reader).notices.map(read));
    expect(notices).toEqual([
      [expect.stringContaining('can no longer be read by this site')],
      [expect.stringContaining('tidak lagi dapat dibaca oleh situs ini')],
    ]);
  });

  test('a next update that is due turns to late at that instant', () => {
    const { next } = pageOf(publishedNote(incidentOf({ next_update_by: '2026-01-26T08:00:00Z' })));
    expect(next.map(({ text, late, shown }) => [read(text), late, shown.hidden])).toEqual([
      ['Next update by 26 Jan 2026, 15:00 WIB', false, false],
      ['The next update was due by 26 Jan 2026, 15:00 WIB and has not come', true, true],
    ]);
  });

  test('days that no check saw are said to be unknown, never drawn as well', () => {
    const page = pageOf(publishedNote(incidentOf()), NO_STATUS);
    expect(page.bars.components).toEqual([]);
    expect(page.bars.none).toContain('Nothing is known');
  });

  test('resolved while its check has failed since before: our data and our words disagree', () => {
    const failing = statusOf([
      ['2026-01-26T06:15:00Z', 'up'],
      ['2026-01-26T06:20:00Z', 'down'],
      ['2026-01-26T06:50:00Z', 'down'],
      ['2026-01-26T07:05:00Z', 'down'],
    ]);
    const published = publishedNote(incidentOf(resolvedAt('2026-01-26T06:55:00Z')));
    const [notice = []] = pageOf(published, failing).notices;
    expect(read(notice)).toContain('Our data and our words disagree: “The API is slow” was called resolved');
    expect(read(notice)).toContain('API answers');
    expect(pageOf(published, up).notices).toEqual([]);
    expect(NOW > '2026-01-26T06:55:00Z').toBe(true);
  });
});
