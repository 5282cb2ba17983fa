import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { asking, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { json, startPeer } from '../../testing/peer.ts';

const http = (url: string, more: Readonly<Record<string, unknown>> = {}, timeout = 'PT5S') =>
  parsedCheck({ kind: 'http', request: { url }, timeout, ...more });
const sampleOf = async (url: string, more: Readonly<Record<string, unknown>> = {}, given?: GivenContext) =>
  (await asking(http(url, more), given)).sample;

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
