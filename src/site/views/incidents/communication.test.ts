import { describe, expect, test } from 'vitest';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { StatusDay } from '../../../status/status-manifest.ts';
import { NO_STATUS } from '../../../status/status-publication.ts';
import { NOTHING_PUBLISHED } from '../../../testing/publication.ts';
import { incidentOf, notesOf, publishedNote, statusOf } from '../../../testing/published-notes.ts';
import { cellsOf, pieceOf, read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import { communicationOf } from './communication.ts';
import { disagreements } from './disagreements.ts';
import { incidentsPageOf } from './incidents-page.ts';

const reader = readerFor('en');
const up = statusOf([['2026-01-26T07:00:00Z', 'up']]);
const day = (of: string, down: number): StatusDay => ({
  day: of,
  system: 'tpc',
  component: 'api',
  up: 86_400 - down,
  degraded: 0,
  down,
  unknown: 0,
  raw_sha256: '0'.repeat(64),
});
const values = (notes: NotesPublication, status = up) =>
  cellsOf(communicationOf(reader, status, notes).table).map(({ value }) => value);

describe('how well the public was told', () => {
  test('without notes and without checks nothing is claimed', () => {
    expect(values(notesOf({}), NO_STATUS)).toEqual([
      'Not known: no incident was documented',
      'Not known: no update was announced for a time',
      'Not known: no check has ever run',
    ]);
  });

  test('the time to the first note is from the start until publishing saw it', () => {
    const posted = (at: string) => publishedNote(incidentOf(), { 1: at });
    const incidents = ['05:10', '05:30', '07:00'].map((time) => posted(`2026-01-26T${time}:00Z`));
    expect(values(notesOf({ incidents }))[0]).toBe('Median 30 minutes, longest 2 hours; 3 incidents');
  });

  test('an incident that the log has only later is not counted, and that is said', () => {
    const late = { stated: '2026-01-26T05:10:00Z', logged: '2026-01-26T09:00:00Z', began: false };
    const untold = publishedNote(
      incidentOf(),
      { 1: late.logged },
      { late: { note: late, updates: new Map() } },
    );
    const told = publishedNote(incidentOf(), { 1: '2026-01-26T05:30:00Z' });
    const both = notesOf({ incidents: [untold, told] });
    expect(values(both)[0]).toBe('Median 30 minutes, longest 30 minutes; 1 incidents');
    expect(communicationOf(reader, up, both).remarks).toContain(
      '1 incident is not counted: the log has it later than it says that it was published',
    );
    expect(values(notesOf({ incidents: [untold] }))[0]).toMatch(
      /^Not known: no incident is in the log since/,
    );
  });

  test('an announced update counts as kept when one was published by then, and as missed once its time is over', () => {
    const updates = [
      ...incidentOf().updates,
      { number: 2, status: 'identified', at: '2026-01-26T05:50:00Z', text: { en: 'Found.', id: 'Ketemu.' } },
    ] as const;
    const note = incidentOf({ updates, next_update_by: '2026-01-26T07:00:00Z' });
    const changes = [
      {
        seen_at: '2026-01-26T05:55:00Z',
        field: 'next_update_by',
        before: '2026-01-26T06:00:00Z',
        after: '2026-01-26T07:00:00Z',
      },
    ];
    expect(values(notesOf({ incidents: [publishedNote(note, {}, { changes })] }))[1]).toBe('50%: 1 of 2');
    const pending = incidentOf({ next_update_by: '2026-01-26T09:00:00Z' });
    expect(values(notesOf({ incidents: [publishedNote(pending)] }))[1]).toMatch(/^Not known/);
  });

  test('TPC-19 every incident documented: outages that checks saw against incidents that cover them', () => {
    const status = { ...up, days: [day('2026-01-20', 1800), day('2026-01-21', 0), day('2026-01-26', 900)] };
    const notes = notesOf({ incidents: [publishedNote(incidentOf())] });
    const { table, outages } = communicationOf(reader, status, notes);
    expect(cellsOf(table)[2]?.value).toBe('50%: 1 of 2');
    expect(cellsOf(outages).map(({ days, by }) => [days, by])).toEqual([
      ['26 January 2026', 'The API is slow'],
      ['20 January 2026', 'No incident'],
    ]);
  });

  test('one lost answer is no outage, and days that follow each other are one', () => {
    const status = { ...up, days: [day('2026-01-18', 300), day('2026-01-20', 5000), day('2026-01-21', 900)] };
    const { outages } = communicationOf(reader, status, notesOf({}));
    expect(cellsOf(outages).map(({ days, minutes }) => [days, minutes])).toEqual([
      ['20 January 2026 to 21 January 2026', '99'],
    ]);
  });

  test('checks fail and no open incident says so: a public sentence, gone once one is open', () => {
    const failing = statusOf([
      ['2026-01-26T06:20:00Z', 'up'],
      ['2026-01-26T06:35:00Z', 'down'],
      ['2026-01-26T06:50:00Z', 'down'],
      ['2026-01-26T07:05:00Z', 'down'],
    ]);
    const said = (notes: NotesPublication) => disagreements(reader, failing, notes).map(read);
    expect(said(notesOf({}))).toEqual([
      'Our data and our words disagree: 1 check of Public API (TPC) fails since 26 Jan 2026, 13:50 WIB, and no open incident says so.',
    ]);
    expect(said(notesOf({ incidents: [publishedNote(incidentOf())] }))).toEqual([]);
  });
});

describe('the list of incidents', () => {
  const past = incidentOf({
    slug: '2025-12-01-old',
    started: '2025-12-01T00:00:00Z',
    resolved: '2025-12-01T01:00:00Z',
    updates: [
      { number: 1, status: 'resolved', at: '2025-12-01T01:00:00Z', text: { en: 'Over.', id: 'Selesai.' } },
    ],
  });
  const notes = notesOf({ incidents: [publishedNote(incidentOf()), publishedNote(past)] });
  const page = (of: NotesPublication, language: 'en' | 'id' = 'en') =>
    incidentsPageOf(readerFor(language), NOTHING_PUBLISHED, up, of);

  test('says first how many are open, and never that none is when nothing was ever published', () => {
    expect(page(notes).sentence.replaceAll('\u00A0', ' ')).toBe('One incident open as of 14:05 WIB, 26 Jan');
    expect(page(notes, 'id').sentence.replaceAll('\u00A0', ' ')).toBe(
      'Satu insiden sedang berlangsung per 14.05 WIB, 26 Jan',
    );
    expect(page(notesOf({ incidents: [publishedNote(past)] })).sentence.replaceAll('\u00A0', ' ')).toBe(
      'No incident open as of 14:05 WIB, 26 Jan',
    );
    const empty = page(notesOf({ observed_at: null }));
    expect(empty.sentence.replaceAll('\u00A0', ' ')).toBe('No incident note has been published yet');
    // Nor is there a number of what nobody ever looked for.
    expect(cellsOf(empty.filters[0]?.table).map(({ count }) => count)).toEqual(['not known yet']);
  });

  test('stands by month when it is over, once; what is open stands above; months and systems have pages', () => {
    const { open, months } = page(notes);
    expect(open?.rows.map(({ href }) => href)).toEqual(['/en/incidents/2026-01-26-api-slow/']);
    expect(
      months.map(({ name, rows }) => [name.replace('\u00A0', ' '), rows.map(({ href }) => href)]),
    ).toEqual([['December 2025', [expect.stringContaining('/en/incidents/2025-12')]]]);
    expect(
      page(notes).filters.map(({ table }) =>
        table.rows.map(({ cells: { name, count } }) => [pieceOf(name, 'link')?.href, count]),
      ),
    ).toEqual([
      [['/en/incidents/system/tpc/', '2']],
      [
        ['/en/incidents/month/2026/01/', '1'],
        ['/en/incidents/month/2025/12/', '1'],
      ],
    ]);
  });

  test('tells that a note was refused, and why, without its words', () => {
    const refused = [
      {
        file: 'incidents/2026-01-26-bad.md',
        since: '2026-01-26T06:00:00Z',
        refusals: [{ rule: 'facts', line: 3, column: 1, code: 'facts.system' }],
      },
    ];
    const told = page(notesOf({ refused })).refused;
    expect(told?.title).toBe('1 note was refused and is not shown');
    const entries = told?.entries.map(read).join();
    expect(entries).toContain('Line 3 breaks the rule that a note names a system, components');
    expect(entries).not.toContain('tcp');
  });
});
