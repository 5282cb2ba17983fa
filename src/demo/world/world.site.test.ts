import path from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { checkState } from '../../status/check-state.ts';
import { readHistory } from '../../status/run/history.ts';
import type { Run, Sample } from '../../status/sample.ts';
import { DAYS, SAMPLES, STATUS } from '../../status/status-folder.ts';
import type { StatusManifest } from '../../status/status-manifest.ts';
import { runsOf } from '../../status/status-run.ts';
import { stemOf } from '../../store/content-folder.ts';
import { openFolder } from '../../store/published.ts';
import { stateOf } from '../../systems/component.ts';
import { detect } from '../../systems/symptom.ts';
import type { System } from '../../systems/system.ts';
import { listSystems, readSystem } from '../../systems/system-file.ts';
import { INDEXER_LAG } from './platforms.ts';

/** What each row of SYSTEMS.md is asked by. Every check stands here. */
const ROWS: readonly (readonly [row: string, system: string, checks: readonly string[]])[] = [
  [
    'TPC-10',
    'tpc',
    ['api-metrics', 'api-batches', 'api-wallets', 'api-changelog', 'api-daily', 'api-errors'],
  ],
  ['TPC-11', 'tpc', ['last-batch', 'ledger-read', 'page-loads', 'csv-export']],
  [
    'TPC-12',
    'tpc',
    ['batch-hashes', 'batch-sums', 'batches-unchanged', 'counts-agree', 'totals-agree', 'no-duplicate'],
  ],
  ['TPC-02', 'tpc', ['wallets-unchanged']],
  ['TPC-05', 'tpc', ['split-explained']],
  ['TPC-13', 'tpc', ['wallet-links']],
  ['TPC-18', 'tpc', ['periods-apart', 'tx-counts', 'api-distributed', 'ledger-distributed', 'api-agrees']],
  ['EVT-02', 'event-api', ['events-answer', 'sign-in-required', 'api-health']],
  ['EVT-03', 'event-api', ['event-guard']],
  ['EVT-04', 'event-api', ['admin-loads', 'admin-cors']],
  ['EVT-05', 'event-api', ['database-by-api', 'row-level-security']],
  ['EVT-06', 'event-api', ['graduation-evidence']],
  ['EVT-07', 'event-api', ['log-4xx', 'log-5xx']],
  [
    'COI-01',
    'coinscious',
    ['console-loads', 'staging-api-health', 'staging-block-lag', 'staging-rpc-chain', 'rpc-chain'],
  ],
  [
    'COI-02',
    'coinscious',
    ['indexer-answers', 'indexer-contracts', 'events-per-minute', 'system-status', 'block-lag'],
  ],
  [
    'COI-03',
    'coinscious',
    [
      ...[
        'api-health',
        'indexer-events',
        'indexer-errors',
        'error-rate',
        'memory',
        'cpu',
        'failed-transactions',
      ],
      ...['connection-pool', 'query-time', 'storage', 'backups', 'rpc-latency'],
    ],
  ],
  ['COI-04', 'coinscious', ['database-by-indexer', 'security-alerts', 'compliance-alerts']],
  ['COI-05', 'coinscious', ['rpc-latency', 'rpc-lag']],
  ['COI-06', 'coinscious', ['holder-count', 'holder-threshold']],
  ['COI-09', 'coinscious', ['compliance-actions', 'transfers']],
  ['COI-10', 'coinscious', ['token-running']],
  ['COI-11', 'coinscious', ['deployment-log']],
  ['VOU-01', 'voucher', ['backend-health', 'reception-loads', 'rpc-answers', 'rpc-lag', 'rpc-chain']],
  ['VOU-02', 'voucher', ['orders-by-day', 'state-order']],
  [
    'VOU-03',
    'voucher',
    [
      ...[
        'listener-health',
        'listener-heartbeat',
        'listener-block',
        'listener-lag',
        'saved-block',
        'chain-height',
      ],
      ...['rpc-disconnects', 'address-mismatches', 'parsing-errors', 'confirmation-time', 'chain-moves'],
    ],
  ],
  ['VOU-04', 'voucher', ['stuck-orders']],
  ['VOU-05', 'voucher', ['double-delivery', 'delivery-evidence', 'chain-proof']],
  ['VOU-06', 'voucher', ['contract-running']],
  ['VOU-07', 'voucher', ['backup', 'restore-test']],
  ['VOU-09', 'voucher', ['minting-usual', 'redeeming-usual']],
  ['CTS-01', 'commit-to-ship', ['api-health', 'database-by-api', 'pooler']],
  ['CTS-02', 'commit-to-ship', ['required-settings', 'mock-mode-off', 'migrations']],
  ['CTS-03', 'commit-to-ship', ['audit-errors', 'audit-admin', 'audit-by-day']],
  ['CTS-04', 'commit-to-ship', ['limiter-fails-closed']],
  [
    'CTS-05',
    'commit-to-ship',
    ['latest-blockhash', 'block-time', 'token-accounts', 'rpc-lag', 'rpc-network'],
  ],
  ['CTS-06', 'commit-to-ship', ['stale-locks']],
  ['CTS-07', 'commit-to-ship', ['escrow-balances']],
  ['CTS-08', 'commit-to-ship', ['admin-signatures']],
  ['CTS-09', 'commit-to-ship', ['milestones-aligned', 'normalization']],
];

/** Where the demo is not well; everything else is. */
const AMISS: Readonly<Record<string, Partial<Sample>>> = {
  // One batch is altered in the database after it was published.
  'tpc/batch-hashes': { outcome: 'down', reason: 'flagged', value: '1' },
  'tpc/batch-sums': { outcome: 'down', reason: 'flagged', value: '1' },
  'tpc/batches-unchanged': { outcome: 'down', reason: 'flagged', value: '1' },
  'tpc/counts-agree': { outcome: 'down', reason: 'flagged', value: '1' },
  // As in the field: the guard lets a call without x-event-id through.
  'event-api/event-guard': { outcome: 'down', reason: 'unexpected-status' },
  'coinscious/block-lag': { outcome: 'degraded', reason: 'target-missed', value: String(INDEXER_LAG) },
  'coinscious/holder-threshold': { outcome: 'unknown', reason: 'missing-setting' },
  'commit-to-ship/normalization': { outcome: 'unknown', reason: 'overdue' },
};

// The demo that the site under test was built from: it takes a minute to make.
const { contentRoot } = inject('site');
let manifest: StatusManifest;
const systems = new Map<string, System>();
const runs = new Map<string, readonly Run[]>();

beforeAll(async () => {
  const root = path.join(contentRoot, 'generated', 'status');
  const history = await readHistory(root);
  if (history.manifest === null) throw new Error('no run was kept');
  manifest = history.manifest;
  const lines = [];
  const open = new Set(manifest.samples.map(stemOf));
  lines.push(...history.published.rows(SAMPLES, (day) => open.has(day)));
  for (const id of await listSystems(contentRoot)) {
    systems.set(id, await readSystem(contentRoot, id));
    runs.set(id, runsOf(lines, id));
  }
});

const latest = (system: string) => runs.get(system)?.at(-1)?.checks ?? {};

describe('the real checks against the demo world', () => {
  test.each(ROWS)('%s: %s answers as the demo means it (%j)', (_, system, checks) => {
    const samples = latest(system);
    for (const check of checks)
      expect(samples[check], check).toMatchObject(AMISS[`${system}/${check}`] ?? { outcome: 'up' });
  });

  test('every check of every system was asked, and stands with a row', () => {
    for (const [id, { checks }] of systems) {
      const ids = checks.map((check) => check.id).toSorted();
      expect(Object.keys(latest(id)).toSorted(), id).toEqual(ids);
      const named = new Set(ROWS.filter(([, system]) => system === id).flatMap(([, , own]) => own));
      expect([...named].toSorted(), id).toEqual(ids);
    }
  });

  test('COI-09, CTS-03, CTS-07, EVT-07, VOU-02: counts are told by code or day, COI-11: deeds on the timeline', () => {
    const counts = (system: string, check: string) =>
      manifest.systems[system]?.details[check]?.counts?.map(({ label }) => label) ?? [];
    expect(counts('coinscious', 'compliance-actions')).toContain('WHITELIST_ADD / KYC_APPROVED');
    expect(counts('commit-to-ship', 'audit-admin')).toEqual(['admin_reward_milestone_release_success']);
    expect(counts('commit-to-ship', 'escrow-balances')).toEqual(['personal', 'reward-managed']);
    expect(counts('event-api', 'log-4xx')).toContain('PermissionDeniedForEvent');
    expect(counts('voucher', 'orders-by-day').join()).toMatch(/\d{4}-\d\d-\d\d delivered/);
    expect(manifest.systems.coinscious?.events.map(({ kind }) => kind)).toContain('rollback');
    expect(manifest.systems['commit-to-ship']?.events.every(({ kind }) => kind === 'rotation')).toBe(true);
  });

  test('TPC-18, EVT-08, COI-10: the symptoms that show are those of what is amiss', () => {
    const present = [...systems.values()].flatMap((system) =>
      system.symptoms
        .filter(
          (symptom) =>
            detect(
              symptom,
              symptom.checks.map((check) => latest(system.id)[check]?.outcome ?? 'unknown'),
            ) === 'present',
        )
        .map(({ id }) => `${system.id}/${id}`),
    );
    expect(present.toSorted()).toEqual([
      'coinscious/indexer-stalled',
      'event-api/access-leak',
      'tpc/data-mismatch',
    ]);
  });

  test('one component each is degraded, in partial outage and unknown; the record of TPC is degraded', () => {
    const now = manifest.observed_at;
    const states = [...systems.values()].flatMap((system) =>
      system.components.map(({ id }) => {
        const judged = system.checks
          .filter(({ component }) => component === id)
          .map(({ id: check, impact }) => {
            const { outcome } = checkState(check, runs.get(system.id) ?? [], 900, system.damping, now);
            return { outcome, impact };
          });
        return [`${system.id}/${id}`, stateOf(judged)] as const;
      }),
    );
    expect(Object.fromEntries(states.filter(([, state]) => state !== 'operational'))).toEqual({
      'coinscious/compliance': 'unknown',
      'coinscious/indexer': 'degraded_performance',
      'commit-to-ship/scheduler': 'unknown',
      'event-api/api': 'partial_outage',
      'tpc/published-data': 'degraded_performance',
    });
  });

  test('the status says that it is a demo, and holds a year of daily figures, little of it unknown', async () => {
    expect(manifest.demo).toBe(true);
    expect(manifest.offline).toBe(false);
    const root = path.join(contentRoot, 'generated', 'status');
    const days = openFolder(root, STATUS).rows(DAYS);
    const components = [...systems.values()].reduce((sum, system) => sum + system.components.length, 0);
    expect(days).toHaveLength(365 * components);
    // Asked once an hour and promised once an hour: time between two runs is not lost.
    const unknown = days.reduce((sum, day) => sum + day.unknown, 0) / (days.length * 86_400);
    expect(unknown).toBeLessThan(0.06);
    expect(days.filter(({ down }) => down > 0).length).toBeGreaterThan(10);
  });
});
