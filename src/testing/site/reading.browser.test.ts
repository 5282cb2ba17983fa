import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createSite } from '../../site/server/site.ts';
import { launchBrowser } from '../browser.ts';
import { latestBatch, openIncident } from './content.ts';
import { kindsOfPage, PHONE, visit } from './pages.ts';

const { origin, contentRoot, dist } = inject('site');
const batch = latestBatch(contentRoot);
const PATHS = kindsOfPage(contentRoot);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = <T>(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>) =>
  visit(browser, origin + path, options, work);

describe('a reader with a phone', () => {
  test.each([
    ['id', 'sistem', 'per '],
    ['en', 'systems', 'as of '],
  ])(
    'sees in %s, without JavaScript, in the first screen: is everything up, and as of when',
    async (language, noun, asOf) => {
      await open(`/${language}/`, { ...PHONE, javaScriptEnabled: false }, async (page) => {
        expect(await page.locator('h1').innerText()).toContain(noun);
        const dateline = page.locator('.dateline');
        expect(await dateline.innerText()).toContain(asOf);
        const box = await dateline.boundingBox();
        expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThan(740);
        expect(await page.locator('time').first().getAttribute('datetime')).toMatch(/^\d{4}-\d{2}-\d{2}/);
        const words = await page.locator('.systems .state:visible').allInnerTexts();
        expect(words).toHaveLength(5);
        for (const word of words) expect(word).toMatch(/WIB,\s\d+\s\w+/);
        const text = (await page.locator('body').innerText()).replaceAll(/[.,]/g, '');
        expect(text).toContain(batch.revenue_sum.split('.')[0]);
      });
    },
  );
});

describe('every kind of page', () => {
  test.each(PATHS)('/en/%s has a twin, and the language switch stays on the page', async (path) => {
    await open(`/en/${path}`, {}, async (page) => {
      await page.locator('header a[hreflang=id]').click();
      expect(new URL(page.url()).pathname).toBe(`/id/${path}`);
      expect(await page.locator('html').getAttribute('lang')).toBe('id');
      await page.locator('header a[hreflang=en]').click();
      expect(new URL(page.url()).pathname).toBe(`/en/${path}`);
    });
  });
});

test.each([
  ['en', 'Bars that rise'],
  ['id', 'Batang yang'],
])(
  'an image of a note is loaded in %s, with its text, and not wider than a phone',
  async (language, text) => {
    const path = `/${language}/incidents/${openIncident(contentRoot)}/`;
    await open(path, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      const image = page.locator('.note-text img');
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(720);
      expect(await image.getAttribute('alt')).toContain(text);
      expect((await image.boundingBox())?.width).toBeLessThan(PHONE.viewport.width);
    });
  },
);

describe('time', () => {
  test('a page left open past its time says by itself that the data is out of date', async () => {
    await open('/en/transparency/', {}, async (page) => {
      expect(await page.locator('body').innerText()).not.toContain('out of date');
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install({ time: new Date() });
    await page.goto(`${origin}/en/transparency/`);
    await page.clock.fastForward('01:00:00');
    await page.getByText('out of date').first().waitFor({ timeout: 10_000 });
    await context.close();
  });
});

describe('a state', () => {
  const FIRST = '.systems > li .state:visible';

  test.each([
    ['/en/', 'Not known'],
    ['/id/', 'Tidak diketahui'],
    ['/en/status/', 'Not known'],
    ['/id/status/', 'Tidak diketahui'],
  ])('on %s, left open past its time, turns to unknown by itself', async (path, unknown) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install({ time: new Date() });
    await page.goto(origin + path);
    const before = await page.locator(FIRST).allInnerTexts();
    expect(before.filter((word) => !word.startsWith(unknown)).length).toBeGreaterThan(0);
    await page.clock.fastForward('01:00:00');
    await page.locator('h1 .out-of-date').waitFor({ state: 'visible', timeout: 10_000 });
    for (const word of await page.locator(FIRST).allInnerTexts())
      expect(word).toMatch(new RegExp(`^${unknown}`));
    expect(await page.locator('.systems .shape.up:visible').count()).toBe(0);
    await context.close();
  });

  test('on the page of a system: every mark, also of checks and targets', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install({ time: new Date(Date.now() + 3_600_000) });
    await page.goto(`${origin}/en/status/tpc/`);
    expect(await page.locator('.state.up:visible').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toMatch(/^Not known now/);
    await context.close();
  });

  test.each([
    ['/en/', 'A clock is wrong'],
    ['/id/status/tpc/', 'Ada jam yang keliru'],
  ])(
    'on %s is not shown as valid to a clock that stands before the data, and that is said',
    async (path, said) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.clock.setFixedTime(new Date('2016-01-01T00:00:00Z'));
      await page.goto(origin + path);
      expect(await page.locator('[data-valid-until]:visible').count()).toBe(0);
      expect(await page.locator('main > .notice').first().innerText()).toContain(said);
      expect(await page.locator('h1').innerText()).toMatch(
        /^(Not known now|Keadaan saat ini tidak diketahui)/,
      );
      await context.close();
    },
  );

  test('is aged by the server for a reader without JavaScript', async () => {
    const late = await createSite({ dist, base: '/', now: () => Date.now() + 3_600_000 });
    const address = await late.listen({ port: 0, host: '127.0.0.1' });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${address}/id/`);
      expect(await page.locator('h1').innerText()).toMatch(/^Keadaan saat ini tidak diketahui/);
      expect(await page.locator('.systems .state.up:visible').count()).toBe(0);
      await context.close();
      const badge = await (await fetch(`${address}/badges/voucher.svg`)).text();
      expect(badge).toMatch(/<g data-valid-until="[^"]+" display="none">/);
    } finally {
      await late.close();
    }
  });
});

describe('/', () => {
  test.each([
    ['id-ID', '/id/'],
    ['en-GB', '/en/'],
  ])('leads a reader who prefers %s to %s', async (locale, path) => {
    await open('/', { locale }, async (page) => expect(new URL(page.url()).pathname).toBe(path));
  });

  test('an unknown address is answered with 404 in both languages', async () => {
    const response = await fetch(`${origin}/en/no-such-page/`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('lang="en"');
    expect(text).toContain('lang="id"');
  });

  test('the server says that it is well', async () => {
    const response = await fetch(`${origin}/healthz`);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
