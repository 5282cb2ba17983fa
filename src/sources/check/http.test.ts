import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { asking, contextOf, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer, startTcpPeer } from '../../testing/peer.ts';
import { ask } from './ask.ts';

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

describe('what the gauge measures', () => {
  test('COI-03: latency against its target', async () => {
    const peer = await startPeer(async (_, response) => {
      await sleep(60);
      json(response, {});
    });
    const sample = await sampleOf(peer.url, { gauge: { unit: 'ms', target: { below: 20 } } });
    expect(sample).toMatchObject({ outcome: 'degraded', reason: 'target-missed', value: String(sample.ms) });
    expect((await sampleOf(peer.url, { gauge: { unit: 's', down_when: { above: 0.02 } } })).value).toMatch(
      /^0\.\d/,
    );
  });

  test('numbers keep their digits, beyond what a double holds', async () => {
    const peer = await startPeer((_, response) =>
      json(response, '{"revenue": 12345678901234567890.123456, "text": "1000.100010", "exponent": 1.5e3}'),
    );
    const value = async (path: string) =>
      (await sampleOf(peer.url, { measure: { json: path }, gauge: { unit: 'count' } })).value;
    expect(await value('$.revenue')).toBe('12345678901234567890.123456');
    expect(await value('$.text')).toBe('1000.100010');
    expect(await value('$.exponent')).toBe('1500');
  });

  test('what is no number, or several, says nothing', async () => {
    const peer = await startPeer((_, response) => json(response, { a: 'many', b: [1, 2], c: null }));
    for (const path of ['$.a', '$.b[*]', '$.c', '$.missing'])
      expect(await sampleOf(peer.url, { measure: { json: path }, gauge: { unit: 'count' } })).toMatchObject({
        outcome: 'unknown',
        reason: 'not-a-number',
      });
  });

  test('VOU-03: the age of a time in the answer, ISO 8601 or Unix seconds', async () => {
    const peer = await startPeer((_, response) =>
      json(response, { iso: '2026-01-26T18:57:00+07:00', unix: 1_769_428_620, local: '2026-01-26T11:57:00' }),
    );
    const sample = (path: string, unit = 's') =>
      sampleOf(peer.url, { measure: { age_of: path }, gauge: { unit, target: { at_most: 3 } } });
    expect(await sample('$.iso')).toMatchObject({ outcome: 'degraded', value: '180' });
    expect(await sample('$.unix', 'min')).toMatchObject({ outcome: 'up', value: '3' });
    // Without an offset nobody knows which instant is meant.
    expect(await sample('$.local')).toMatchObject({ outcome: 'unknown', reason: 'not-a-number' });
  });
});

describe('EVT-04: a CORS preflight, as a browser sends it', () => {
  const cors = { origin: 'https://admin.example', method: 'PUT', headers: ['X-Event-Id', 'Authorization'] };
  const answering = (headers: Record<string, string>, status = 204) =>
    startPeer(({ method, headers: sent }, response) => {
      const asked = method === 'OPTIONS' && sent['access-control-request-method'] === 'PUT';
      response.writeHead(asked ? status : 405, headers).end();
    });
  const allowed = {
    'access-control-allow-origin': 'https://admin.example',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'x-event-id, authorization',
  };

  test('origin, method and headers allowed: up', async () => {
    const peer = await answering(allowed);
    expect(await sampleOf(peer.url, { expect: { cors } })).toMatchObject({ outcome: 'up' });
    expect(peer.asked).toEqual(['OPTIONS /']);
  });

  test.each([
    ['another origin', { ...allowed, 'access-control-allow-origin': 'https://other.example' }, 204],
    ['no headers at all', {}, 204],
    ['not this method', { ...allowed, 'access-control-allow-methods': 'GET' }, 204],
    [
      'a wildcard, which does not speak for authorization',
      { ...allowed, 'access-control-allow-headers': '*' },
      204,
    ],
    ['a refusal', allowed, 403],
  ])('%s: down', async (_, headers, status) => {
    const peer = await answering(headers, status);
    expect(await sampleOf(peer.url, { expect: { cors } })).toMatchObject({
      outcome: 'down',
      reason: 'cors-refused',
    });
  });
});

describe('CTS-04: what is right while another check is down', () => {
  const check = (url: string) =>
    http(url, { expect: { status: [200, 429] }, instead: { while_down: 'pooler', status: [429, 503] } });
  const outcome = async (status: number, pooler: 'up' | 'degraded' | 'down' | 'unknown') => {
    const peer = await startPeer((_, response) => json(response, {}, status));
    const { sample } = await asking(check(peer.url), { samples: { pooler: { outcome: pooler } } });
    return sample.reason ?? sample.outcome;
  };

  test('while the database is dead requests are turned away, and letting them through is the fault', async () => {
    expect(await outcome(503, 'down')).toBe('up');
    expect(await outcome(200, 'down')).toBe('unexpected-status');
  });

  test('while it lives, turning them away is the fault', async () => {
    expect(await outcome(200, 'up')).toBe('up');
    expect(await outcome(200, 'degraded')).toBe('up');
    expect(await outcome(503, 'up')).toBe('unexpected-status');
  });

  test('while nobody knows, neither is said; what is wrong either way is down', async () => {
    expect(await outcome(200, 'unknown')).toBe('input-unknown');
    expect(await outcome(503, 'unknown')).toBe('input-unknown');
    expect(await outcome(500, 'unknown')).toBe('unexpected-status');
  });
});

describe('on the way', () => {
  test('a connection refused is down, after one more try', async () => {
    const answer = await asking(http(await closedAddress()));
    expect(answer).toMatchObject({
      sample: { outcome: 'down', reason: 'refused-connection' },
      transport: true,
    });
  });

  test('a connection cut before an answer is tried once more, which may help', async () => {
    let connections = 0;
    const flaky = await startTcpPeer((socket) => {
      connections += 1;
      if (connections === 1) socket.destroy();
      else socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
    });
    expect(await sampleOf(flaky.url)).toMatchObject({ outcome: 'up' });
    expect(connections).toBe(2);
  });

  test('an answer cut mid-body is down, and not tried again', async () => {
    let connections = 0;
    const cutting = await startTcpPeer((socket) => {
      connections += 1;
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf');
        setTimeout(() => socket.destroy(), 20);
      });
    });
    expect(await sampleOf(cutting.url)).toMatchObject({ outcome: 'down', reason: 'connection-cut' });
    expect(connections).toBe(1);
  });

  test('a name that does not resolve is unknown: it may be our own name server', async () => {
    const answer = await asking(http('https://there-is-no-such-host.invalid/'));
    expect(answer).toMatchObject({
      sample: { outcome: 'unknown', reason: 'name-not-resolved' },
      transport: true,
    });
  });

  test('a server that hangs is timed out, before it answers and in the middle of it', async () => {
    const silent = await startPeer(() => undefined);
    const dripping = await startPeer((_, response) => {
      response.write('a');
    });
    for (const { url } of [silent, dripping])
      expect((await asking(http(url, {}, 'PT0.3S'))).sample).toEqual({
        outcome: 'down',
        reason: 'timed-out',
      });
    expect(silent.asked).toHaveLength(1);
  });

  test('what does not speak HTTP is down', async () => {
    const mail = await startTcpPeer((socket) => socket.write('220 mail.example ESMTP\r\n'));
    expect(await sampleOf(mail.url)).toMatchObject({ outcome: 'down', reason: 'unexpected-body' });
  });

  test('an address that is none is a setting that is wrong, whose value is not told', async () => {
    const check = http('https://localhost/', { request: { url: 'env:API_URL' } });
    const answer = await asking(check, { settings: { API_URL: 'secret nonsense' } });
    expect(answer.sample).toEqual({ outcome: 'unknown', reason: 'missing-setting' });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('a body is read up to a bound', () => {
  const endless = () =>
    startPeer((_, response) => {
      const chunk = Buffer.alloc(256 * 1024, 'a');
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });

  test('an endless body does not keep a status from being up', async () => {
    expect(await sampleOf((await endless()).url)).toMatchObject({ outcome: 'up' });
  });

  test('memory does not grow with it', async () => {
    const { url } = await endless();
    const context = contextOf();
    await ask(http(url), context);
    expect([...context.exchanges.values()]).toHaveLength(1);
    const [exchange] = await Promise.all(context.exchanges.values());
    expect(exchange).toMatchObject({ cut: true });
    expect(exchange?.body.length).toBe(1024 * 1024);
  });

  test('what lies beyond can be neither read nor ruled out', async () => {
    const { url } = await endless();
    expect((await sampleOf(url, { expect: { body_includes: ['aaa'] } })).outcome).toBe('up');
    expect(await sampleOf(url, { expect: { body_excludes: ['error'] } })).toMatchObject({
      reason: 'unexpected-body',
    });
    expect(await sampleOf(url, { expect: { json: [{ path: '$', exists: true }] } })).toMatchObject({
      reason: 'unexpected-json',
    });
  });

  test('a body that comes packed all the same is unpacked, up to the same bound', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const peer = await startPeer(({ url }, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(url === '/bomb' ? bomb : url === '/broken' ? 'not gzip' : gzipSync('{"ok": true}'));
    });
    const ok = { expect: { json: [{ path: '$.ok', equals: true }] } };
    expect((await sampleOf(`${peer.url}/`, ok)).outcome).toBe('up');
    expect(await sampleOf(`${peer.url}/bomb`, ok)).toMatchObject({ reason: 'unexpected-json' });
    expect(await sampleOf(`${peer.url}/broken`, ok)).toMatchObject({ reason: 'unexpected-body' });
  });
});

test('one request serves every check of the run that reads it', async () => {
  const peer = await startPeer((_, response) => json(response, { a: 1, b: 2 }));
  const context = contextOf();
  const value = (path: string) => http(peer.url, { measure: { json: path }, gauge: { unit: 'count' } });
  const answers = await Promise.all([ask(value('$.a'), context), ask(value('$.b'), context)]);
  expect(answers.map(({ sample }) => sample.value)).toEqual(['1', '2']);
  await ask(http(`${peer.url}/other`), context);
  await ask(http(peer.url, { request: { url: peer.url, headers: { accept: 'text/html' } } }), context);
  expect(peer.asked).toEqual(['GET /', 'GET /other', 'GET /']);
});
