import type { OutgoingHttpHeaders } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { asking, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { startPeer, startTcpPeer } from '../../testing/peer.ts';

const JSON_TEXT = '{"ok":true}';
const OK = { json: [{ path: '$.ok', equals: true }] };
const PAGE = { body_includes: ['Café'] };

/** How one answer is judged, as `outcome reason`. */
async function judgedAs(
  {
    status = 200,
    headers = {},
    body = '',
  }: { status?: number; headers?: OutgoingHttpHeaders; body?: string | Buffer },
  expected: Readonly<Record<string, unknown>>,
  given: GivenContext = {},
): Promise<string> {
  const peer = await startPeer((_, response) => response.writeHead(status, headers).end(body));
  const check = parsedCheck({ kind: 'http', request: { url: peer.url }, expect: expected });
  const { outcome, reason } = (await asking(check, given)).sample;
  return reason === undefined ? outcome : `${outcome} ${reason}`;
}

describe('what the sender packed is unpacked; what can not be is not held against them', () => {
  test.each([
    ['gzip', gzipSync(JSON_TEXT)],
    ['x-gzip', gzipSync(JSON_TEXT)],
    ['identity, GZIP', gzipSync(JSON_TEXT)],
    ['deflate', deflateSync(JSON_TEXT)],
    ['deflate', deflateRawSync(JSON_TEXT)],
    ['br', brotliCompressSync(JSON_TEXT)],
    ['zstd', zstdCompressSync(JSON_TEXT)],
    ['gzip, br', brotliCompressSync(gzipSync(JSON_TEXT))],
  ])('%s is read', async (packing, body) => {
    expect(await judgedAs({ headers: { 'content-encoding': packing }, body }, OK)).toBe('up');
  });

  test.each([
    ['lzma', Buffer.from(JSON_TEXT)],
    ['gzip, lzma', gzipSync(JSON_TEXT)],
    ['gzip', Buffer.from('not gzip')],
    ['gzip', gzipSync(JSON_TEXT).subarray(0, -9)],
  ])('%s that can not be unpacked is unknown', async (packing, body) => {
    expect(await judgedAs({ headers: { 'content-encoding': packing }, body }, OK)).toBe('unknown unreadable');
  });

  test('a status says what it says, whatever the body is packed in', async () => {
    const headers = { 'content-encoding': 'lzma' };
    expect(await judgedAs({ status: 500, headers, body: 'x' }, OK)).toBe('down unexpected-status');
    expect(await judgedAs({ status: 403, headers, body: 'x' }, { status: [403] })).toBe('up');
  });

  test.each([
    [204, 'gzip'],
    [304, 'br'],
    [200, 'zstd'],
  ])(
    'an answer of %s without a body is judged by its status, though it names %s',
    async (status, packing) => {
      const headers = { 'content-encoding': packing, ...(status === 200 ? { 'content-length': '0' } : {}) };
      expect(await judgedAs({ status, headers }, { status: [status] })).toBe('up');
      if (status === 200) expect(await judgedAs({ status, headers }, OK)).toBe('down unexpected-json');
    },
  );

  test('EVT-04: a preflight answered with 204 and a packing is allowed', async () => {
    const headers = { 'content-encoding': 'br', 'access-control-allow-origin': 'https://admin.example' };
    const cors = { origin: 'https://admin.example', method: 'GET' };
    expect(await judgedAs({ status: 204, headers }, { cors })).toBe('up');
  });
});

describe('text is read in the charset it names', () => {
  const latin = Buffer.from('<p>Café</p>', 'latin1');
  const html = (more: string) => ({ 'content-type': `text/html${more}` });
  test.each([
    ['UTF-8 where none is named', html(''), Buffer.from('Café')],
    ['the charset of the header', html('; charset=ISO-8859-1'), latin],
    ['the charset of the page', html(''), Buffer.concat([Buffer.from('<meta charset="latin1">'), latin])],
    ['UTF-16 by its mark', html(''), Buffer.from('\uFEFFCafé', 'utf16le')],
    ['a mark before the header', html('; charset=iso-8859-1'), Buffer.from('\uFEFFCafé')],
  ])('%s', async (_, headers, body) => {
    expect(await judgedAs({ headers, body }, PAGE)).toBe('up');
  });

  test.each([
    ['an unknown charset', html('; charset=x-of-our-own'), latin],
    ['no charset and no UTF-8', html(''), Buffer.from([0x43, 0x61, 0x66, 0x82])],
    ['not the charset it names', html('; charset=utf-8'), latin],
  ])('%s is unknown, and what is found in it is found', async (_, headers, body) => {
    expect(await judgedAs({ headers, body }, PAGE)).toBe('unknown unreadable');
    const plain = await judgedAs({ headers, body }, { body_includes: ['Caf'] });
    expect(plain).toBe(headers['content-type'].includes('x-of') ? 'unknown unreadable' : 'up');
  });

  test('JSON with a byte order mark is JSON; with a key that stands twice it is ambiguous', async () => {
    expect(await judgedAs({ body: `\uFEFF${JSON_TEXT}` }, OK)).toBe('up');
    expect(await judgedAs({ body: '{"ok":false,"ok":true}' }, OK)).toBe('unknown unreadable');
    expect(await judgedAs({ body: '{"ok":true,"ok":true}' }, OK)).toBe('up');
  });
});

describe('headers and protocols beyond this reader', () => {
  test('20 KiB of headers are read; a quarter of a MiB is not, and is not down', async () => {
    expect(
      await judgedAs({ headers: { 'content-security-policy': 'x'.repeat(20_000) }, body: JSON_TEXT }, OK),
    ).toBe('up');
    expect(await judgedAs({ headers: { link: 'x'.repeat(300_000) }, body: JSON_TEXT }, OK)).toBe(
      'unknown unreadable',
    );
  });

  test('a peer that speaks HTTP/2 alone is unknown; one that speaks no HTTP is down', async () => {
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    const peers = [settings, Buffer.from('HTTP/1.1 twohundred\r\n\r\n'), Buffer.from('SSH-2.0-OpenSSH\r\n')];
    const judged = await Promise.all(
      peers.map(async (bytes) => {
        const { url } = await startTcpPeer((socket) => socket.once('data', () => socket.end(bytes)));
        return (await asking(parsedCheck({ kind: 'http', request: { url }, expect: OK }))).sample.outcome;
      }),
    );
    expect(judged).toEqual(['unknown', 'unknown', 'down']);
  });
});

describe('an answer must be of now', () => {
  const now = '2026-01-26T12:00:00Z';
  const dated = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toUTCString();
  test.each([
    ['a day in a cache', { age: '86400' }, 'unknown old-answer'],
    ['a minute in a cache', { age: '60' }, 'up'],
    ['made yesterday', { date: dated(1440) }, 'unknown old-answer'],
    ['made within the cadence', { date: dated(10) }, 'up'],
    ['made by a clock that is ahead', { date: dated(-60) }, 'up'],
    ['headers that say nothing', { age: 'soon', date: 'today' }, 'up'],
  ])('%s: %j is %s', async (_, headers, expected) => {
    expect(await judgedAs({ headers, body: JSON_TEXT }, OK, { now })).toBe(expected);
  });

  test.each([
    ['now', '2026-01-26T11:59:00Z', true, 'up'],
    ['an hour ago', '2026-01-26T11:00:00Z', true, 'unknown old-answer'],
    ['an hour ago, of a fault', '2026-01-26T11:00:00Z', false, 'unknown old-answer'],
    ['now, of a fault', '2026-01-26T11:59:00Z', false, 'down unexpected-json'],
    ['a day ahead', '2026-01-27T12:00:00Z', true, 'unknown in-the-future'],
    ['an hour ago, in Unix seconds', 1_769_425_200, true, 'unknown old-answer'],
    ['at no time', 'now', true, 'unknown unreadable'],
    ['at no time, of a fault', null, false, 'down unexpected-json'],
  ])('made %s, as it says itself', async (_, at, ok, expected) => {
    const peer = await startPeer((_request, response) => response.end(JSON.stringify({ at, ok })));
    const request = { url: peer.url };
    const check = parsedCheck({ kind: 'http', request, expect: OK, answered_at: '$.at' });
    const { outcome, reason } = (await asking(check, { now })).sample;
    expect(`${outcome}${reason === undefined ? '' : ` ${reason}`}`).toBe(expected);
  });

  test('an error of yesterday is no more of now than its opposite', async () => {
    expect(await judgedAs({ status: 500, headers: { age: '86400' } }, OK)).toBe('unknown old-answer');
  });

  test('the request asks caches to ask again', async () => {
    const peer = await startPeer(({ headers }, response) =>
      response.end(`${headers['cache-control']}, ${headers.pragma}`),
    );
    const expected = { body_includes: ['no-cache, no-cache'] };
    const check = parsedCheck({ kind: 'http', request: { url: peer.url }, expect: expected });
    expect((await asking(check)).sample.outcome).toBe('up');
  });
});

describe('who turns this reader away says nothing of the platform', () => {
  test('too many requests are unknown, unless they are what is looked for', async () => {
    expect(await judgedAs({ status: 429, headers: { 'retry-after': '60' } }, OK)).toBe('unknown turned-away');
    expect(await judgedAs({ status: 429 }, { status: [429] })).toBe('up');
    const cors = { origin: 'https://admin.example' };
    expect(await judgedAs({ status: 429 }, { cors })).toBe('unknown turned-away');
  });

  test('EVT-03: a firewall that takes us for a robot is neither an outage nor the guard that refuses', async () => {
    const headers = { 'cf-mitigated': 'challenge' };
    expect(await judgedAs({ status: 403, headers }, OK)).toBe('unknown turned-away');
    expect(await judgedAs({ status: 403, headers }, { status: [401, 403] })).toBe('unknown turned-away');
  });
});
