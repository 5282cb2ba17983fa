import { expect, test } from 'vitest';
import { canonicalJson, type Json } from '../core/canonical.ts';
import { inputsOf } from '../testing/report-inputs.ts';
import { makeReport } from './make.ts';
import { type Report, reportSchema } from './model/report.ts';
import { readRoutineSystems } from './systems.ts';

const { systems, problems, internalProblems } = await readRoutineSystems('content', 'examples/internal');
const files = systems.flatMap(({ system, routines }) => routines.map((file) => ({ system, file })));

/** The SYSTEMS.md rows that each routine keeps. */
const ROWS: Readonly<Record<string, string>> = {
  'tpc/morning': 'TPC-11',
  'tpc/morning-internal': 'TPC-11, TPC-21',
  'tpc/afternoon': 'TPC-12',
  'tpc/weekly': 'TPC-13',
  'tpc/distribution': 'TPC-14',
  'tpc/distribution-before': 'TPC-14, TPC-21',
  'tpc/split-change': 'TPC-15',
  'tpc/monthly-audit': 'TPC-16',
  'event-api/health-check': 'EVT-02 to EVT-06',
  'event-api/post-incident': 'EVT-09',
  'coinscious/morning': 'COI-07',
  'coinscious/afternoon': 'COI-07',
  'coinscious/evening': 'COI-07',
  'coinscious/evening-internal': 'COI-07, TPC-21',
  'coinscious/database-maintenance': 'COI-08',
  'coinscious/security-updates': 'COI-08',
  'coinscious/security-audit': 'COI-08',
  'coinscious/performance-review': 'COI-08',
  'voucher/reception': 'VOU-05',
  'voucher/operations': 'VOU-02, VOU-03',
  'voucher/restore-test': 'VOU-07',
  'commit-to-ship/reconciliation': 'CTS-07, CTS-08',
  'commit-to-ship/configuration': 'CTS-02',
  'commit-to-ship/scheduled-tasks': 'CTS-09',
};
/** What is lacking where all is wrong, and fails where it is there and does not agree. */
const LACKING = ['week-summary', 'split-next-batch'];

test('every routine of the five runbooks is there, and each file is as its schema says', () => {
  expect([...problems, ...internalProblems]).toEqual([]);
  expect(files.map(({ system, file }) => `${system.id}/${file.routine.id}`).toSorted()).toEqual(
    Object.keys(ROWS).toSorted(),
  );
});

const cases = files.map(({ system, file }) => {
  const key = `${system.id}/${file.routine.id}`;
  return [ROWS[key] ?? '', key, system, file.routine] as const;
});

test.each(cases)('%s: every item of %s passes where all is well', async (_, key, system, routine) => {
  const report = makeReport(routine, 'on-time', inputsOf(system, routine, 'well'), 0);
  const amiss = report.items.filter(({ result }) => result !== 'passed' && result !== 'manual');
  expect(amiss.map(({ id }) => id)).toEqual([]);
  await expect(golden(report)).toMatchFileSnapshot(`golden/${key.replace('/', '-')}-well.json`);
});

test.each(cases)('%s: every item of %s fails where all is wrong', async (_, key, system, routine) => {
  const report = makeReport(routine, 'on-time', inputsOf(system, routine, 'wrong'), 0);
  for (const [index, item] of routine.items.entries()) {
    const expected =
      'manual' in item
        ? 'manual'
        : 'computed' in item && LACKING.includes(item.computed)
          ? 'not-known'
          : 'failed';
    expect([item.id, report.items[index]?.result]).toEqual([item.id, expected]);
  }
  await expect(golden(report)).toMatchFileSnapshot(`golden/${key.replace('/', '-')}-wrong.json`);
});

const lacking = cases.filter(([, , , { items }]) =>
  items.some((item) => 'computed' in item && LACKING.includes(item.computed)),
);
test.each(lacking)(
  '%s: what %s lacks there fails where it is there, and off',
  async (_, key, system, routine) => {
    const report = makeReport(routine, 'on-time', inputsOf(system, routine, 'off'), 0);
    const results = routine.items.flatMap((item, index) =>
      'computed' in item && LACKING.includes(item.computed) ? report.items[index]?.result : [],
    );
    expect(results).toEqual(['failed']);
    await expect(golden(report)).toMatchFileSnapshot(`golden/${key.replace('/', '-')}-off.json`);
  },
);

test.each(cases)('%s: nothing of %s passes where nothing is known', (_, __, system, routine) => {
  const inputs = inputsOf(system, routine, 'well');
  const later = { ...inputs, at: '2026-02-26T07:10:00Z', audit: null, restore: null, answers: new Map() };
  const report = makeReport(routine, 'late', later, 0);
  expect(report.items.filter(({ result }) => result === 'passed')).toEqual([]);
});

test('the same inputs give the same bytes', () => {
  for (const { system, file } of files) {
    const [first, again] = [1, 2].map(() =>
      canonicalJson(
        makeReport(file.routine, 'on-time', inputsOf(system, file.routine, 'wrong'), 1) as unknown as Json,
      ),
    );
    expect(again).toBe(first);
  }
});

/** A report as a file that reads well, after its schema has let it through. */
function golden(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`;
}
