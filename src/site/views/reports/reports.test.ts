import { describe, expect, test } from 'vitest';
import { reportResultsCsv } from '../../../open-data/report-results.ts';
import type { Report } from '../../../reports/model/report.ts';
import { publicRoutines } from '../../../reports/model/reports-publication.ts';
import { routineSchema } from '../../../reports/model/routine.ts';
import { NOTHING_PUBLISHED } from '../../../testing/publication.ts';
import { statusOf } from '../../../testing/published-notes.ts';
import {
  INTERNAL,
  MANUAL,
  missedOn,
  PASSED,
  reportedOf,
  reportOn,
} from '../../../testing/published-reports.ts';
import { cellsOf, pieceOf, read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import type { Table } from '../table.ts';
import { dueWords } from './due-words.ts';
import { reportMonthOf } from './report-month.ts';
import { reportPageOf } from './report-page.ts';
import { reportSystemOf, reportSystems } from './report-system.ts';
import { reportsPageOf } from './reports-page.ts';
import { itemTable } from './routine-items.ts';
import { routinePageOf } from './routine-page.ts';
import { knownRoutines } from './routines.ts';

const status = statusOf([['2026-01-26T07:05:00Z', 'up']]);
const [en, id] = [readerFor('en'), readerFor('id')];
const pageOf = (reports: readonly Report[], reader = en) =>
  reportsPageOf(reader, NOTHING_PUBLISHED, status, reportedOf(reports));
const rowOf = (reports: readonly Report[], reader = en) =>
  cellsOf(pageOf(reports, reader).systems[0]?.table)[0];
/** The days of a calendar of a month, week by week. */
const daysOf = (calendar: Table | undefined) =>
  (calendar?.rows ?? []).flatMap(({ cells }) =>
    Object.values(cells).flatMap((cell) => pieceOf(cell, 'day')?.day ?? []),
  );
const routineOf = (reports: readonly Report[], reader = en) => {
  const reported = reportedOf(reports);
  const [known] = knownRoutines(reported);
  if (known === undefined) throw new Error('no routine');
  return routinePageOf(reader, NOTHING_PUBLISHED, status, reported, known);
};
const reportOf = (report: Report, reader = en) =>
  reportPageOf(reader, NOTHING_PUBLISHED, status, reportedOf([report]), report);
/** Thirty mornings, newest first, of which one was missed and one late. */
const THIRTY = Array.from({ length: 30 }, (_, back) => `2026-01-${`${30 - back}`.padStart(2, '0')}`).map(
  (day) => {
    if (day === '2026-01-12') return missedOn(day);
    if (day === '2026-01-20') return reportOn(day, { kept: 'late', ran_at: `${day}T13:12:00Z` });
    return reportOn(day);
  },
);

describe('COI-07 how a routine was kept', () => {
  test('a missed morning counts against the runbook, a late one does not, and both are said', () => {
    expect(rowOf(THIRTY)?.kept).toBe('29 of 30 mornings\n1 January 2026 to 30 January 2026');
    expect(rowOf(THIRTY, id)?.kept).toMatch(/^29 dari 30 hari\n/);
    expect(routineOf(THIRTY)).toMatchObject({
      sentence: 'Runbook kept: 29 of 30 mornings.',
      kept: 'Between 1\u00A0January\u00A02026 and 30\u00A0January\u00A02026: 1 late, 1 missed.',
    });
  });

  test('its time, its zone and that the zone is our assumption', () => {
    const due = routineOf(THIRTY)
      .facts.find(({ term }) => term === 'Due')
      ?.lines.flat();
    expect(due?.slice(0, 2)).toEqual([
      'Every day at 09:00 (UTC; 16:00 WIB)',
      'The runbook does not state all of this; the day, time or zone is our assumption.',
    ]);
    expect(rowOf(THIRTY)?.next).toMatch(/^31 Jan 2026, 16:00 WIB \(09:00 UTC\)/);
  });

  test.each([
    ['FREQ=DAILY;BYHOUR=18;BYMINUTE=30', 'UTC', 'every day at 18:30 (UTC; 01:30 WIB on the day after)'],
    [
      'FREQ=DAILY;BYHOUR=6;BYMINUTE=0',
      'Asia/Jakarta',
      'every day at 06:00 (WIB; 23:00 UTC on the day before)',
    ],
    ['FREQ=DAILY;BYHOUR=9;BYMINUTE=0', 'Europe/Paris', 'every day at 09:00 (Europe/Paris)'],
  ])('%s in %s is said in both of the zones that readers know', (rule, zone, words) => {
    const [known] = knownRoutines(reportedOf([]));
    if (known?.routine == null) throw new Error('no routine');
    expect(dueWords(en, { ...known.routine, due: { rule, zone, assumed: false } })).toBe(words);
  });

  test('what a person has to do stands in the words of the runbook, with the role', () => {
    expect(cellsOf(routineOf(THIRTY).items?.table)[1]).toEqual({
      item: 'Sensor read',
      how: 'by hand, operator\nRead the sensor.',
    });
  });

  test('what an item asks, what it is held against, and its query stand on the page of the routine', () => {
    const file = publicRoutines([
      {
        system: 'tpc',
        routine: routineSchema.parse({
          id: 'asked',
          name: { en: 'Asked', id: 'Ditanyakan' },
          due: null,
          items: [
            { id: 'checked', name: { en: 'Checked', id: 'Diperiksa' }, check: 'answers' },
            {
              id: 'pending',
              name: { en: 'Pending', id: 'Tertunda' },
              query: {
                database: 'env:ACME_DATABASE_URL',
                role: 'reader',
                file: 'sql/pending.sql',
                answer: 'value',
                passes_when: { at_most: 3 },
              },
            },
            {
              id: 'hidden',
              name: { en: 'Hidden', id: 'Tersembunyi' },
              visibility: 'internal',
              check: 'answers',
            },
          ],
        }),
        queries: { pending: 'SELECT count(*) FROM pending', hidden: 'SELECT secret' },
      },
    ])[0];
    if (file === undefined) throw new Error('the routine is public');
    const table = itemTable(en, status, file);
    const [checked, pending, ...others] = table.rows;
    expect(others).toEqual([]);
    expect(JSON.stringify(checked?.cells.how)).toContain('/en/status/tpc/#');
    expect(pieceOf(checked?.cells.how, 'query')).toBeUndefined();
    expect(cellsOf(table)[1]?.how).toContain('\nPasses when the number is at most 3.\n');
    expect(pieceOf(pending?.cells.how, 'query')).toMatchObject({
      label: 'Query of Pending',
      text: 'SELECT count(*) FROM pending',
    });
    expect(JSON.stringify(file)).not.toContain('SELECT secret');
  });

  test('a routine that never ran is said to be so, and has nothing due of which it could be late', () => {
    expect(pageOf([]).sentence).toBe('No routine has been carried out yet');
    expect(rowOf([])).toMatchObject({ latest: 'Never run', kept: 'no run yet', next: 'not known' });
    expect(pieceOf(pageOf([]).systems[0]?.table?.rows[0]?.cells.latest, 'report')?.mark.shape).toBeNull();
    expect(reportResultsCsv(reportedOf([]))).toBeNull();
  });
});

test('COI-07 once a run would be missed and no report of it is here, that is said', () => {
  const seen = (at: string) => {
    const later = { ...status, manifest: { ...status.manifest, observed_at: at } } as typeof status;
    const page = reportsPageOf(en, NOTHING_PUBLISHED, later, reportedOf(THIRTY));
    return pieceOf(page.systems[0]?.table?.rows[0]?.cells.next, 'set');
  };
  expect(seen('2026-01-31T20:59:00Z')?.shown).toMatchObject({ from: '2026-01-31T21:00:00Z', hidden: true });
  expect(seen('2026-01-31T21:00:00Z')).toMatchObject({
    as: 'overdue',
    of: ['This time has passed and no report of it is here: not known.'],
    shown: { hidden: false },
  });
});

describe('a run that the log has later than it says that it ran', () => {
  const late = { stated: '2026-01-30T09:06:00Z', logged: '2026-02-03T12:00:00Z', began: false };
  const [newest, ...others] = THIRTY as [Report, ...Report[]];
  const told = (more: Partial<typeof late> = {}): Report => ({ ...newest, late: { ...late, ...more } });

  test('is no run on time and passed: nobody can tell, on its page, in the list and in the CSV', () => {
    const page = reportOf(told());
    expect(page.mark.shape).toBe('not-known');
    const facts = page.facts.flatMap(({ lines }) => lines.map(read));
    expect(facts).toContain('Can not be told');
    expect(facts).toContain(
      'stated by the operator as 30 Jan 2026, 16:06 WIB (09:06 UTC); in the log since 3 Feb 2026, 19:00 WIB (12:00 UTC)',
    );
    const [on, off] = [routineOf(THIRTY), routineOf([told(), ...others])];
    expect([on.sentence, off.sentence]).toEqual([
      expect.stringContaining('29 of 30'),
      expect.stringContaining('28 of 30'),
    ]);
    expect(off.kept).toContain(
      'Can not be told, since the log has them later than they say that they ran: 1.',
    );
    const [, row] = reportResultsCsv(reportedOf([told()]))?.text.split('\r\n') ?? [];
    expect(row).toContain(',untold,');
    expect(row).toMatch(/,2026-02-03T12:00:00Z$/);
  });

  test('is as the operator states where it is older than the log, and that is said', () => {
    const before = routineOf([told({ began: true }), ...others]);
    expect(before.sentence).toContain('29 of 30');
    expect(before.kept).toContain('From before the log began, counted as the operator states: 1.');
    expect(reportOf(told({ began: true })).facts.flatMap(({ lines }) => lines.map(read))).toContainEqual(
      expect.stringMatching(/, when the log began$/),
    );
  });
});

describe('marks', () => {
  const signedOff = (standing: 'signed' | 'claimed') =>
    ({ ...MANUAL, sign_off: { role: 'operator', at: '2026-01-26T10:00:00Z', standing } }) as const;
  const unknown = { ...PASSED, result: 'not-known', reason: 'gaps' } as const;
  const failed = { ...PASSED, result: 'failed', reason: 'hash-mismatch' } as const;

  test.each([
    [
      'all that a machine can check has passed, and a person signed off the rest',
      reportOn('2026-01-26', { items: [PASSED, signedOff('signed')] }),
      'passed',
      'Passed',
    ],
    [
      'what nobody signed off never looks like a pass',
      reportOn('2026-01-26'),
      'open',
      'Checks passed, 1 not signed off',
    ],
    [
      'nor does what somebody claims without proof',
      reportOn('2026-01-26', { items: [PASSED, MANUAL, signedOff('claimed')] }),
      'open',
      'Checks passed, 1 not signed off, 1 claimed only',
    ],
    [
      'nor a report without any public item',
      reportOn('2026-01-26', { items: [] }),
      'not-known',
      'Not all known',
    ],
    [
      'what is not known never looks like a pass',
      reportOn('2026-01-26', { items: [PASSED, unknown] }),
      'not-known',
      'Not all known',
    ],
    [
      'what only people do never looks like a pass',
      reportOn('2026-01-26', { items: [MANUAL] }),
      'open',
      '1 not signed off',
    ],
    [
      'what is signed off alone was not checked by a machine',
      reportOn('2026-01-26', { items: [signedOff('signed')] }),
      'signed',
      'Signed off',
    ],
    [
      'a failed item is graver than an unknown one',
      reportOn('2026-01-26', { items: [unknown, failed] }),
      'failed',
      'Failed item',
    ],
    ['late is said', reportOn('2026-01-26', { kept: 'late', items: [PASSED] }), 'late', 'Passed, late'],
    [
      'late and failed are both said',
      reportOn('2026-01-26', { kept: 'late', items: [failed] }),
      'failed',
      'Failed item, late',
    ],
    ['missed is said', missedOn('2026-01-26'), 'missed', 'Missed'],
  ] as const)('%s', (_, report, shape, word) => {
    expect(reportOf(report).mark).toEqual({ shape, word });
  });

  test('the calendar says each day in words, and leads to its report', () => {
    const [january] = routineOf(THIRTY).calendars;
    const days = daysOf(january);
    expect(days).toHaveLength(31);
    // 1 January 2026 was a Thursday.
    expect(
      january?.columns.map(({ id: day }) => day).find((day) => january.rows[0]?.cells[day] !== null),
    ).toBe('TH');
    expect(days[11]).toEqual({
      number: '12',
      shape: 'missed',
      words: '12\u00A0January\u00A02026: 1 run, missed',
      href: '/en/reports/tpc/morning/2026-01-12-0900/',
    });
    expect(days[30]).toMatchObject({ shape: null, href: null });
    expect(days[30]?.words).toMatch(/no report$/);
  });

  test('of several runs of a day the gravest shows, and the day leads to the page of its month', () => {
    const other = { ...missedOn('2026-01-26'), routine: 'afternoon', due_at: '2026-01-26T15:00:00Z' };
    const page = pageOf([other, reportOn('2026-01-26')]);
    expect(page.sentence).toBe('Routines at their latest run: 1 not signed off, 1 missed');
    const days = daysOf(page.calendars[0]);
    expect(days.find(({ number }) => number === '26')).toMatchObject({
      shape: 'missed',
      words: '26\u00A0January\u00A02026: 2 runs, 1 not signed off, 1 missed',
      href: '/en/reports/month/2026/01/#day-26',
    });
  });
});

test('the page of a system has its own routines and runs alone, and the list of all leads to it', () => {
  const other = { ...missedOn('2026-02-03'), system: 'voucher' };
  const reported = reportedOf([other, reportOn('2026-01-26')]);
  const page = reportSystemOf(en, NOTHING_PUBLISHED, status, reported, 'tpc');
  expect(page.sentence).toBe('Routines at their latest run: 1 not signed off');
  expect(page.calendars.map(({ caption }) => caption)).toEqual(['Runs in January\u00A02026']);
  expect(cellsOf(page.routines).map(({ routine }) => routine)).toEqual(['Morning routine']);
  expect(reportSystems(reported)).toEqual(['tpc', 'voucher']);
  const [first] = reportsPageOf(id, NOTHING_PUBLISHED, status, reported).systems;
  expect(first?.links.map(({ href }) => href)).toEqual([page.shell.twins[1]?.path]);
});

describe('TPC-11 one report', () => {
  test('a failed item bears its reason, its evidence and what offends', () => {
    const hash = { public: 'a'.repeat(64), computed: 'b'.repeat(64) };
    const page = reportOf(
      reportOn('2026-01-26', {
        items: [
          {
            id: 'last-batch',
            result: 'failed',
            reason: 'hash-mismatch',
            evidence: [
              { term: 'public-hash', value: hash.public },
              { term: 'computed-hash', value: hash.computed },
            ],
            offenders: ['batch-7'],
            ms: 1200,
          },
        ],
      }),
    );
    const [item] = page.items;
    expect(item).toMatchObject({ name: 'Last batch', reason: 'Reason: the hash does not match' });
    expect(item?.facts.map(({ term }) => term)).toEqual([
      'published hash',
      'computed hash',
      'time taken',
      'Some of the entries concerned',
    ]);
    expect(item?.facts[1]?.lines[0]).toMatchObject([{ hash: { whole: hash.computed } }]);
  });

  test('a manual item is open, claimed or signed: by a role and a time', () => {
    const signOff = (standing: 'signed' | 'signed-then' | 'claimed') => ({
      ...MANUAL,
      sign_off: { role: 'operator', at: '2026-01-26T10:00:00Z', standing },
    });
    const said = (item: Report['items'][number]) =>
      JSON.stringify(reportOf(reportOn('2026-01-26', { items: [item] })).items[0]?.facts);
    expect(said(MANUAL)).toContain('nobody has signed it off');
    expect(said(signOff('claimed'))).toContain('without a signature that can be checked');
    expect(said(signOff('signed'))).toContain('signed off, operator, ');
    expect(said(signOff('signed'))).not.toContain('withdrawn');
    expect(said(signOff('signed-then'))).toContain('by a key that has been withdrawn since');
  });

  test('a missed run has no result and was made of nothing', () => {
    const page = reportOf(missedOn('2026-01-26'), id);
    expect(page.title).toMatch(/: Rutinitas pagi, 26\u00A0Januari\u00A02026 \(UTC\)$/);
    expect(page.lead).toMatch(/^Tidak ada yang menjalankan rutinitas ini pada waktunya/);
    expect(page.inputs).toBeNull();
    expect(page.items).toEqual([]);
  });
});

describe('TPC-21 what is internal', () => {
  const reported = reportedOf(THIRTY);
  const views = [en, id].flatMap((reader) => [
    reportsPageOf(reader, NOTHING_PUBLISHED, status, reported),
    reportMonthOf(reader, NOTHING_PUBLISHED, status, reported, '2026-01'),
    ...knownRoutines(reported).map((known) =>
      routinePageOf(reader, NOTHING_PUBLISHED, status, reported, known),
    ),
    ...THIRTY.map((report) => reportPageOf(reader, NOTHING_PUBLISHED, status, reported, report)),
  ]);

  test('nothing of an internal item or routine reaches a page or the CSV', () => {
    const shown = `${JSON.stringify(views)}${reportResultsCsv(reported)?.text}`;
    expect(shown).toContain('Sensor read');
    expect(INTERNAL.filter((secret) => shown.includes(secret))).toEqual([]);
  });

  test('that there are internal items is said, with their number', () => {
    expect(reportOf(reportOn('2026-01-26')).internal).toBe('1 internal item is not shown here.');
    expect(routineOf(THIRTY).items?.internal).toBe('1 more item is internal and not shown.');
    expect(rowOf(THIRTY)?.latest).toMatch(/\n1 passed, 1 not signed off, 1 internal item not shown$/);
  });
});

test('the CSV has a row for each item, and one for a run that was missed', () => {
  const text = reportResultsCsv(reportedOf([missedOn('2026-01-27'), reportOn('2026-01-26')]))?.text;
  expect(text?.trimEnd().split('\r\n').slice(1)).toEqual([
    'tpc,morning,2026-01-27T09:00:00Z,missed,,,,,,,,0,',
    'tpc,morning,2026-01-26T09:00:00Z,on-time,2026-01-26T09:06:00Z,last-batch,passed,,,,,1,',
    'tpc,morning,2026-01-26T09:00:00Z,on-time,2026-01-26T09:06:00Z,sensor-read,manual,,,,,1,',
  ]);
});
