import { describe, expect, test } from 'vitest';
import { asking, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { startPeer } from '../../testing/peer.ts';

const http = (url: string, more: Readonly<Record<string, unknown>> = {}, timeout = 'PT5S') =>
  parsedCheck({ kind: 'http', request: { url }, timeout, ...more });
const sampleOf = async (url: string, more: Readonly<Record<string, unknown>> = {}, given?: GivenContext) =>
  (await asking(http(url, more), given)).sample;

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
