import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../incidents/model/incident.ts';
import type { PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { Late } from '../../../log/late.ts';
import { NO_STATUS } from '../../../status/status-publication.ts';
import { NOTHING_PUBLISHED } from '../../../testing/publication.ts';
import { incidentOf, NOW, notesOf, publishedNote, statusOf } from '../../../testing/published-notes.ts';
import { cellsOf, pieceOf, read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import type { Cell, CellPiece } from '../table.ts';
import { incidentPageOf } from './incident-page.ts';
import { incidentsPageOf } from './incidents-page.ts';

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
/** What holds now, and what the clock alone makes of it. */
const shapesOf = (cell: Cell | undefined) =>
  (Array.isArray(cell) ? (cell as CellPiece[]) : []).filter(
    (piece) => typeof piece === 'object' && piece.kind === 'shape',
  );
const verdicts = (page: ReturnType<typeof pageOf>) =>
  (page.targets.table?.rows ?? []).flatMap(({ cells }, row) =>
    shapesOf(cells.verdict)
      .filter(({ shown }) => shown?.hidden === false)
      .map(({ text }) => {
        const { target, took } = cellsOf(page.targets.table)[row] ?? {};
        return [target, took, read(text)];
      }),
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

  describe('one that the log has only later', () => {
    const resolved = incidentOf(resolvedAt('2026-01-26T06:30:00Z'));
    const told = (over: Partial<Late> = {}) => {
      const late = { stated: '2026-01-26T06:35:00Z', logged: '2026-01-26T10:00:00Z', began: false, ...over };
      const updates = new Map([[2, late]]);
      return publishedNote(resolved, { 2: late.logged }, { late: { note: null, updates } });
    };

    test('can not be told to have met it, and each update says since when it is in the log', () => {
      const page = pageOf(told());
      const said =
        'stated by the operator as 26 Jan 2026, 13:35 WIB (06:35 UTC); in the log since 26 Jan 2026, 17:00 WIB (10:00 UTC)';
      expect(verdicts(page)[0]?.[2]).toBe(`Can not be told: ${said}`);
      expect(shapesOf(page.targets.table?.rows[0]?.cells.verdict)[0]).toMatchObject({ shape: 'unknown' });
      expect(page.timeline[0]?.times.map(read)).toContain(said);
      expect(verdicts(pageOf(told(), up, indonesian))[0]?.[2]).toBe(
        'Tidak dapat dipastikan: menurut pengelola 26 Jan 2026, 13.35 WIB (06.35 UTC); tercatat di log sejak 26 Jan 2026, 17.00 WIB (10.00 UTC)',
      );
    });

    test('met it where the log has it in time all the same, and missed it where its own word is late', () => {
      expect(verdicts(pageOf(told({ logged: '2026-01-26T08:00:00Z' })))[0]?.[2]).toBe('Met');
      expect(verdicts(pageOf(told({ stated: '2026-01-26T09:30:00Z' })))[0]?.[2]).toMatch(
        /^Met by the note’s own/,
      );
    });

    test('and that was there before the log began is called so', () => {
      expect(verdicts(pageOf(told({ began: true })))[0]?.[2]).toMatch(
        /^Can not be told: .*, when the log began$/,
      );
    });
  });

  test('one that took longer missed it', () => {
    expect(verdicts(pageOf(publishedNote(incidentOf(resolvedAt('2026-01-26T09:01:00Z')))))[0]?.[2]).toBe(
      'Missed',
    );
  });

  test('an open one has time left; once it has passed it is missed, or not known where the page is older', () => {
    const shownFor = (status: typeof up) =>
      shapesOf(pageOf(publishedNote(incidentOf()), status).targets.table?.rows[0]?.cells.verdict).map(
        ({ text, shown }) => [read(text), shown],
      );
    const deadline = '2026-01-26T09:00:00Z';
    const [pending, passed] = shownFor(statusOf([])) ?? [];
    expect([pending, passed]).toEqual([
      ['time left until 26 Jan 2026, 16:00 WIB', { from: null, until: deadline, hidden: false }],
      ['missed: 26 Jan 2026, 16:00 WIB has passed', { from: deadline, until: null, hidden: true }],
    ]);
    // The page holds until 07:22: of what came after it nothing can be said.
    expect(shownFor(up)).toEqual([
      pending,
      [
        'not known here: 26 Jan 2026, 16:00 WIB has passed since this page was last renewed',
        { from: deadline, until: null, hidden: true },
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
    const [first, second] = pageOf(published).timeline;
    expect(first?.times.map(read)).toEqual([
      'dated 26 Jan 2026, 13:30 WIB (06:30 UTC)',
      'published 26 Jan 2026, 15:00 WIB (08:00 UTC), 1 hour 30 minutes later',
    ]);
    expect([second?.status, second?.html]).toEqual([
      'Investigating',
      '<p>We look for the <strong>cause</strong>.</p>',
    ]);
    expect(pageOf(published, up, indonesian).timeline[1]?.status).toBe('Sedang diselidiki');
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
    const [entry] = pageOf(publishedNote(note, {}, { changes })).changes;
    expect(read(entry?.what ?? [])).toContain('first published as 26 Jan 2026, 11:00 WIB');
    expect(entry?.why).toBe('Reason: The log says so.');
  });

  test('a refused change is said with the rule that refused it, and what was published stands', () => {
    const refused = {
      since: '2026-01-26T06:00:00Z',
      refusals: [
        { rule: 'published', line: 12, column: 1, code: 'published.altered' },
        { rule: 'form', line: 3, column: 1, code: 'field.missing' },
        { rule: 'published', line: 40, column: 1, code: 'published.altered' },
        { rule: 'published', line: 31, column: 1, code: 'published.altered' },
      ],
    };
    const page = pageOf(publishedNote(incidentOf(), {}, { refused }));
    expect(page.notices.map(read).join(' ')).toContain(
      'Lines 12, 31 and 40 break the rule that a note stays as it was published. Line 3 breaks the rule that a note can',
    );
    expect(page.timeline).toHaveLength(1);
  });

  test('a note whose text can no longer be read says so before anything else, and what is left out, in both languages', () => {
    const published = publishedNote(incidentOf(), {}, { unreadable: ['late_reason', 'withdrawn_by'] });
    const notices = [english, indonesian].map((reader) => pageOf(published, up, reader).notices.map(read));
    expect(notices).toEqual([
      [
        expect.stringMatching(
          /can no longer be read by this site.*left out: why it was told late and who withdrew it\.$/,
        ),
      ],
      [
        expect.stringMatching(
          /tidak lagi dapat dibaca oleh situs ini.*tidak ditampilkan: alasan terlambat disampaikan dan pihak yang menarik\.$/,
        ),
      ],
    ]);
  });

  test('a next update that is due turns to late at that instant, for as long as the page would know of it', () => {
    const nextBy = (at: string) =>
      pageOf(publishedNote(incidentOf({ next_update_by: at }))).next.map(({ text, shown }) => [
        read(text),
        shown.from,
        shown.until,
      ]);
    expect(nextBy('2026-01-26T07:10:00Z')).toEqual([
      ['Next update by 26 Jan 2026, 14:10 WIB', null, '2026-01-26T07:10:00Z'],
      [
        'The next update was due by 26 Jan 2026, 14:10 WIB and has not come',
        '2026-01-26T07:10:00Z',
        '2026-01-26T07:22:30.000Z',
      ],
      [
        'The next update was due by 26 Jan 2026, 14:10 WIB; whether it came is not known here',
        '2026-01-26T07:22:30.000Z',
        null,
      ],
    ]);
    expect(nextBy('2026-01-26T08:00:00Z').map(([text]) => text)).toEqual([
      'Next update by 26 Jan 2026, 15:00 WIB',
      'The next update was due by 26 Jan 2026, 15:00 WIB; whether it came is not known here',
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
    const { notices, until } = pageOf(published, failing).present;
    const [notice = []] = notices;
    expect(until).toBe('2026-01-26T07:27:30.000Z');
    expect(read(notice)).toContain('Our data and our words disagree: “The API is slow” was called resolved');
    expect(read(notice)).toContain('API answers');
    expect(pageOf(published, up).present.notices).toEqual([]);
    expect(NOW > '2026-01-26T06:55:00Z').toBe(true);
  });
});

const withdrawn: Partial<Incident> = {
  withdrawn_by: { en: 'Head of communications', id: 'Kepala komunikasi' },
  updates: [
    ...incidentOf().updates,
    {
      number: 2,
      status: 'withdrawn',
      at: '2026-01-26T06:00:00Z',
      text: { en: 'This was a rehearsal.', id: 'Ini adalah latihan.' },
    },
  ],
};

describe('a note that was published by mistake', () => {
  const published = publishedNote(incidentOf(withdrawn));
  const page = (reader = english) => pageOf(published, up, reader);

  test('says so for ever, by whom in their role and when, in both languages, and stays to be read', () => {
    expect(page().mark).toEqual({ shape: 'cancelled', word: 'Withdrawn: published by mistake' });
    expect(read(page().notices[0] ?? [])).toMatch(/withdrawn .* by: Head of communications\. It stays here/);
    expect(page(indonesian).mark.word).toBe('Ditarik: terbit karena keliru');
    expect(read(page(indonesian).notices[0] ?? [])).toMatch(/ditarik .* oleh: Kepala komunikasi/);
    expect(page().timeline.map(({ status }) => status)).toEqual(['Withdrawn', 'Investigating']);
  });

  test('claims no time of an outage, is held against no target and drawn on no day', () => {
    const facts = page().facts.map(({ lines }) => lines.map(read).join(' '));
    expect(facts.join('\n')).not.toMatch(/not over/);
    expect(page().targets.table).toBeNull();
    expect(page().targets.none).toBe('A note that was withdrawn is held against no target.');
    expect(page().bars.components).toEqual([]);
  });

  test('counts neither as open nor in any figure, whatever it says of its end', () => {
    const listWith = (note: Partial<Incident>) =>
      incidentsPageOf(
        english,
        NOTHING_PUBLISHED,
        statusOf([
          ['2026-01-26T06:45:00Z', 'down'],
          ['2026-01-26T07:00:00Z', 'down'],
        ]),
        notesOf({ incidents: [publishedNote(incidentOf(note))] }),
      );
    for (const note of [withdrawn, { ...withdrawn, resolved: '2026-01-26T05:30:00Z' }]) {
      const list = listWith(note);
      expect(list.sentence).toMatch(/^No incident open as of/);
      const [first] = list.communication.table.rows;
      expect(first).toEqual(listWith({ ...withdrawn }).communication.table.rows[0]);
      expect(pieceOf(first?.cells.value, 'shape')?.shape).toBe('unknown');
      expect(cellsOf(list.filters[0]?.table).find(({ name }) => name === 'TPC')?.count).toBe('0');
      // What it named is not spoken of: the checks that fail contradict our silence.
      expect(list.notices.map(read).join()).toContain('no open incident says so');
      expect(list.months[0]?.rows.map(({ mark }) => mark.word)).toEqual(['Withdrawn: published by mistake']);
    }
    expect(listWith({}).sentence).toMatch(/^One incident open as of/);
  });
});

describe('EVT-09: a grave incident that is over, whose checklist is still to come', () => {
  const over: Partial<Incident> = {
    severity: 'critical',
    resolved: '2026-01-26T06:30:00Z',
    updates: [
      ...incidentOf().updates,
      { number: 2, status: 'over', at: '2026-01-26T06:35:00Z', text: { en: 'Over.', id: 'Teratasi.' } },
    ],
  };
  const at = (now: string, reader = english) => {
    const published = publishedNote(incidentOf(over));
    const notes = { ...notesOf({ incidents: [published] }), observed_at: now };
    return incidentPageOf(reader, NOTHING_PUBLISHED, up, notes, published);
  };

  test('is told as over with its checklist to follow, and by when, not as closed', () => {
    expect(at(NOW).mark).toEqual({ shape: 'closed', word: 'Over, checklist follows' });
    expect(at(NOW, indonesian).mark.word).toBe('Teratasi, daftar periksa menyusul');
    const due = at(NOW).facts.find(({ term }) => term === 'Post-incident checklist');
    expect(due?.lines.map(read)[0]).toMatch(/^follows by 29 Jan/);
    expect(at(NOW).notices).toEqual([]);
  });

  test('and says that the checklist is late once its time has passed', () => {
    expect(at('2026-01-29T06:31:00Z').present.notices.map(read)[0]).toMatch(
      /^The checklist of “The API is slow”/,
    );
  });
});

test('a first note that came late says why', () => {
  const late_reason = { en: 'It was found in the yearly audit.', id: 'Baru ditemukan saat audit tahunan.' };
  const page = pageOf(publishedNote(incidentOf({ late_reason })));
  const told = page.facts.find(({ term }) => term === 'Why it was told late');
  expect(told?.lines.map(read)).toEqual([late_reason.en]);
});

describe('a correction', () => {
  const correction = (en: string, id: string): Incident['updates'][number] => ({
    number: 2,
    status: 'correction',
    at: '2026-01-26T06:00:00Z',
    text: { en, id },
  });
  const withText = (text: Incident['updates'][number]['text'], corrected: Incident['updates'][number]) => {
    const [first] = incidentOf().updates;
    return publishedNote(
      incidentOf({ updates: [{ ...(first as NonNullable<typeof first>), text }, corrected] }),
    );
  };
  const text = {
    en: 'The API\nis **down since 12:00 WIB** [here](https://example.org). We look on.',
    id: 'API tidak menjawab sejak pukul 12.00 WIB.',
  };

  test('is shown at the words that it corrects, in both languages, with an anchor there and the way to the whole', () => {
    const published = withText(
      text,
      correction(
        '> The API is down since 12:00 WIB\n\nIt is slow, and **not down**.',
        '> “tidak menjawab”\n\nAPI melambat.',
      ),
    );
    const [second, first] = pageOf(published).timeline;
    expect(plain(first?.html ?? '')).toMatch(
      /<p><del class="corrected" id="update-1-corrected-2">The API\nis <\/del><strong><del class="corrected">down since 12:00 WIB<\/del><\/strong> <ins class="correction"><strong>Correction, 26 Jan 2026, 13:05.WIB:<\/strong> It is slow, and not down. <a href="#update-2">The whole correction<\/a><\/ins> <a href="https:\/\/example.org">/,
    );
    expect(first?.remarks).toEqual([]);
    expect(second?.remarks).toEqual([
      [{ kind: 'link', href: '#update-1-corrected-2', text: 'To the words that this corrects' }],
    ]);
    expect(second?.html).toContain('<blockquote>');
    const [, indonesian1] = pageOf(published, up, indonesian).timeline;
    expect(indonesian1?.html).toMatch(
      /API <del [^>]*>tidak menjawab<\/del> <ins class="correction"><strong>Koreksi, /,
    );
  });

  test('that quotes nothing is told of at each update before it', () => {
    const [second, first] = pageOf(withText(text, correction('It is slow.', 'API melambat.'))).timeline;
    expect(first?.html).not.toContain('<del');
    expect(first?.remarks[0]).toMatchObject([{ kind: 'link', href: '#update-2' }]);
    expect(second?.remarks).toEqual([]);
  });

  test('of a correction stands at what that said, not at what it quoted', () => {
    const [first] = incidentOf().updates;
    const updates = [
      { ...(first as NonNullable<typeof first>), text: { en: 'It is down.', id: 'API mati.' } },
      correction('> It is down.\n\nIt is slow.', '> API mati.\n\nAPI melambat.'),
      { ...correction('> It is slow.\n\nIt is well.', '> API melambat.\n\nAPI normal.'), number: 3 },
    ];
    const entries = pageOf(publishedNote(incidentOf({ updates }))).timeline;
    expect(entries[1]?.html).toMatch(
      /<\/blockquote>\s*<p><del class="corrected" id="update-2-corrected-3">It is slow\./,
    );
    expect(entries[2]?.html).toContain('id="update-1-corrected-2">It is down.</del>');
  });
});
