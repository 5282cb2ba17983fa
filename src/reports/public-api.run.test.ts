import { expect, test } from 'vitest';
import { contextOf } from '../testing/ask.ts';
import { startPeer } from '../testing/peer.ts';
import { readPublicApi } from './public-api.ts';

const ID = '20000000-0000-4000-8000-000000000001';
const envelope = (data: string) => `{"ok":true,"version":"v1","meta":{},"data":${data}}`;

/** An API that answers each endpoint with this text. */
async function api(answers: Readonly<Record<'metrics' | 'batches', string>>, status = 200) {
  const peer = await startPeer((request, response) => {
    const endpoint = (request.url ?? '').startsWith('/metrics') ? 'metrics' : 'batches';
    response.writeHead(status, { 'content-type': 'application/json' }).end(answers[endpoint]);
  });
  return readPublicApi(peer.url, contextOf());
}

test('TPC-18 D: money as numbers keeps each of its digits, and columns that are private are not read', async () => {
  const told = await api({
    metrics: envelope(
      '{"total_revenue": 90071992547409.930001, "tx_total": 4, "distributed": {"referral": 0.10}}',
    ),
    batches: envelope(
      `[{"id": "${ID}", "revenue_sum": 1000.10001, "public_hash": null, "created_by": "somebody"}]`,
    ),
  });
  expect(told).toEqual({
    metrics: { total_revenue: '90071992547409.930001', tx_total: '4', referral: '0.10' },
    batches: [{ id: ID, revenue_sum: '1000.10001', public_hash: null }],
  });
});

test.each([
  ['an error', { metrics: '{"ok": false, "error": "no"}', batches: '' }, 200],
  ['a page', { metrics: '<html>', batches: '<html>' }, 200],
  ['another version', { metrics: '{"ok":true,"version":"v2","data":{}}', batches: '' }, 200],
  ['an amount below zero', { metrics: envelope('{"total_revenue": -1}'), batches: envelope('[]') }, 200],
  ['a status of 500', { metrics: envelope('{}'), batches: envelope('[]') }, 500],
])('%s is not an answer of API v1: nothing is known', async (_, answers, status) => {
  await expect(api(answers, status)).rejects.toMatchObject({ name: 'CheckFailure', outcome: 'unknown' });
});
