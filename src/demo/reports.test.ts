import { expect, test } from 'vitest';
import { keptOf } from '../reports/model/kept.ts';
import { standOf } from '../reports/model/report.ts';
import { withSignOffs } from '../reports/model/sign-off.ts';
import { readReports, reportsRoot } from '../reports/record.ts';
import { createContentRoot } from '../testing/content.ts';
import { makeDemoReports } from './reports.ts';

test('TPC-11: sixty days of reports, with one morning that was missed and one that was late', async () => {
  const root = await createContentRoot();
  await makeDemoReports(root, '2026-11-22T12:00:00Z');
  const { reports, manifest, signed } = await readReports(reportsRoot(root));
  expect(manifest?.demo).toBe(true);
  expect(keptOf(reports, { system: 'tpc', routine: 'morning' }, 30)).toMatchObject({
    of: 30,
    kept: 29,
    late: 1,
  });
  const others = reports.filter(({ kept, routine }) => kept !== 'on-time' && routine !== 'morning');
  expect(others).toEqual([]);
  // Nothing was asked in this content: only what is invented in place of an answer is claimed.
  const passed = reports.flatMap(({ items }) => items.filter(({ result }) => result === 'passed'));
  expect(new Set(passed.map(({ id }) => id))).toEqual(new Set(['escrow']));
  const manual = withSignOffs(reports, signed).flatMap(({ items }) =>
    items.filter(({ result }) => result === 'manual'),
  );
  expect(new Set(manual.map(standOf))).toEqual(new Set(['signed', 'claimed', 'open']));
});
