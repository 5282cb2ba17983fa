import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { PHONE, pagesIn, visit } from './pages.ts';

const { origin, contentRoot } = inject('site');
const PAGES = pagesIn(contentRoot);
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(PAGES)('%s never scrolls sideways, at 360 and at 320 pixels', async (path) => {
  await visit(browser, origin + path, PHONE, async (page) => {
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});

test.each(PAGES)('axe finds nothing on %s, light or dark', async (path) => {
  await visit(browser, origin + path, { ...PHONE, colorScheme: 'light' }, async (page) => {
    const light = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    // Only colours change with the scheme.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    const found = [...light.violations, ...dark.violations].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
    expect(found).toEqual([]);
  });
});
