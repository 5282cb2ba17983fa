import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { proveConsistency } from '../../log/merkle.ts';
import { formatPieces } from '../../log/proof-bundle.ts';
import { toBase64 } from '../../log/wire.ts';
import { anchoredSite, FORGED_BUNDLES } from '../anchored-site.ts';
import { launchBrowser } from '../browser.ts';
import { bundleOf, entriesOf, loggedSite } from '../logged-site.ts';
import { tiledLog } from '../tiled-log.ts';

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
    expect(lines.slice(0, 6).map((line) => line.split(':')[0])).toEqual(Array(6).fill('right'));
    // The log of this site is another one; a copy from a disk can not ask for any.
    const why = scheme === 'http' ? 'they are of different logs' : 'this page was opened from a disk';
    expect(lines.slice(6)).toEqual([expect.stringMatching(new RegExp(`^not known: .+: ${why}`))]);
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
      expect.stringMatching(/^not known: this checkpoint is part of the history that the site serves now: /),
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
    expect(await page.locator('.judged li.wrong').count()).toBe(0);
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

describe('a checkpoint that a reader kept', () => {
  const GREW = 'the checkpoints are of one history';
  let old: string;
  let present: string;
  beforeAll(async () => {
    const { files } = await loggedSite();
    const proof = JSON.parse(bundle).proven[0].proof as string;
    old = proof.slice(proof.indexOf('\n\n') + 2);
    present = Buffer.from(files.get('log/checkpoint') ?? []).toString();
  });

  /** The page of a site whose log is now that of so many batches. */
  async function openWith(batches: number | undefined, language = 'en'): Promise<Page> {
    const page = await browser.newPage();
    const { files } = await loggedSite(batches);
    await page.route(`${origin}/log/**`, async (route) => {
      const bytes = files.get(new URL(route.request().url()).pathname.slice(1));
      await (bytes === undefined
        ? route.fulfill({ status: 404 })
        : route.fulfill({ body: Buffer.from(bytes) }));
    });
    await page.goto(`${origin}/${language}/${PAGE}`);
    return page;
  }

  test('is held against the log that the site serves now: part of its history, or not, or not known', async () => {
    const here = await openWith(undefined);
    for (const kept of [old, `${old}\n${present}`, bundle])
      expect(await said(here, kept, policy)).toContain(
        'right: this checkpoint is part of the history that the site serves now',
      );
    await here.close();
    const elsewhere = await openWith(9, 'id');
    expect(await said(elsewhere, old, policy)).toContainEqual(
      expect.stringMatching(/^SALAH: checkpoint ini adalah bagian dari riwayat yang kini disajikan situs/),
    );
    await elsewhere.close();
  });

  test('and another one, from a disk: not known without a proof between them, right with it', async () => {
    const page = await browser.newPage();
    await page.goto(await savedCopy('en'));
    expect(await said(page, `${old}\n${present}`, policy)).toContainEqual(
      expect.stringMatching(new RegExp(`^not known: ${GREW}.+no proof leads from one to the other`)),
    );
    const { hashes } = tiledLog(entriesOf((await loggedSite()).files));
    const [before, now] = [old, present].map((note) => BigInt(note.split('\n')[1] ?? '')) as [bigint, bigint];
    const proof = (await proveConsistency(before, now, hashes(now))).map(toBase64);
    const files = [old, [`old ${before}`, ...proof, '', present].join('\n')].map((text, at) => ({
      name: `checkpoint-${at}`,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    }));
    await page.locator('#tool-what').fill('');
    await page.locator('#tool-files').setInputFiles(files);
    await page.locator('.judged li.right', { hasText: GREW }).waitFor();
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
