import { expect, test } from 'vitest';
import { addSeconds } from '../../../core/uptime.ts';
import type { WindowDay } from '../../../status/status-publication.ts';
import { cellsOf } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import { dayTable } from './day-table.ts';

const DAY = 86_400;
const day = (name: string, over: Partial<WindowDay>): WindowDay => ({
  ...{
    day: name,
    length: DAY,
    up: 0,
    degraded: 0,
    down: 0,
    unknown: 0,
    degraded_unknown: 0,
    p50: null,
    p95: null,
  },
  ...over,
});
const days = [
  day('2026-01-01', { unknown: DAY }),
  day('2026-01-02', { unknown: DAY }),
  day('2026-01-03', { up: DAY, p50: 110, p95: 190 }),
  day('2026-01-04', { up: DAY - 60, unknown: 60, p50: 90, p95: 240 }),
  day('2026-01-05', { up: DAY - 600, down: 600, p50: 100, p95: 2_000 }),
  day('2026-01-06', { up: DAY - 600, down: 600, p50: 100, p95: 100 }),
  day('2026-01-07', { up: DAY, p50: 100, p95: 100 }),
  day('2026-01-08', { up: DAY / 2, length: DAY / 2, p50: 100, p95: 100 }),
];
const table = (language: 'en' | 'id') =>
  cellsOf(dayTable(readerFor(language), { days, sum: addSeconds(days), components: 1 })).map((cells) =>
    Object.values(cells).join(' | '),
  );

test('what is not known of a day with a degraded check beside it says so, as its bar does', () => {
  const odd = [day('2026-01-03', { up: DAY - 400, unknown: 400, degraded_unknown: 400 }), ...days.slice(6)];
  const cells = (language: 'en' | 'id') =>
    cellsOf(dayTable(readerFor(language), { days: odd, sum: addSeconds(odd), components: 1 }))
      .map((row) => Object.values(row).join(' | '))
      .at(-1);
  expect(cells('en')).toContain('6.7, 6.7 of them degraded');
  expect(cells('id')).toContain('6,7, 6,7 di antaranya dengan kinerja menurun');
});

test('days that are alike are one row, a day with a fault and today stand alone, newest first', () => {
  expect(table('en')).toEqual([
    '8 Jan, so far | 720.0 | 0 | 0 | 0 | 100 | 100',
    '7 Jan | 1,440.0 | 0 | 0 | 0 | 100 | 100',
    '6 Jan | 1,430.0 | 0 | 10.0 | 0 | 100 | 100',
    '5 Jan | 1,430.0 | 0 | 10.0 | 0 | 100 | 2,000',
    '3 Jan to 4 Jan | 2,879.0 | 0 | 0 | 1.0 | 90–110 | 190–240',
    '1 Jan to 2 Jan | 0.0 | 0 | 0 | 2,880.0 | – | –',
  ]);
  expect(table('id')[4]).toBe('3 Jan sampai 4 Jan | 2.879,0 | 0 | 0 | 1,0 | 90–110 | 190–240');
});
