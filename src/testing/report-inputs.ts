import { addDays } from '../core/instant.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import type { FlagName } from '../ledger/finding.ts';
import type { Publication } from '../ledger/publication.ts';
import type { Answers, Asked } from '../reports/answers.ts';
import type { ReportInputs } from '../reports/inputs.ts';
import type { PublicAudit } from '../reports/model/audit.ts';
import type { RestoreResult } from '../reports/model/restore-test.ts';
import type { Routine } from '../reports/model/routine.ts';
import type { Run, Sample } from '../status/sample.ts';
import type { Gauge, Limit } from '../systems/gauge.ts';
import type { System } from '../systems/system.ts';
import { hashedBatch, published } from './publication.ts';

/** When reports are made in tests: while what `published` says still holds. */
const AT = '2026-01-26T07:10:00Z';

/**
 * A state of the world in which a routine is carried out. Where all is wrong, some items lack what they look at;
 * `off` is the world in which that is there, and does not agree: parts of a batch with the split, days with batches.
 */
export type World = 'well' | 'wrong' | 'off';

const QUARTER = 15 * 60_000;
const DAYS = 8;

/** Everything a report of a routine is made of, where all is well, or everything is wrong. */
export function inputsOf(system: System, routine: Routine, world: World): ReportInputs {
  const publication = ledger(routine, world);
  return {
    system,
    at: AT,
    due_at: AT,
    publication,
    runs: runsOf(system, world),
    every: QUARTER / 1000,
    audit: auditOf(world),
    restore: restoreOf(world),
    answers: answersOf(routine, publication, world),
    hashes: { routine: 'a'.repeat(64) },
  };
}

/** The audit of the month before, with a finding in each of two areas where all is wrong. */
export function auditOf(world: World): PublicAudit {
  const well = world === 'well';
  const area = (name: PublicAudit['areas'][number]['area'], findings: number) => ({
    area: name,
    result: findings === 0 ? ('passed' as const) : ('failed' as const),
    checked: 5,
    findings,
  });
  return {
    format: 'terang/audit/1',
    month: '2025-12',
    demo: false,
    audited_at: '2026-01-01T02:41:00Z',
    compared_with: null,
    areas: [area('access', well ? 0 : 1), area('hashes', well ? 0 : 1)],
    findings: well
      ? []
      : [
          { area: 'access', severity: 'high', standing: 'not-known' },
          { ref: 'hash-missing:one', area: 'hashes', severity: 'high', standing: 'new' },
          { ref: 'wallet-no-link:Ops', area: 'wallets', severity: 'low', standing: 'closed' },
        ],
  };
}

/** The restore test of the archive of the month before. */
function restoreOf(world: World): RestoreResult {
  const differs = world === 'wrong';
  return {
    format: 'terang/restore-test/1',
    month: '2025-12',
    demo: false,
    archive_sha256: 'b'.repeat(64),
    tested_at: '2026-01-01T02:50:00Z',
    result: differs ? 'failed' : 'passed',
    rows: {},
    totals: { month: {}, batches: {} },
    hashes: { match: 31, mismatch: 0, missing: 0 },
    differences: differs ? ['batches: 30 rows, the archive states 31'] : [],
  };
}

const WRONG: Sample = { outcome: 'down', reason: 'unexpected-status', ms: 50 };
const well = (gauge: Gauge | undefined): Sample => ({ outcome: 'up', ms: 50, value: within(gauge?.target) });

/** A value that meets a target. */
function within(target: Limit | undefined): string {
  if (target === undefined) return '1';
  if ('at_least' in target) return target.at_least;
  return 'above' in target ? String(Number(target.above) + 1) : '0';
}

/** Eight days of a run every quarter of an hour. */
function runsOf({ checks }: System, world: World): Run[] {
  const last = Date.parse('2026-01-26T07:08:00Z');
  return Array.from({ length: DAYS * 96 + 1 }, (_, index) => ({
    at: new Date(last - (DAYS * 96 - index) * QUARTER).toISOString().replace('.000Z', 'Z'),
    checks: Object.fromEntries(checks.map(({ id, gauge }) => [id, world === 'wrong' ? WRONG : well(gauge)])),
  }));
}

/** Days whose figures are not what their batches sum to: one that a summary counts, one long before. */
const OFF_DAYS = ['2026-01-25', '2025-01-01'];

const amounts = {
  revenue: '10.000000',
  verified_revenue: '10.000000',
  distributed_revenue: '8.000000',
  referral: '2.000000',
  treasury: '4.800000',
  buyback: '1.200000',
  tx_count: '3',
  tx_verified: '3',
  tx_distributed: '2',
};
const totals = {
  total_revenue: '10.000000',
  verified_revenue: '10.000000',
  distributed_revenue: '8.000000',
  tx_total: '3',
  tx_verified: '3',
  tx_distributed: '2',
  referral: '2.000000',
  treasury: '4.800000',
  buyback: '1.200000',
};

function ledger(routine: Routine, world: World): Publication {
  const batch = hashedBatch({ period_start: '2026-01-25 00:00:00+00' });
  const broken = {
    ...batch,
    id: 'not a uuid',
    tx_count: '0',
    treasury_sum: '999.000000',
    period_end: null,
    onchain_tx: 'no signature at all',
  };
  const well = world !== 'wrong';
  const change = {
    id: '2026-01-20 00:00:00+00 distribution_split',
    created_at: '2026-01-20 00:00:00+00',
    key: 'distribution_split',
    old_value: '{"referral": 20, "treasury": 65, "buyback": 15}',
    new_value: `{"referral": 25, "treasury": 60, "buyback": ${well ? 15 : 16}}`,
    reason: well ? 'A change for a test.' : null,
  };
  const row = {
    batch_id: batch.id,
    tx_counted: '4',
    amount_sum: '1000.000000',
    referral_sum: '250.000000',
    treasury_sum: '600.000000',
    buyback_sum: '150.000000',
    duplicates: well ? '0' : '2',
  };
  const daily = Array.from({ length: well ? 45 : 3 }, (_, back) => ({
    day: addDays('2026-01-26', -back),
    ...amounts,
  }));
  const flags = new Map<DatasetName, FlagName[]>();
  for (const item of routine.items) if ('dataset' in item) flags.set(item.dataset, item.without);
  const states: [string, object][] = [...flags].map(([dataset, without]) => [
    dataset,
    { findings: without.map((guard) => ({ guard, subjects: ['one', 'two'] })) },
  ]);
  if (world === 'off') states.push(['daily', { findings: [{ guard: 'totals-differ', subjects: OFF_DAYS }] }]);
  return published(
    {
      // Of an older one, long past, the hash fits: so there is a form in which those of the others do not.
      batches: [
        { well: batch, wrong: broken, off: { ...batch, treasury_sum: '599.000000' } }[world],
        hashedBatch({ id: '20000000-0000-4000-8000-00000000000a', created_at: '2025-01-01 00:00:00+00' }),
      ],
      ledger: [row],
      changelog: [change],
      // Where the parts of the broken batch are looked at, the split itself must be known.
      split: [{ referral: '25', treasury: '60', buyback: '15' }],
      wallets: [{ name: 'Treasury', address: null, type: null, explorer_url: null }],
      metrics: [totals],
      daily,
    },
    { states: world === 'well' ? {} : Object.fromEntries(states) },
  );
}

/** What the sources answered. */
function answersOf({ items }: Routine, { rows }: Publication, world: World): Answers {
  const answers = new Map<string, Asked>();
  for (const item of items) {
    const asked = askedOf(item, rows, world);
    if (asked !== null) answers.set(item.id, asked);
  }
  return answers;
}

function askedOf(item: Routine['items'][number], rows: Publication['rows'], world: World): Asked | null {
  const well = world === 'well';
  if ('query' in item) {
    const empty = item.query.answer === 'no-rows' ? well : !well;
    const value = item.query.answer === 'value' ? (well ? '1' : '99999999') : null;
    return { kind: 'rows', count: empty ? 0 : 3, sample: empty ? [] : ['first', 'second'], value };
  }
  if (!('computed' in item)) return null;
  if (item.computed === 'data-mismatch') {
    const metrics = well ? totals : { ...totals, total_revenue: '10.000001' };
    const database = { before: totals, after: totals, batches: rows.batches };
    return { kind: 'three', three: { database, api: { metrics, batches: rows.batches } } };
  }
  if (item.computed !== 'escrow') return null;
  const escrows = [
    { label: 'personal', expected: '1500000000', balance: well ? '1500000000' : '1499999999' },
    { label: 'reward-managed', expected: '700', balance: '900' },
  ];
  const unlocks = [
    { due: String(Date.parse(AT) / 1000 - 60), amount: '700', status: 'approved' },
    { due: String(Date.parse(AT) / 1000 + 90_000), amount: '200', status: 'approved' },
    { due: '1', amount: '5', status: 'released' },
  ];
  return { kind: 'escrow', escrows, unlocks };
}
