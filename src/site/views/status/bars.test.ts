import { describe, expect, test } from 'vitest';
import { addDays } from '../../../core/instant.ts';
import type { StatusDay, StatusManifest } from '../../../status/status-manifest.ts';
import { NO_STATUS, type StatusPublication, windowOf } from '../../../status/status-publication.ts';
import { cellsOf, pieceOf } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import { linkPiece } from '../segment.ts';
import { dayBars } from './bars.ts';
import { kindOf } from './stretches.ts';
import { digitsOf, intervalText } from './uptime-text.ts';

const DAY = 86_400;
const EVERY = 900;
const english = readerFor('en');
const seconds = (over: Partial<StatusDay>) => ({ up: 0, degraded: 0, down: 0, unknown: 0, ...over });

/** Ninety days up to 2026-03-31 at noon, by hand: day 10 half down, 20 degraded for an hour, 30 unknown, 40 half unknown. */
const ODD: Record<number, Partial<StatusDay>> = {
  10: { up: DAY / 2, down: DAY / 2 },
  20: { up: DAY - 3600, degraded: 3600 },
  30: { unknown: DAY },
  40: { up: DAY / 2, unknown: DAY / 2 },
  89: { up: DAY / 2 },
};
const days = Array.from({ length: 90 }, (_, index) => ({
  day: addDays('2026-01-01', index),
  system: 'tpc',
  component: 'api',
  raw_sha256: '0'.repeat(64),
  ...seconds(ODD[index] ?? { up: DAY }),
}));
const manifest = { observed_at: '2026-03-31T12:00:00Z' } as StatusManifest;
const status: StatusPublication = { ...NO_STATUS, manifest, days };
const window = windowOf(status, 'tpc', ['api'], 90);

describe('ninety days as bars, against figures made by hand', () => {
  const bars = window === null ? [] : dayBars(english, 'API', window, EVERY).bars;

  test('one bar a day, and each kind where it belongs', () => {
    expect(bars).toHaveLength(90);
    const kinds = bars.map(({ kind }, index) => [index, kind] as const).filter(([, kind]) => kind !== 'up');
    expect(kinds).toEqual([
      [10, 'down'],
      [20, 'degraded'],
      [30, 'unknown'],
    ]);
  });

  test('height says it besides colour; what is not known is an empty outline, never green', () => {
    expect(bars[0]).toMatchObject({ x: 0, width: 0.8, y: 0, height: 34, gap: null });
    expect(bars[10]).toMatchObject({ y: 22.44, height: 11.56 });
    expect(bars[20]).toMatchObject({ y: 12.92, height: 21.08 });
    expect(bars[30]).toMatchObject({ kind: 'unknown', y: 0.5, height: 33 });
    expect(bars[40]).toMatchObject({ y: 17, height: 17, gap: { y: 0.5, height: 16 } });
  });

  test('a day of which most is not known is called so, not a day without a fault', () => {
    const day = (up: number) => {
      const known = { up, degraded: 0, down: 0, unknown: DAY - up };
      return { day: '2026-03-01', length: DAY, degraded_unknown: 0, p50: null, p95: null, ...known };
    };
    expect([3600, DAY / 2, DAY].map((up) => kindOf(day(up)))).toEqual(['unknown', 'up', 'up']);
  });

  test('today is narrower, and is told to be not over', () => {
    expect(bars[89]?.width).toBe(0.4);
    expect(bars[89]?.title.replaceAll('\u00A0', ' ')).toBe('31 March 2026, so far: no known fault, 100%');
  });

  test('the table behind says the same in stretches, newest first', () => {
    const table = window === null ? null : dayBars(english, 'API', window, EVERY).table;
    expect(cellsOf(table).map(({ days: span, state, uptime }) => [span, state, uptime])).toEqual([
      ['1 February 2026 to 31 March 2026', 'No known fault', '99.1–100%'],
      ['31 January 2026', 'Not known', '0–100%'],
      ['22 January 2026 to 30 January 2026', 'No known fault', '100%'],
      ['21 January 2026', 'Degraded performance', '100%'],
      ['12 January 2026 to 20 January 2026', 'No known fault', '100%'],
      ['11 January 2026', 'Outage', '50%'],
      ['1 January 2026 to 10 January 2026', 'No known fault', '100%'],
    ]);
  });

  test('availability of the window: 0.5 of 89.5 days down, 1.5 more unknown', () => {
    expect(window?.sum).toEqual({ up: 87.5 * DAY - 3600, degraded: 3600, down: DAY / 2, unknown: 1.5 * DAY });
    expect(intervalText(english, window?.sum ?? seconds({}), EVERY)).toBe('97.7–99.4%');
    expect(intervalText(readerFor('id'), window?.sum ?? seconds({}), EVERY)).toBe('97,7–99,4%');
  });

  test('a component without a line is unknown for all of it; without any figure there is no window', () => {
    expect(windowOf(status, 'tpc', ['page'], 90)?.sum).toEqual(seconds({ unknown: 89.5 * DAY }));
    expect(windowOf(status, 'voucher', ['api'], 90)).toBeNull();
    expect(windowOf(NO_STATUS, 'tpc', ['api'], 90)).toBeNull();
  });
});

describe('incidents on the bars', () => {
  const incidents = [{ from: '2026-01-10', to: '2026-01-11', title: 'API down', href: '/en/incidents/x/' }];
  const bars = window === null ? null : dayBars(english, 'API', window, EVERY, { incidents });

  test('each day that one reaches into has a mark below its bar, and its title', () => {
    const titles = bars?.marks.map(({ title }) => title.replaceAll('\u00A0', ' '));
    expect(titles).toEqual(['10 January 2026: API down', '11 January 2026: API down']);
    expect(window === null ? null : dayBars(english, 'API', window, EVERY).marks).toEqual([]);
  });

  test('the table behind names and links it, in rows of its own', () => {
    const link = linkPiece('/en/incidents/x/', 'API down');
    const named = bars?.table.rows.filter(({ cells }) => pieceOf(cells.incidents, 'link') !== undefined);
    expect(named?.map(({ cells }) => [cells.state, cells.incidents])).toEqual([
      ['Outage', [link]],
      ['No known fault', [link]],
    ]);
    expect(bars?.table.columns.at(-1)?.label).toBe('Incidents');
  });
});

describe('no digit is finer than one answer', () => {
  test.each([
    [900, DAY, 0],
    [900, 30 * DAY, 1],
    [900, 90 * DAY, 1],
    [900, 4 * 90 * DAY, 2],
    [60, 90 * DAY, 3],
    [86_400, 86_400, 0],
  ])('an answer for %i s in a window of %i s: %i decimals', (every, length, digits) => {
    expect(digitsOf(every, length)).toBe(digits);
  });

  test('cut, never rounded up: 99.96 % is not 100 %', () => {
    const nearly = seconds({ up: 90 * DAY - 3000, down: 3000 });
    expect(intervalText(english, nearly, EVERY)).toBe('99.9%');
    expect(intervalText(english, seconds({}), EVERY)).toBe('not known');
  });
});
