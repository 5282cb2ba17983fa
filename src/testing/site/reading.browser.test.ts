import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { latestBatch } from './content.ts';

const { origin, contentRoot } = inject('site');
const batch = latestBatch(contentRoot);
const month = batch.created_at.slice(0, 7).replace('-', '/');
const PATHS = [
  '',
  'transparency/',
  'transparency/batches/',
  `transparency/batches/${month}/`,
  `transparency/batches/${batch.id}/`,
  'transparency/wallets/',
  'transparency/changelog/',
  'transparency/split/',
  'transparency/verify/',
];
const PAGES = ['en', 'id'].flatMap((language) => PATHS.map((path) => `/${language}/${path}`));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open<T>(
  path: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(origin + path);
    return await work(page);
  } finally {
    await context.close();
  }
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PHONE = { viewport: { width: 360, height: 740 } };

describe('a reader with a phone', () => {
  test.each([
    ['id', 'hash cocok'],
    ['en', 'hash matches'],
  ])(
    'sees in %s, without JavaScript, in the first screen: how much, when, and the verdict',
    async (language, verdict) => {
      await open(`/${language}/`, { ...PHONE, javaScriptEnabled: false }, async (page) => {
        const heading = await page.locator('h1').innerText();
        const [whole = ''] = batch.revenue_sum.split('.');
        expect(heading.replaceAll(/[.,]/g, '')).toContain(whole);
        const mark = page.getByText(verdict).first();
        const box = await mark.boundingBox();
        expect(box?.y).toBeLessThan(740);
        expect(await page.locator('time').first().getAttribute('datetime')).toMatch(/^\d{4}-\d{2}-\d{2}/);
      });
    },
  );

  test.each(PAGES)('never scrolls %s sideways, at 360 and at 320 pixels', async (path) => {
    await open(path, PHONE, async (page) => {
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  });
});

describe('every kind of page', () => {
  test.each(PAGES)(
    '%s loads without an error, asks nobody else, and says that it is a demo',
    async (path) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const errors: string[] = [];
      const foreign: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on(
        'request',
        (request) => new URL(request.url()).origin !== origin && foreign.push(request.url()),
      );
      await page.goto(origin + path, { waitUntil: 'load' });
      expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
      const text = await page.locator('body').innerText();
      expect(text).toContain('DEMO – invented figures');
      expect(text).toContain('DATA CONTOH');
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
      await context.close();
    },
  );

  test.each(PAGES)('axe finds nothing on %s, light or dark', async (path) => {
    await open(path, PHONE, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        );
        expect({ colorScheme, found }).toEqual({ colorScheme, found: [] });
      }
    });
  });

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
