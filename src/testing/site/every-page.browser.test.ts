import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { saysPresent } from './fresh-words.ts';
import { illegible } from './legible.ts';
import { PHONE, pagesIn } from './pages.ts';

const { origin, contentRoot } = inject('site');
const PAGES = pagesIn(contentRoot);
const AXE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'] satisfies 'violations'[],
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const A_DAY = 86_400_000;

/** What a page is like when its data is long past its time; reports and splits bear the dates that they are of. */
const isOfThePresent = (path: string) => !/\/(reports|split)\//.test(path);

/** Both languages are the same templates: each page is looked at in one scheme in English, in the other in Indonesian. */
const SCHEMES = { en: 'light', id: 'dark' } as const;
const schemeOf = (path: string) => (path.startsWith('/id/') ? SCHEMES.id : SCHEMES.en);

/** Cells that on a phone would stand beside the label of another column. */
function mislabelled(page: Page): Promise<string[]> {
  return page.locator('table.stack td[data-label]').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const { cellIndex, dataset } = cell as HTMLTableCellElement;
      const head = cell.closest('table')?.tHead?.rows[0]?.cells[cellIndex]?.textContent?.trim();
      return head === dataset.label ? [] : [`${dataset.label} below ${head}`];
    }),
  );
}

test.each(PAGES)(
  '%s loads without an error, asks nobody else, says that it is a demo; axe finds nothing; on a phone each cell bears the label of its column; fresh and past its time it is legible at 430, 360 and 320 pixels, and then says nothing of the present',
  async (path) => {
    const context = await browser.newContext({ ...PHONE, colorScheme: schemeOf(path) });
    try {
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

      // In one piece, there being no frames, and without an account of what is in order: three times as fast.
      const found = await new AxeBuilder({ page }).options(AXE).setLegacyMode().analyze();
      expect(
        found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
      expect(await mislabelled(page)).toEqual([]);
      for (const age of [0, A_DAY]) {
        await page.evaluate((passed) => {
          const now = Date.now;
          Date.now = () => now() + passed;
          dispatchEvent(new Event('pageshow'));
        }, age);
        for (const width of [430, 360, 320]) {
          await page.setViewportSize({ width, height: 740 });
          expect(await illegible(page), `${age === 0 ? 'fresh' : 'aged'}, at ${width} pixels`).toEqual([]);
        }
      }
      if (!isOfThePresent(path)) return;
      // What a routine came to last is a report, with its date.
      await page.evaluate(() => {
        for (const table of document.querySelectorAll<HTMLElement>('.routines')) table.hidden = true;
      });
      const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim());
      expect(lines.filter(saysPresent(path.startsWith('/id/') ? 'id' : 'en'))).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
