import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from './site.ts';

let dist: string;
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'terang-dist-'));
  mkdirSync(join(dist, 'client', 'en'), { recursive: true });
  mkdirSync(join(dist, 'server'));
  writeFileSync(join(dist, 'client', 'en', 'index.html'), 'hello');
  writeFileSync(join(dist, 'client', '404.html'), 'not here');
  mkdirSync(join(dist, 'client', 'badges', 'tpc'), { recursive: true });
  const badge = { state: 'operational', valid_until: '2026-01-26T07:22:30Z', past: { state: 'unknown' } };
  writeFileSync(join(dist, 'client', 'badges', 'tpc', 'api.json'), JSON.stringify(badge));
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
    expect((await site.inject('/nothing')).statusCode).toBe(404);
  });

  test('turns a badge over when its time is over, also for who has it already', async () => {
    let now = Date.parse('2026-01-26T07:10:00Z');
    const site = await createSite({ dist, base: '/', now: () => now });
    const url = '/badges/tpc/api.json';
    const fresh = await site.inject(url);
    expect([fresh.json().state, fresh.headers.etag]).toEqual(['operational', undefined]);
    now = Date.parse('2026-01-26T08:00:00Z');
    const late = await site.inject({ url, headers: { 'if-modified-since': new Date().toUTCString() } });
    expect([late.statusCode, late.json().state]).toEqual([200, 'unknown']);
    expect((await site.inject('/badges/tpc/nothing.json')).statusCode).toBe(404);
  });

  test('says in a sentence that there is no build', async () => {
    await expect(createSite({ dist: join(dist, 'nowhere'), base: '/' })).rejects.toThrow('npm run build');
  });
});
