import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Report } from '../../reports/model/report.ts';
import { addReports, readReports, reportsRoot } from '../../reports/record.ts';
import { reportOn } from '../../testing/published-reports.ts';
import { auditOf } from '../../testing/report-inputs.ts';
import { createRepository, type TestClone } from '../../testing/repository.ts';
import { recordSince } from './record-since.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const FAILED = reportOn('2026-01-12', { items: [{ id: 'last-batch', result: 'failed', evidence: [] }] });
const SIGNED = {
  system: 'tpc',
  routine: 'morning',
  due_at: '2026-01-12T09:00:00Z',
  item: 'sensor-read',
  role: 'operator',
  at: '2026-01-12T10:00:00Z',
  standing: 'claimed',
} as const;

/** Adds reports, and a sign-off, as a run does. */
async function add(clone: TestClone, reports: readonly Report[], since = '2026-01-10T00:00:00Z') {
  const record = await readReports(reportsRoot(clone.contentRoot));
  const signed = [{ ...SIGNED, at: `2026-01-12T1${record.signed.length}:00:00Z` }];
  const more = { since: { 'tpc/morning': since }, demo: false, now: '2026-02-02T00:00:00Z' };
  await addReports(record, { reports, signed, ...more });
}

async function audits(clone: TestClone, ...results: readonly ('well' | 'wrong')[]) {
  const folder = path.join(clone.contentRoot, 'generated', 'audits');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '2025-12.json'), JSON.stringify(results.map(auditOf)));
}

async function commit(clone: TestClone) {
  await clone.git('add', '-A');
  await clone.git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'more');
}

async function createPublished() {
  const clone = await createRepository();
  await add(clone, [FAILED, reportOn('2026-02-01')]);
  await audits(clone, 'wrong');
  await commit(clone);
  await clone.git('branch', 'base');
  return clone;
}

test('reports, sign-offs and audits that only grew are well, also where an older month grew', async () => {
  const clone = await createPublished();
  await add(clone, [reportOn('2026-02-02'), reportOn('2026-01-31')]);
  await audits(clone, 'wrong', 'well');
  await commit(clone);
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([]);
});

test('a forgery that is consistent in itself, and another audit in the place of one, are told', async () => {
  const clone = await createPublished();
  const root = reportsRoot(clone.contentRoot);
  await rm(root, { recursive: true });
  await add(clone, [reportOn('2026-01-12'), reportOn('2026-02-01')], '2026-01-11T00:00:00Z');
  await audits(clone, 'well');
  await commit(clone);
  expect((await readReports(root)).reports).toHaveLength(2); // Its manifest vouches for it.
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([
    expect.stringContaining('tpc/morning was looked at since 2026-01-10T00:00:00Z'),
    expect.stringMatching(
      /reports, months\/2026-01-reports\) is not what it was at base: entry 1 was changed/,
    ),
    expect.stringMatching(/audits, 2025-12\) is not what it was at base: entry 1 was changed/),
  ]);
});

test('reports and audits that were removed, and sign-offs that are gone, are told', async () => {
  const clone = await createPublished();
  const root = reportsRoot(clone.contentRoot);
  await rm(path.join(clone.contentRoot, 'generated', 'audits'), { recursive: true });
  const record = await readReports(root);
  await rm(root, { recursive: true });
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([
    expect.stringContaining('generated/reports/manifest.json was removed'),
    expect.stringContaining('audits, 2025-12) is not what it was'),
  ]);
  const { since = {} } = record.manifest ?? {};
  const empty = await readReports(root);
  await addReports(empty, {
    reports: record.reports,
    signed: [],
    since,
    demo: false,
    now: '2026-02-02T00:00:00Z',
  });
  expect((await recordSince(clone.contentRoot, 'base'))[0]).toMatch(
    /signed\/2026-01-signed\) is not what it was/,
  );
});
