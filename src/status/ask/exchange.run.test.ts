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
    const check = http('https://localhost/', { request: { url: 'env:SAMPLE_API_URL' } });
    const answer = await asking(check, { settings: { SAMPLE_API_URL: 'secret nonsense' } });
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
    expect(exchange).toMatchObject({ unread: 'the answer is longer than 1 MiB' });
    expect(exchange?.body.length).toBe(1024 * 1024);
  });

  test('what lies beyond can be neither read nor ruled out', async () => {
    const { url } = await endless();
    expect((await sampleOf(url, { expect: { body_includes: ['aaa'] } })).outcome).toBe('up');
    const unread = { outcome: 'unknown', reason: 'unreadable' };
    expect(await sampleOf(url, { expect: { body_excludes: ['aaa'] } })).toMatchObject({ outcome: 'down' });
    expect(await sampleOf(url, { expect: { body_includes: ['b'] } })).toEqual(unread);
    expect(await sampleOf(url, { expect: { body_excludes: ['error'] } })).toEqual(unread);
    expect(await sampleOf(url, { expect: { json: [{ path: '$', exists: true }] } })).toEqual(unread);
  });

  test('a body that comes packed all the same is unpacked, up to the same bound', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const peer = await startPeer(({ url }, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(url === '/bomb' ? bomb : url === '/broken' ? 'not gzip' : gzipSync('{"ok": true}'));
    });
    const ok = { expect: { json: [{ path: '$.ok', equals: true }] } };
    expect((await sampleOf(`${peer.url}/`, ok)).outcome).toBe('up');
    const unread = { outcome: 'unknown', reason: 'unreadable' };
    expect(await sampleOf(`${peer.url}/bomb`, ok)).toEqual(unread);
    expect(await sampleOf(`${peer.url}/broken`, ok)).toEqual(unread);
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
