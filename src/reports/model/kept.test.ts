import { expect, test } from 'vitest';
import { addDays } from '../../core/instant.ts';
import { keptOf } from './kept.ts';
import type { Report } from './report.ts';

const report = (back: number, kept: Report['kept'], routine = 'morning'): Report => ({
  system: 'tpc',
  routine,
  due_at: `${addDays('2026-03-01', -back)}T09:00:00Z`,
  kept,
  ran_at: null,
  inputs: {},
  items: [],
  internal: 0,
});
const MORNING = { system: 'tpc', routine: 'morning' };

test('TPC-11: runbook kept, 29 of 30 mornings, with one of them late', () => {
  const reports = Array.from({ length: 40 }, (_, back) =>
    report(back, back === 7 ? 'missed' : back === 9 ? 'late' : 'on-time'),
  );
  const kept = keptOf([...reports, report(0, 'missed', 'afternoon')], MORNING, 30);
  expect(kept).toMatchObject({ kept: 29, late: 1, missed: 1, of: 30, from: '2026-01-31', to: '2026-03-01' });
  expect(kept?.list.filter((one) => one.kept === 'missed')).toEqual([
    { due_at: '2026-02-22T09:00:00Z', kept: 'missed', ran_at: null },
  ]);
});

test('a routine that began later is said to be kept from its first report on, not for all the days before', () => {
  const kept = keptOf([report(0, 'on-time'), report(4, 'late')], MORNING, 30);
  expect(kept).toMatchObject({ kept: 2, of: 2, from: '2026-02-25', to: '2026-03-01' });
});

test('a routine that has no report is not kept by anybody', () => {
  expect(keptOf([], MORNING, 30)).toBeNull();
});
