import { describe, expect, test } from 'vitest';
import { startPeer } from '../../testing/peer.ts';
import { auditApi } from './api.ts';

const BATCH = {
  id: '20000000-0000-4000-8000-000000000001',
  created_at: '2026-01-26T01:02:03.123456+00:00',
  period_start: null,
  period_end: '2026-01-26T00:00:00+00:00',
  tx_count: 4,
  revenue_sum: 1000.10001,
  referral_sum: 100.010001,
  treasury_sum: 200.020002,
  buyback_sum: 50.005001,
  public_hash: null,
  onchain_tx: null,
  note: null,
};
const FIELD: Readonly<Record<string, unknown>> = {
  metrics: {
    total_revenue: 1,
    verified_revenue: 1,
    distributed_revenue: 1,
    tx_total: 1,
    tx_verified: 1,
    tx_distributed: 1,
    distributed: { referral: 1, treasury: 1, buyback: 1 },
  },
  batches: [BATCH],
  wallets: Object.fromEntries(
    ['treasury', 'buyback', 'burn', 'liquidity'].map((name) => [name, { label: name, address: null }]),
  ),
  changelog: [{ changed_at: '2026-01-26T01:02:03+00:00', key: 'fee', summary: null }],
  daily: [{ day: '2026-01-26', revenue: 1, tx_count: 1, referral: 1, treasury: 1, buyback: 1 }],
};
const DOCUMENTED: Readonly<Record<string, unknown>> = {
  totals: {
    total_revenue: '1.000000',
    total_distributed: '1.000000',
    total_transactions: 1,
    last_updated: null,
  },
  batches: [{ ...BATCH, revenue_sum: '1.0', referral_sum: '1.0', treasury_sum: '1.0', buyback_sum: '1.0' }],
  wallets: [{ name: 'Burn', address: null, type: 'burn', explorer_url: null }],
  changelog: [
    { id: '1', created_at: '', key: 'fee', old_value: null, new_value: null, reason: null, admin_id: 'x' },
  ],
  daily: [{ date: '2026-01-26', revenue: '1.0', distributed: '1.0', transactions: 1 }],
};
const RATE = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': '1' };

async function found(data: Readonly<Record<string, unknown>>, headers: Record<string, string> = RATE) {
  const peer = await startPeer((request, response) => {
    const name = request.url?.split('/v1/')[1]?.split('?')[0] ?? '';
    if (!Object.hasOwn(data, name))
      return void response.writeHead(404).end('{"ok": false, "error": "Not found"}');
    response.writeHead(200, headers);
    response.end(JSON.stringify({ ok: true, version: 'v1', meta: { generated_at: '' }, data: data[name] }));
  });
  return auditApi(`${peer.url}/v1`);
}

describe('TPC-16 the API against the frozen schema', () => {
  test.each([
    ['field', FIELD],
    ['documented', DOCUMENTED],
  ])('the form of the %s fits, also with fields that were added', async (_form, data) => {
    expect(await found({ ...data, more: {} })).toMatchObject({ result: 'passed', checked: 5, findings: [] });
  });

  test('a field that was removed, one of another type, and missing headers are found by name', async () => {
    const { public_hash: _, ...unhashed } = BATCH;
    const { result, findings } = await found(
      {
        ...FIELD,
        batches: [BATCH, { ...unhashed, tx_count: '4' }],
        metrics: { ...(FIELD.metrics as object), distributed: 3 },
      },
      {},
    );
    expect(result).toBe('failed');
    expect(findings.map(({ id }) => id)).toEqual([
      'api-retyped:metrics.distributed',
      'api-rate-limit:metrics',
      'api-retyped:batches.tx_count',
      'api-removed:batches.public_hash',
      'api-rate-limit:batches',
      'api-rate-limit:wallets',
      'api-rate-limit:changelog',
      'api-rate-limit:daily',
    ]);
  });

  test('a list without a row is nothing to compare: not known, and what else was found stands', async () => {
    expect(await found({ ...FIELD, batches: [] })).toMatchObject({
      result: 'not-known',
      gap: 'no-rows',
      reason: 'no row to compare: batches',
    });
    const { daily: _, ...rest } = FIELD;
    expect(await found({ ...rest, batches: [] })).toMatchObject({
      result: 'failed',
      gap: 'no-rows',
      findings: [{ id: 'api-inactive:daily' }],
    });
  });

  test('an endpoint that is gone is found; an API that does not answer is not known, never passed', async () => {
    const { daily: _, ...rest } = FIELD;
    expect((await found(rest)).findings).toMatchObject([{ id: 'api-inactive:daily', severity: 'high' }]);
    expect(await auditApi('http://127.0.0.1:1/v1')).toMatchObject({ result: 'not-known', findings: [] });
    expect(await auditApi('')).toMatchObject({ result: 'not-known', reason: 'TPC_API_URL is not set' });
  });
});
