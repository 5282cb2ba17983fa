import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { addDuration } from '../core/instant.ts';
import { type DemoWorld, openDemoWorld } from '../demo/world/world.ts';
import { snapshotCommand } from '../snapshot/command.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { checkCommand } from '../status/run/command.ts';
import { createContentRoot, readTree } from '../testing/content.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../testing/postgres.ts';
import { BATCHES, fillSmallLedger, NOW, PRIVATE_IDS } from '../testing/small-ledger.ts';
import { reportDue } from './command.ts';
import type { Report, ReportItem } from './model/report.ts';

let database: LedgerDatabase;
let world: DemoWorld;

beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.ownerUrl, fillSmallLedger);
  world = await openDemoWorld({ database: { url: database.ownerUrl }, now: () => new Date(NOW) });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const sql = (statement: string) => withClient(database.ownerUrl, (client) => client.query(statement));

/** A snapshot, a run of the checks, and what is due, at one instant and over one content root. */
async function runAt(contentRoot: string, scratch: string, now: string) {
  const clock = () => now;
  await snapshotCommand({
    contentRoot,
    systemId: 'tpc',
    open: (work) => withPostgres({ url: database.readerUrl }, work),
    now: clock,
  });
  await checkCommand({ contentRoot, settings: world.settings, now: clock });
  return reportDue({
    contentRoot,
    internalFolder: 'examples/internal',
    scratch,
    settings: world.settings,
    now: clock,
    publicMachine: false,
  });
}

async function folders() {
  const contentRoot = await createContentRoot();
  const scratch = await mkdtemp(path.join(tmpdir(), 'terang-scratch-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  return { contentRoot, scratch };
}
const itemOf = (reports: readonly Report[], routine: string, item: string): ReportItem | undefined =>
  reports
    .find((report) => `${report.system}/${report.routine}` === routine)
    ?.items.find(({ id }) => id === item);
async function internal(scratch: string, day: string) {
  const file = path.join(scratch, 'internal/reports/tpc/distribution-before', `${day}T003000Z.json`);
  const report: Report = JSON.parse(await readFile(file, 'utf8'));
  return Object.fromEntries(report.items.map(({ id, result }) => [id, result]));
}

test('TPC-11, TPC-12, TPC-14, TPC-18 D, CTS-07, CTS-08, TPC-21: against real Postgres and the platforms, well and wrong', async () => {
  const { contentRoot, scratch } = await folders();
  const well = await runAt(contentRoot, scratch, NOW);
  expect(well.exitCode).toBe(0);
  expect(itemOf(well.reports, 'tpc/morning', 'data-agree')).toMatchObject({ result: 'passed' });
  const escrow = itemOf(well.reports, 'commit-to-ship/reconciliation', 'escrow');
  expect(escrow).toMatchObject({ result: 'passed' });
  expect(itemOf(well.reports, 'commit-to-ship/reconciliation', 'admin-signatures')?.result).toBe('passed');
  expect(well.reports.find(({ system, routine }) => `${system}/${routine}` === 'tpc/morning')?.internal).toBe(
    1,
  );
  expect(await internal(scratch, '2026-03-20')).toEqual({
    'pending-count': 'passed',
    'pending-amount': 'passed',
    'valid-types': 'passed',
    'within-window': 'failed', // The database's own clock is later than the small ledger's.
    approved: 'manual',
  });

  await sql(`SET session_replication_role = replica;
    UPDATE public.tpc_distribution_batches SET treasury_sum = treasury_sum + 1 WHERE id = '${BATCHES.newest}';
    UPDATE public.commitments SET amount_lamports = amount_lamports + 1
     WHERE kind = 'personal' AND status = 'created';
    ALTER TABLE public.tpc_transactions DROP CONSTRAINT tpc_transactions_type_check;
    INSERT INTO public.tpc_transactions (type, amount) SELECT 'mystery', 3000 FROM generate_series(1, 1001);`);
  const tomorrow = addDuration(NOW, 'PT24H');
  const wrong = await runAt(contentRoot, scratch, tomorrow);
  expect(itemOf(wrong.reports, 'tpc/morning', 'data-agree')).toMatchObject({
    result: 'failed',
    reason: 'values-differ',
    offenders: expect.arrayContaining([`${BATCHES.newest}.treasury_sum`]),
  });
  expect(itemOf(wrong.reports, 'commit-to-ship/reconciliation', 'escrow')).toMatchObject({
    result: 'failed',
    reason: 'underfunded',
    evidence: expect.arrayContaining([
      { term: 'underfunded', value: '5' },
      { term: 'underfunded-by', value: '5' },
    ]),
  });
  expect(await internal(scratch, '2026-03-21')).toMatchObject({
    'pending-count': 'failed',
    'pending-amount': 'failed',
    'valid-types': 'failed',
  });

  // What nobody may see is in nothing that is published: nobody's id, no internal item, no setting and no query.
  const generated = JSON.stringify([...(await readTree(path.join(contentRoot, 'generated')))]);
  for (const id of Object.values(PRIVATE_IDS)) expect(generated).not.toContain(id);
  expect(generated).not.toMatch(
    /admin_id|created_by|user_id|SELECT |distribution-before|error-logs|access-logs/,
  );
  for (const setting of Object.keys(world.settings)) expect(generated).not.toContain(setting);
  const reports = JSON.stringify([...(await readTree(path.join(contentRoot, 'generated', 'reports')))]);
  expect(reports).not.toMatch(/pending|within-window|valid-types/i);
  for (const value of Object.values(world.settings)) expect(reports).not.toContain(value);
  const written = JSON.stringify([...(await readTree(path.join(contentRoot, 'written')))]);
  for (const [file, text] of await readTree('examples/internal'))
    if (file.endsWith('.sql')) expect(written).not.toContain(text.split('\n').at(-2));
});

test('TPC-18 D, CTS-07: a database or an API that can not be asked leaves it not known', async () => {
  const { contentRoot, scratch } = await folders();
  await snapshotCommand({
    contentRoot,
    systemId: 'tpc',
    open: (work) => withPostgres({ url: database.readerUrl }, work),
    now: () => NOW,
  });
  const ending = await reportDue({
    contentRoot,
    scratch,
    settings: {},
    now: () => NOW,
    publicMachine: false,
  });
  expect(itemOf(ending.reports, 'tpc/morning', 'data-agree')).toMatchObject({
    result: 'not-known',
    reason: 'missing-setting',
  });
  expect(itemOf(ending.reports, 'commit-to-ship/reconciliation', 'escrow')?.result).toBe('not-known');
  expect(ending.text).toContain('TPC_DATABASE_URL is not set');
});
