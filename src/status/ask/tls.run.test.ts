import { describe, expect, test } from 'vitest';
import { createAuthority } from '../../demo/world/certificate.ts';
import { asking } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, startPeer, startTcpPeer } from '../../testing/peer.ts';

const authority = createAuthority();
const DAY = 86_400_000;
const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * DAY + 60_000);
const valid = (days: number) => authority.issue({ from: inDays(-30), until: inDays(days) });
const check = (address: string, gauge: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({
    kind: 'tls',
    address,
    timeout: 'PT3S',
    gauge: { unit: 'days', target: { at_least: 14 }, ...gauge },
  });
const ask = async (address: string, trust: string | undefined = authority.cert, at = now) =>
  (await asking(check(address), { trust, now: at.toISOString() })).sample;
const serving = (certificate = valid(90)) => startPeer((_, response) => response.end(), certificate);

describe('days until a certificate expires', () => {
  test('whole days, rounded down', async () => {
    expect(await ask((await serving()).url)).toMatchObject({ outcome: 'up', value: '90' });
    expect(await ask((await serving(valid(3))).url)).toMatchObject({
      outcome: 'degraded',
      reason: 'target-missed',
      value: '3',
    });
  });

  test('the first of a chain to end counts, whichever it is', async () => {
    const chain = (intermediate: number, leaf: number) =>
      serving(
        authority
          .below({ from: inDays(-30), until: inDays(intermediate) })
          .issue({ from: inDays(-30), until: inDays(leaf) }),
      );
    expect(await ask((await chain(2, 90)).url)).toMatchObject({ outcome: 'degraded', value: '2' });
    expect(await ask((await chain(90, 3)).url)).toMatchObject({ outcome: 'degraded', value: '3' });
    expect(await ask((await chain(90, 80)).url)).toMatchObject({ outcome: 'up', value: '80' });
  });

  test('what is presented beyond the authority that is trusted ends nothing', async () => {
    const early = createAuthority();
    const { cert, key } = authority
      .below({ from: inDays(-30), until: inDays(60) })
      .issue({ from: inDays(-30), until: inDays(90) });
    // The trusted authority's own certificate, and one that nobody needs and that ends tomorrow.
    const beyond = authority.cert + early.issue({ from: inDays(-30), until: inDays(1) }).cert;
    const peer = await serving({ cert: cert + beyond, key });
    expect(await ask(peer.url)).toMatchObject({ outcome: 'up', value: '60' });
  });

  test('an expired certificate is down, with how long ago it expired', async () => {
    expect(await ask((await serving(valid(-2))).url)).toMatchObject({
      outcome: 'down',
      reason: 'tls-failed',
      value: '-2',
    });
  });

  test('it expires by the time of the run, not by the clock of the library', async () => {
    expect(await ask((await serving()).url, authority.cert, inDays(90.5))).toMatchObject({
      outcome: 'down',
      reason: 'tls-failed',
      value: '-1',
    });
  });

  test('a chain that nobody trusts is down; its date is read all the same', async () => {
    const answer = await asking(check((await serving()).url), { now: now.toISOString() });
    expect(answer.sample).toMatchObject({ outcome: 'down', reason: 'tls-failed', value: '90' });
    expect(answer.told).toMatch(/^[A-Z_]+$/);
  });
});

describe('without a certificate to look at', () => {
  test('nothing listens: down', async () => {
    expect(await ask(await closedAddress())).toMatchObject({ outcome: 'down', reason: 'refused-connection' });
  });

  test('what listens speaks no TLS, hangs, or cuts the connection: down', async () => {
    const plain = await startTcpPeer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const silent = await startTcpPeer(() => undefined);
    const cutting = await startTcpPeer((socket) => socket.destroy());
    expect(await ask(plain.url)).toMatchObject({ outcome: 'down', reason: 'tls-failed' });
    expect(await ask(silent.url)).toMatchObject({ outcome: 'down', reason: 'timed-out' });
    expect(await ask(cutting.url)).toMatchObject({ outcome: 'down', reason: 'connection-cut' });
  });

  test('a name that does not resolve is unknown', async () => {
    expect(await ask('https://there-is-no-such-host.invalid')).toMatchObject({
      outcome: 'unknown',
      reason: 'name-not-resolved',
    });
  });
});

test('an http check over TLS: trusted is up, expired and untrusted are down', async () => {
  const http = async (url: string, trust?: string) =>
    (await asking(parsedCheck({ kind: 'http', request: { url } }), { trust })).sample;
  expect((await http((await serving()).url, authority.cert)).outcome).toBe('up');
  const refused = { outcome: 'down', reason: 'tls-failed' };
  expect(await http((await serving()).url)).toMatchObject(refused);
  expect(await http((await serving(valid(-2))).url, authority.cert)).toMatchObject(refused);
});
