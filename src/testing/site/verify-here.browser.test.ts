import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { formatPieces } from '../../log/proof-bundle.ts';
import { anchoredSite, FORGED_BUNDLES } from '../anchored-site.ts';
import { launchBrowser } from '../browser.ts';
import { bundleOf, loggedSite } from '../logged-site.ts';

const { origin, dist } = inject('site');
const PAGE = 'transparency/verify/';

let browser: Browser;
let scratch: string;
let bundle: string;
let anchored: string;
let policy: string;
let row: string;
beforeAll(async () => {
  browser = await launchBrowser();
  scratch = await mkdtemp(path.join(tmpdir(), 'terang-saved-'));
  const site = await loggedSite();
  policy = site.policy;
  bundle = bundleOf(site.files, 0);
  ({ bundle: anchored } = await anchoredSite());
  row = JSON.stringify(JSON.parse(Buffer.from(site.files.get('data/batches.json') ?? []).toString()).data[0]);
});
afterAll(async () => {
  await browser.close();
  await rm(scratch, { recursive: true });
});

/** A copy of the page in a folder that has nothing else. */
async function savedCopy(language: string): Promise<string> {
  const copy = path.join(scratch, `${language}.html`);
  await copyFile(path.join(dist, 'client', language, PAGE, 'index.html'), copy);
  return pathToFileURL(copy).href;
}

/** What the page says of a text, once it has said all of it. */
async function said(page: Page, text: string, brought: string | null): Promise<string[]> {
  await page.locator('#tool-what').fill(text);
  if (brought !== null) await page.locator('#tool-policy').fill(brought);
  await page.locator('.tool button').click();
  await page.locator('.judged li').first().waitFor();
  return page.locator('.judged li').allInnerTexts();
}

describe.each(['http', 'file'])('the verify page over %s', (scheme) => {
  const open = async (language: string) => {
    const page = await browser.newPage();
    await page.goto(scheme === 'http' ? `${origin}/${language}/${PAGE}` : await savedCopy(language));
    return page;
  };

  test('verifies a proof bundle by a policy that the reader brings, and sends nothing', async () => {
    const page = await open('en');
    const asked: string[] = [];
    // The page is a witness too, and asks for the log by itself: for what everyone is given.
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      const isOfTheLog = request.method() === 'GET' && pathname.includes('/log/') && search === '';
      if (!isOfTheLog) asked.push(request.url());
    });
    const lines = await said(page, bundle, policy);
    expect(lines.map((line) => line.split(':')[0])).toEqual(Array(6).fill('right'));
    expect(lines).toContain('right: the entry is in the log of this checkpoint');
    expect(asked).toEqual([]);
    await page.close();
  });

  test('says of an altered figure, a forged signature and another log that they are wrong, in Indonesian', async () => {
    const page = await open('id');
    const figure = await said(page, bundle.replace('600.000000', '600.000001'), policy);
    expect(figure.filter((line) => line.startsWith('SALAH: rekaman memiliki hash'))).toHaveLength(1);
    const forged = await said(page, bundle.replace(/(— log\.example\/demo \S{40})./, '$1/'), policy);
    expect(forged.filter((line) => line.startsWith('SALAH: log menandatangani'))).toHaveLength(1);
    await page.close();
  });

  test('TPC-09 reads the transaction of a batch, and names what somebody falsified', async () => {
    const page = await open('en');
    const whole = await said(page, anchored, policy);
    expect(whole.filter((line) => !line.startsWith('right: '))).toEqual([
      expect.stringMatching(/^not known: it is in a block of the main network.*slot 396000000/),
    ]);
    expect(whole).toContain('right: a wallet that was listed as the treasury’s then signed the transaction');
    for (const { forged, said: expected } of Object.values(FORGED_BUNDLES)) {
      const [, verdict = '', named = ''] = /^\S+ (\S+) (.*)$/.exec(expected) ?? [];
      const lines = await said(page, forged(anchored), policy);
      if (verdict === 'wrong') expect(lines.join('\n')).toMatch(new RegExp(`^WRONG: .*\n${named}`, 'm'));
      else expect(lines.join('\n')).toMatch(/^not known: .* (not at hand)$/m);
    }
    await page.close();
  });

  test('takes the text of a QR code, a row, and a file; whose keys they are stays open', async () => {
    const page = await open('en');
    const pieces = formatPieces(JSON.parse(bundle).proven[0]);
    expect(await said(page, pieces, null)).toContainEqual(expect.stringMatching(/^(not known|WRONG): /));
    expect(await said(page, row, null)).toEqual(['right: the figures make the batch hash']);
    await page.locator('#tool-policy').fill(policy);
    const file = { name: 'proof.json', mimeType: 'application/json', buffer: Buffer.from(bundle) };
    await page.locator('#tool-files').setInputFiles(file);
    await page.locator('.judged li').nth(5).waitFor();
    expect(await page.locator('.judged li.right').count()).toBe(6);
    await page.close();
  });

  test('names what it can not read', async () => {
    const page = await open('en');
    expect(await said(page, 'hello there', null)).toEqual([
      'None of these can be read here: hello there is no JSON',
    ]);
    await page.close();
  });
});

test('without JavaScript says what does the same, and shows no form that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/en/${PAGE}`);
  expect(await page.locator('[data-tool-off]').isVisible()).toBe(true);
  expect(await page.locator('[data-tool]').isVisible()).toBe(false);
  expect(await page.locator('#file').innerText()).toContain('node verify.mjs');
  await context.close();
});
