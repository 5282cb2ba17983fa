import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { utf8Bytes } from '../../log/wire.ts';
import { launchBrowser } from '../../testing/browser.ts';
import { POLICY, signedCheckpoint } from '../../testing/signed-log.ts';
import { PHONE } from '../../testing/site/pages.ts';
import { numbered, type TiledLog, tiledLog } from '../../testing/tiled-log.ts';

const { origin } = inject('site');
const ENTRIES = numbered(2345);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(7, utf8Bytes('rewritten')));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A reader who comes again and again, to a site whose log becomes what a test wants. */
let reader: BrowserContext;
let asked: string[] = [];
let serve: (size: number, of?: TiledLog) => Promise<void>;
beforeEach(async () => {
  reader = await browser.newContext(PHONE);
  onTestFinished(() => reader.close());
  let note = '';
  let shown = log;
  asked = [];
  serve = async (size, of = log) => {
    shown = of;
    note = await signedCheckpoint(BigInt(size), await of.root(BigInt(size)));
  };
  await reader.route(`${origin}/log/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice('/log/'.length);
    asked.push(file);
    const text = { checkpoint: note, policy: POLICY }[file];
    const bytes = text === undefined ? await shown.read(file) : utf8Bytes(text);
    await (bytes === null ? route.fulfill({ status: 404 }) : route.fulfill({ body: Buffer.from(bytes) }));
  });
});

async function visit(path = '/en/log/'): Promise<{ page: Page; said: string; alarmed: boolean }> {
  const page = await reader.newPage();
  await page.goto(origin + path);
  await page.locator('[data-browser-witness][data-state]').waitFor();
  const notice = page.locator('[data-said]');
  const alarmed = (await notice.getAttribute('class'))?.includes('alarm') === true;
  return { page, said: (await notice.innerText()).replaceAll('\u00A0', ' '), alarmed };
}

describe('a reader’s browser', () => {
  test('remembers what it saw, and proves at the next visit, on either page, that it is still there', async () => {
    await serve(2000);
    const first = await visit();
    expect([first.said, first.alarmed]).toEqual([
      expect.stringContaining('2,000 entries, with a valid'),
      false,
    ]);
    await serve(2345);
    asked = [];
    const second = await visit('/id/transparency/verify/');
    expect(second.said).toMatch(
      /^Yang Anda lihat pada .+ WIB, 2\.000 entri, masih menjadi bagian riwayat ini/,
    );
    // The proof takes a few tiles, whatever the size of the log.
    expect(asked.filter((file) => file.startsWith('tile/')).length).toBeLessThan(8);
    expect((await visit()).said).toMatch(/^What you saw on .+ is this same history of 2,345 entries\.$/);
  });

  test('alarms when the history was rewritten and signed again, shows both checkpoints, and goes on alarming', async () => {
    await serve(2000);
    await visit();
    await serve(2345, fork);
    for (const path of ['/en/log/', '/en/transparency/verify/', '/en/log/']) {
      const { page, said, alarmed } = await visit(path);
      expect([said.slice(0, 22), alarmed]).toEqual(['ALARM: what you saw on', true]);
      await page.locator('[data-proof] summary').click();
      const shown = await page.locator('[data-notes]').innerText();
      expect(shown).toContain('\n2000\n');
      expect(shown).toContain('\n2345\n');
    }
  });

  test('alarms when entries were taken out, until the reader forgets what was seen', async () => {
    await serve(2345);
    await visit();
    await serve(2000);
    const { page, said, alarmed } = await visit();
    expect([said, alarmed]).toEqual([
      expect.stringMatching(/^ALARM: on .+ you saw 2,345 entries, now there are 2,000/),
      true,
    ]);
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.locator('[data-state=first]').waitFor();
    expect((await visit()).said).toContain('is this same history of 2,000');
  });

  test('says that it is not known when tiles are missing, and keeps what it saw', async () => {
    await serve(2000);
    await visit();
    await serve(2345, { ...log, read: async () => null });
    expect((await visit()).said).toContain('not known (a tile of the wrong length)');
    await serve(2345);
    expect((await visit()).said).toContain('is still part of this history');
  });

  test('without a script is told how it would be', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${origin}/en/log/`);
    expect(await page.locator('[data-said]').innerText()).toMatch(/^With JavaScript, this browser keeps/);
  });
});
