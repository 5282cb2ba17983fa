import { afterAll, describe, expect, test } from 'vitest';
import { askAll } from '../../status/run/run.ts';
import type { Sample } from '../../status/sample.ts';
import { readSystem } from '../../systems/system-file.ts';
import { nothingPublished } from '../../testing/checks.ts';
import { demoAuthority, FAULTS, type Fault } from './faults.ts';
import { type Facts, openPlatforms, type ServiceName } from './platforms.ts';

/** For each switch: where it is thrown, the check that watches for it, and what that check then says. */
const WATCHED: Readonly<Record<Fault, readonly [at: ServiceName, check: string, says: Partial<Sample>]>> = {
  slow: ['production', 'coinscious/api-health', { outcome: 'degraded', reason: 'target-missed' }],
  refused: ['vouchers', 'voucher/backend-health', { outcome: 'down', reason: 'refused-connection' }],
  cut: ['commitments', 'commit-to-ship/api-health', { outcome: 'down', reason: 'connection-cut' }],
  'expired-certificate': ['events', 'event-api/api-health', { outcome: 'down', reason: 'tls-failed' }],
  'status-500': ['tpc', 'tpc/api-metrics', { outcome: 'down', reason: 'unexpected-status' }],
  'wrong-shape': ['tpc', 'tpc/api-batches', { outcome: 'down', reason: 'unexpected-header' }],
  html: ['production', 'coinscious/system-status', { outcome: 'down', reason: 'unexpected-json' }],
  'redirect-loop': [
    'production',
    'coinscious/console-loads',
    { outcome: 'down', reason: 'unexpected-status' },
  ],
  'huge-body': ['attestations', 'voucher/backup', { outcome: 'unknown', reason: 'unreadable' }],
  'cors-refused': ['events', 'event-api/admin-cors', { outcome: 'down', reason: 'cors-refused' }],
  'stale-block': ['bnb', 'voucher/chain-moves', { outcome: 'down', reason: 'limit-exceeded' }],
  lag: ['solana', 'commit-to-ship/rpc-lag', { outcome: 'degraded', reason: 'target-missed' }],
  'wrong-chain': ['base', 'coinscious/rpc-chain', { outcome: 'down', reason: 'unexpected-result' }],
  'guard-missing': ['events', 'event-api/event-guard', { outcome: 'down', reason: 'unexpected-status' }],
};

const NO_FACTS: Facts = {
  ledger: {
    metrics: '{}',
    batches: ['{"public_hash":"0"}'],
    wallets: '{}',
    changelog: [],
    daily: [],
    csv: 'public_hash,revenue_sum',
  },
  escrow: { balances: new Map([['11111111111111111111111111111111', 1]]), transactions: new Set() },
  redemptions: new Map(),
  anchors: [],
};

/** What one check of a system's own file says of the platforms, asked alone. */
async function asked(named: string, settings: Readonly<Record<string, string>>): Promise<Sample | undefined> {
  const [id = '', check = ''] = named.split('/');
  const system = await readSystem('content', id);
  const alone = { ...system, checks: system.checks.filter((one) => one.id === check) };
  const { systems } = await askAll({
    systems: [{ system: alone, sqlFile: async () => '', published: nothingPublished }],
    settings,
    now: () => new Date().toISOString(),
    // One that answers: what fails is theirs and not our network's.
    canaries: [settings.COI_STAGING_API_URL ?? ''],
    trust: demoAuthority().cert,
  });
  return systems.get(id)?.get(check)?.sample;
}

const well = await openPlatforms({ facts: NO_FACTS, now: () => new Date(), faults: {} });
afterAll(() => well.close());

describe('each switch of the demo’s platforms turns the check that watches for it', () => {
  test.each(FAULTS)('%s', async (fault) => {
    const [at, check, says] = WATCHED[fault];
    expect(await asked(check, well.settings)).toMatchObject({ outcome: 'up' });
    const platforms = await openPlatforms({
      facts: NO_FACTS,
      now: () => new Date(),
      faults: { [at]: fault },
    });
    try {
      expect(await asked(check, platforms.settings)).toMatchObject(says);
    } finally {
      await platforms.close();
    }
  });
});
