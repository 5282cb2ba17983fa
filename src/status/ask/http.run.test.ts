import { describe, expect, test } from 'vitest';
import { asking, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { json, startPeer } from '../../testing/peer.ts';

const http = (url: string, more: Readonly<Record<string, unknown>> = {}, timeout = 'PT5S') =>
  parsedCheck({ kind: 'http', request: { url }, timeout, ...more });
const sampleOf = async (url: string, more: Readonly<Record<string, unknown>> = {}, given?: GivenContext) =>
  (await asking(http(url, more), given)).sample;

describe('what the answer says', () => {
  test('a status that is expected is up, with its latency', async () => {
    const peer = await startPeer((_, response) => json(response, {}));
    expect(await sampleOf(peer.url)).toEqual({ outcome: 'up', ms: expect.any(Number) });
  });

  test('TPC-11: a server error is down, and is not asked a second time', async () => {
    const peer = await startPeer((_, response) => json(response, {}, 503));
    expect(await sampleOf(peer.url)).toMatchObject({ outcome: 'down', reason: 'unexpected-status' });
    expect(peer.asked).toHaveLength(1);
  });

  test('EVT-03: a check that passes on a refusal, and turns red where the guard lets the call through', async () => {
    const guard = await startPeer(({ headers }, response) =>
      json(response, {}, headers['x-event-id'] === undefined ? 403 : 200),
    );
    const open = await startPeer((_, response) => json(response, { items: [] }));
    const refusal = { expect: { status: [400, 401, 403] } };
    expect((await sampleOf(`${guard.url}/events`, refusal)).outcome).toBe('up');
    expect(await sampleOf(`${open.url}/events`, refusal)).toMatchObject({
      outcome: 'down',
      reason: 'unexpected-status',
    });
  });

  test('EVT-02: credentials come from settings; without them nothing is asked, and only their name is told', async () => {
    const peer = await startPeer(({ headers }, response) =>
      json(response, {}, headers.authorization === 'Bearer open sesame' ? 200 : 401),
    );
    const check = http(peer.url, {
      request: { url: peer.url, headers: { Authorization: 'Bearer env:EVT_TOKEN' } },
    });
    expect((await asking(check, { settings: { EVT_TOKEN: 'open sesame' } })).sample.outcome).toBe('up');
    expect(await asking(check, { settings: { EVT_TOKEN: '' } })).toEqual({
      sample: { outcome: 'unknown', reason: 'missing-setting' },
      told: 'EVT_TOKEN is not set',
    });
    expect(peer.asked).toHaveLength(1);
  });

  test('a redirect is not followed: it is an answer that was not expected', async () => {
    const peer = await startPeer(({ url }, response) => {
      response.writeHead(302, { location: `${url}again` }).end();
    });
    expect(await sampleOf(`${peer.url}/`)).toMatchObject({ outcome: 'down', reason: 'unexpected-status' });
    expect(peer.asked).toEqual(['GET /']);
  });

  test('texts that must be there, and texts that must not', async () => {
    const peer = await startPeer((_, response) => response.end('public_hash … Application error'));
    expect((await sampleOf(peer.url, { expect: { body_includes: ['public_hash'] } })).outcome).toBe('up');
    for (const expected of [{ body_includes: ['revenue'] }, { body_excludes: ['Application error'] }])
      expect(await sampleOf(peer.url, { expect: expected })).toMatchObject({
        outcome: 'down',
        reason: 'unexpected-body',
      });
  });

  test('TPC-10: headers that must be there, whatever their case', async () => {
    const peer = await startPeer((_, response) => {
      response.setHeader('X-RateLimit-Limit', '60');
      json(response, {});
    });
    expect((await sampleOf(peer.url, { expect: { headers_present: ['X-Ratelimit-LIMIT'] } })).outcome).toBe(
      'up',
    );
    expect(await sampleOf(peer.url, { expect: { headers_present: ['x-ratelimit-reset'] } })).toMatchObject({
      reason: 'unexpected-header',
    });
  });

  test('COI-02: conditions on JSON; an HTML page in its place is down', async () => {
    const health = {
      status: 'HEALTHY',
      checks: { indexer: { details: { blockLag: 7, currentBlock: '210' } } },
      items: [],
      note: null,
      text: '',
    };
    const peer = await startPeer(({ url }, response) =>
      url === '/html' ? response.end('<!doctype html>') : json(response, health),
    );
    const conditions = (...list: unknown[]) => ({ expect: { json: list } });
    const lag = '$.checks.indexer.details.blockLag';
    for (const condition of [
      { path: '$.status', equals: 'HEALTHY' },
      { path: '$.status', one_of: ['HEALTHY', 'DEGRADED'] },
      { path: lag, equals: 7 },
      { path: lag, is: { below: 10 } },
      { path: '$.checks.indexer.details.currentBlock', is: { at_least: 210 } },
      { path: '$.error', exists: false },
      { path: '$.items', exists: false },
      { path: '$.items', type: 'array' },
      { path: '$.note', type: ['string', 'null'] },
      { path: lag, type: 'number' },
      { path: lag, exists: true },
    ])
      expect([condition, (await sampleOf(peer.url, conditions(condition))).outcome]).toEqual([
        condition,
        'up',
      ]);
    for (const condition of [
      { path: '$.status', equals: 'DEGRADED' },
      { path: '$.checks.indexer.details.currentBlock', equals: 210 },
      { path: lag, is: { above: 7 } },
      { path: '$.missing', equals: null },
      { path: '$.error', exists: true },
      { path: '$.items', exists: true },
      { path: '$.note', exists: true },
      { path: '$.text', exists: true },
      { path: '$.items', type: 'object' },
      { path: '$.error', type: 'null' },
    ])
      expect([condition, await sampleOf(peer.url, conditions(condition))]).toMatchObject([
        condition,
        { outcome: 'down', reason: 'unexpected-json' },
      ]);
    expect(await sampleOf(`${peer.url}/html`, conditions({ path: '$.status', exists: true }))).toMatchObject({
      outcome: 'down',
      reason: 'unexpected-json',
    });
  });

  test('JSON beyond reason is no answer, and no crash', async () => {
    const peer = await startPeer((_, response) =>
      response.end(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    );
    expect(await sampleOf(peer.url, { expect: { json: [{ path: '$', exists: true }] } })).toMatchObject({
      reason: 'unexpected-json',
    });
  });
});
