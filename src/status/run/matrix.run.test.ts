import { describe, expect, test } from 'vitest';
import { demoAuthority } from '../../demo/world/faults.ts';
import { json as jsonAnswer, type WorldAnswer, type WorldRequest } from '../../demo/world/server.ts';
import { runOne } from '../../testing/check-run.ts';
import type { GivenCheck } from '../../testing/checks.ts';
import { startFaulty } from '../../testing/faulty.ts';
import { json, startPeer, startTcpPeer } from '../../testing/peer.ts';
import { expectSaid } from '../../testing/reasons.ts';

/** What can be wrong with a server, and how one comes to be so: what the demo's services can suffer from, and more. */
const FAULTS = {
  refused: () => startFaulty(service, 'refused'),
  cut: () => startFaulty(service, 'cut'),
  'cut mid-body': async () =>
    (
      await startTcpPeer((socket) =>
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":');
          setTimeout(() => socket.destroy(), 20);
        }),
      )
    ).url,
  hanging: async () => (await startPeer(() => undefined)).url,
  slow: () => startFaulty(service, undefined, 120),
  'status 500': () => startFaulty(service, 'status-500'),
  'redirect loop': () => startFaulty(service, 'redirect-loop'),
  'HTML instead of JSON': () => startFaulty(service, 'html'),
  'wrong shape': () => startFaulty(service, 'wrong-shape'),
  'huge body': () => startFaulty(service, 'huge-body'),
  'too many requests': () => answering((_, response, body) => json(response, right(body), 429)),
  'answer of a cache': () =>
    answering((_, response, body) => json(response.setHeader('age', '86400'), right(body))),
  'answer to another request': () =>
    answering((_, response) => json(response, { jsonrpc: '2.0', id: 77, result: '0x7' })),
  'unknown packing': () =>
    answering((_, response, body) => json(response.setHeader('content-encoding', 'lzma'), right(body))),
  'unknown charset': () =>
    answering((_, response, body) =>
      response
        .setHeader('content-type', 'application/json; charset=x-of-our-own')
        .end(JSON.stringify(right(body))),
    ),
  'header beyond reason': () =>
    answering((_, response, body) => json(response.setHeader('link', 'x'.repeat(300_000)), right(body))),
  'expired certificate': () => startFaulty(service, 'expired-certificate'),
  'no such name': async () => 'https://there-is-no-such-host.invalid',
  'setting missing': async () => 'env:SAMPLE_NOT_SET',
} as const;
type Fault = keyof typeof FAULTS;

async function answering(handle: Parameters<typeof startPeer>[0]): Promise<string> {
  return (await startPeer(handle)).url;
}

/** What each kind of check hopes for: a healthy answer, or an attestation, or a result. */
function right(body: string): unknown {
  return body === '' ? { healthy: true, height: 7 } : { jsonrpc: '2.0', id: 1, result: '0x7' };
}

function service({ body }: WorldRequest): WorldAnswer {
  return jsonAnswer(right(body));
}

const gauge = { unit: 'ms', target: { below: 60 } };
const KINDS: Readonly<Record<'http' | 'jsonrpc' | 'attested' | 'tls', (url: string) => GivenCheck>> = {
  http: (url) => ({
    kind: 'http',
    request: { url },
    expect: { json: [{ path: '$.healthy', equals: true }] },
    gauge,
    timeout: 'PT0.8S',
  }),
  jsonrpc: (url) => ({
    kind: 'jsonrpc',
    chain: 'evm',
    endpoints: [url],
    method: 'eth_blockNumber',
    expect: [{ path: '$', is: { at_least: 7 } }],
    gauge,
    timeout: 'PT0.8S',
  }),
  attested: (url) => ({ kind: 'attested', url, result: 'backup', timeout: 'PT0.8S' }),
  tls: (address) => ({
    kind: 'tls',
    address,
    gauge: { unit: 'days', target: { at_least: 14 } },
    timeout: 'PT0.8S',
  }),
};

/** What could not be read, or is no answer to the question of now: unknown, never down. */
const OURS = (reason: string) => ({
  http: `unknown ${reason}`,
  jsonrpc: `unknown ${reason}`,
  attested: 'unknown unreadable',
  tls: 'down tls-failed',
});

/** Outcome and reason for every fault and kind; "down" is an answer (exit 0), "unknown" is none (exit 1). */
const EXPECTED: Readonly<Record<Fault, Readonly<Record<keyof typeof KINDS, string>>>> = {
  refused: {
    http: 'down refused-connection',
    jsonrpc: 'down refused-connection',
    attested: 'unknown unreadable',
    tls: 'down refused-connection',
  },
  cut: {
    http: 'down connection-cut',
    jsonrpc: 'down connection-cut',
    attested: 'unknown unreadable',
    tls: 'down connection-cut',
  },
  'cut mid-body': {
    http: 'down connection-cut',
    jsonrpc: 'down connection-cut',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  hanging: {
    http: 'down timed-out',
    jsonrpc: 'down timed-out',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  slow: {
    http: 'degraded target-missed',
    jsonrpc: 'degraded target-missed',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'status 500': {
    http: 'down unexpected-status',
    jsonrpc: 'down unexpected-status',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'redirect loop': {
    http: 'down unexpected-status',
    jsonrpc: 'down unexpected-status',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'HTML instead of JSON': {
    http: 'down unexpected-json',
    jsonrpc: 'down unexpected-json',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'wrong shape': {
    http: 'down unexpected-json',
    jsonrpc: 'down unexpected-json',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'huge body': OURS('unreadable'),
  'too many requests': OURS('turned-away'),
  'answer of a cache': OURS('old-answer'),
  'answer to another request': { ...OURS('foreign-answer'), http: 'down unexpected-json' },
  'unknown packing': OURS('unreadable'),
  'unknown charset': OURS('unreadable'),
  'header beyond reason': OURS('unreadable'),
  'expired certificate': {
    http: 'down tls-failed',
    jsonrpc: 'down tls-failed',
    attested: 'unknown unreadable',
    tls: 'down tls-failed',
  },
  'no such name': {
    http: 'unknown name-not-resolved',
    jsonrpc: 'unknown name-not-resolved',
    attested: 'unknown name-not-resolved',
    tls: 'unknown name-not-resolved',
  },
  'setting missing': {
    http: 'unknown missing-setting',
    jsonrpc: 'unknown missing-setting',
    attested: 'unknown missing-setting',
    tls: 'unknown missing-setting',
  },
};

const DAY = 86_400_000;
const IN_FORCE = { from: new Date(Date.now() - 400 * DAY), until: new Date(Date.now() + 90 * DAY) };

const cells = Object.entries(EXPECTED).flatMap(([fault, byKind]) =>
  Object.entries(byKind).map(
    ([kind, expected]) => [fault as Fault, kind as keyof typeof KINDS, expected] as const,
  ),
);

describe('every fault for every kind of check: what the page says of it in both languages, and how the command ends', () => {
  test.each(cells)('%s × %s: %s', async (fault, kind, expected) => {
    const url = await FAULTS[fault]();
    const now = () => new Date().toISOString();
    const run = await runOne(KINDS[kind](url), { trust: demoAuthority().cert, now });
    expectSaid(run, expected);
    const { sample, ending } = run;
    // The operator is told of it, and nobody is told where it was asked.
    expect(ending.text).toContain(sample?.reason);
    const { port } = URL.canParse(url) ? new URL(url) : { port: '' };
    if (port !== '') expect(ending.text + JSON.stringify(ending.manifest)).not.toContain(`:${port}`);
  });

  test.each([
    ['other-network', { network: 56 }],
    ['same-endpoint', { measure: { lag_against: 'env:SAMPLE_RPC' }, gauge: { unit: 'blocks' } }],
  ])('jsonrpc: unknown %s', async (reason, more) => {
    const { url } = await startPeer((_, response, body) => json(response, right(body)));
    const run = await runOne(
      { ...KINDS.jsonrpc(url), ...more },
      { settings: { SAMPLE_RPC: `${url}/other` } },
    );
    expectSaid(run, `unknown ${reason}`);
  });

  test('http: a value that sets off its own critical alert is not well', async () => {
    const { url } = await startPeer((_, response, body) => json(response, right(body)));
    const alerts = [{ level: 'critical', when: { at_least: 7 } }];
    const more = { measure: { json: '$.height' }, gauge: { unit: 'blocks', alerts } };
    expectSaid(await runOne({ ...KINDS.http(url), ...more }), 'degraded critical-alert');
  });

  test.each(Object.keys(KINDS).filter((kind) => kind !== 'attested') as (keyof typeof KINDS)[])(
    'no fault × %s: up, and the command ends well',
    async (kind) => {
      const peer = await startPeer(
        (_, response, body) => json(response, right(body)),
        kind === 'tls' ? demoAuthority().issue(IN_FORCE) : undefined,
      );
      const given = { ...KINDS[kind](peer.url), ...(kind === 'tls' ? {} : { gauge: { unit: 'ms' } }) };
      const now = () => new Date().toISOString();
      const { sample, ending, shown } = await runOne(given, { trust: demoAuthority().cert, now });
      expect(sample?.outcome).toBe('up');
      expect(shown).toEqual({ en: 'Passes: ', id: 'Lolos: ' });
      expect(ending).toMatchObject({ exitCode: 0, text: 'sample: 1 up' });
    },
  );
});
