import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from './site.ts';

const UNTIL = '2026-01-26T07:22:30Z';
let dist: string;
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'terang-dist-'));
  mkdirSync(join(dist, 'client', 'en'), { recursive: true });
  mkdirSync(join(dist, 'server'));
  writeFileSync(join(dist, 'client', 'en', 'index.html'), 'hello');
  writeFileSync(join(dist, 'client', '404.html'), 'not here');
  mkdirSync(join(dist, 'client', 'badges', 'tpc'), { recursive: true });
  const badge = { state: 'operational', valid_until: UNTIL, past: { state: 'unknown' } };
  writeFileSync(join(dist, 'client', 'badges', 'tpc', 'api.json'), JSON.stringify(badge));
  const timed = `<b data-valid-until="${UNTIL}">up</b>`;
  mkdirSync(join(dist, 'client', 'en', 'aged'));
  for (const [file, content] of [
    ['en/aged/index.html', `<p>${timed}</p>`],
    ['badges/tpc/api.svg', `<svg>${timed.replaceAll('b', 'g')}</svg>`],
  ] as const)
    writeFileSync(join(dist, 'client', file), content);
  mkdirSync(join(dist, 'client', 'data'));
  writeFileSync(join(dist, 'client', 'data', 'batches.csv'), 'id\r\n1\r\n');
  // Stands for what Astro builds: one route on demand that fails, everything else is passed on.
  writeFileSync(
    join(dist, 'server', 'entry.mjs'),
    `export const handler = async (req, res, next) => {
       if (req.url.endsWith('/broken')) return next(new Error('ENOENT: /home/somebody/secret'));
       return next();
     };`,
  );
});
afterAll(() => rmSync(dist, { recursive: true }));

describe('the server over a build', () => {
  test.each(['/terang', 'terang/', '/terang/'])(
    'stands under the base path %s, with and without its slash',
    async (base) => {
      const site = await createSite({ dist, base });
      expect((await site.inject('/terang/en/')).body).toBe('hello');
      expect((await site.inject('/terang')).headers.location).toBe('/terang/');
      expect(
        (await site.inject({ url: '/terang/', headers: { 'accept-language': 'en' } })).headers.location,
      ).toBe('/terang/en/');
      expect((await site.inject('/en/')).statusCode).toBe(404);
    },
  );

  test('answers a failure with the fact alone, and every answer with its headers', async () => {
    const site = await createSite({ dist, base: '/' });
    const broken = await site.inject('/broken');
    expect([broken.statusCode, broken.body]).toEqual([500, 'Server error']);
    const page = await site.inject('/en/');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "frame-ancestors 'none'",
      'cache-control': 'no-cache',
    });
    for (const nowhere of ['/nothing', '/en//', '//en/', '/badges%5ctpc/api.svg'])
      expect((await site.inject(nowhere)).statusCode, nowhere).toBe(404);
  });

  describe('turns over what is past its time, by the file that it serves', () => {
    const AGED = {
      'badges/tpc/api.json': 'unknown',
      'badges/tpc/api.svg': 'display="none"',
      'en/aged/index.html': 'hidden>up',
    };
    /** The same file under other names: its letters encoded, with a query, through its folder. */
    const addresses = (file: string) => [
      `/${file}`,
      `/${file}?then`,
      `/${file.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`)}`,
      `/${file.replace('a', '%61')}`,
      `/${file.replace('.', '%2E')}?v=1.csv`,
      ...(file.endsWith('/index.html') ? [`/${file.replace('index.html', '')}`, '/en/%61ged/'] : []),
    ];
    const cases = Object.entries(AGED).flatMap(([file, mark]) =>
      addresses(file).map((address) => [address, mark] as const),
    );

    test.each(cases)('%s', async (address, mark) => {
      let now = Date.parse(UNTIL) - 60_000;
      const site = await createSite({ dist, base: '/', now: () => now });
      const fresh = await site.inject(address);
      expect([fresh.statusCode, fresh.body.includes(mark)]).toEqual([200, mark === 'unknown']);
      expect(fresh.headers).toMatchObject({ 'cache-control': 'no-cache' });
      for (const name of ['etag', 'last-modified', 'accept-ranges'])
        expect(fresh.headers[name]).toBeUndefined();
      now += 30 * 86_400_000;
      // Whoever has it already, in whole or in part, is answered with the whole of what holds now.
      for (const condition of [
        { 'if-none-match': '*' },
        { 'if-modified-since': new Date().toUTCString() },
        { 'if-unmodified-since': new Date(0).toUTCString() },
        { 'if-match': '"none"' },
        { range: 'bytes=0-20' },
        { range: 'bytes=5-9', 'if-range': new Date().toUTCString() },
        { 'accept-encoding': 'gzip, br' },
      ]) {
        const late = await site.inject({ url: address, headers: condition });
        expect([late.statusCode, late.body.includes(mark)], JSON.stringify(condition)).toEqual([200, true]);
        if (mark === 'unknown') expect(late.json().state).toBe('unknown');
        expect(late.headers['content-length']).toBe(`${late.rawPayload.length}`);
      }
      const head = await site.inject({ method: 'HEAD', url: address });
      expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', undefined]);
    });

    test('and answers what holds no such state by its conditions, as files are', async () => {
      const site = await createSite({ dist, base: '/' });
      const { headers } = await site.inject('/data/batches.csv');
      const again = { url: '/data/batches.csv', headers: { 'if-none-match': `${headers.etag}` } };
      expect((await site.inject(again)).statusCode).toBe(304);
      expect((await site.inject('/badges/tpc/nothing.json')).statusCode).toBe(404);
    });

    test('and keeps nothing for good because of how a folder above the site is called', async () => {
      const above = join(dist, '_astro');
      cpSync(join(dist, 'client'), join(above, 'client'), { recursive: true });
      cpSync(join(dist, 'server'), join(above, 'server'), { recursive: true });
      const site = await createSite({ dist: above, base: '/' });
      expect((await site.inject('/data/batches.csv')).headers['cache-control']).toBe('no-cache');
    });
  });

  test('says in a sentence that there is no build', async () => {
    await expect(createSite({ dist: join(dist, 'nowhere'), base: '/' })).rejects.toThrow('npm run build');
  });
});
