import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Judged } from '../../verifier/statement.ts';
import { launchBrowser } from '../browser.ts';
import { latestBatch } from './content.ts';

const { origin, dist, contentRoot } = inject('site');
const batch = latestBatch(contentRoot);
const PAGE = `transparency/batches/${batch.id}/`;

let browser: Browser;
let scratch: string;
beforeAll(async () => {
  browser = await launchBrowser();
  scratch = await mkdtemp(path.join(tmpdir(), 'terang-certificate-'));
  await writeFile(path.join(scratch, 'policy'), await (await fetch(`${origin}/log/policy`)).text());
});
afterAll(async () => {
  await browser.close();
  await rm(scratch, { recursive: true });
});

/** What the site's own verifier says of something, by the policy that was fetched before. */
function verified(what: string): Promise<{ readonly code: number; readonly judged: readonly Judged[] }> {
  const file = path.resolve(dist, 'client', 'verify.mjs');
  const args = [file, what, '--policy', 'policy', '--json'];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: scratch, maxBuffer: 1e8 }, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), judged: JSON.parse(stdout) }),
    );
  });
}

/** A picture's pixels, red, green, blue and alpha each, as the browser itself reads them. */
async function pixelsOf(page: Page, png: Buffer): Promise<{ data: Uint8ClampedArray; side: number }> {
  const { numbers, side } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { numbers: Array.from(pixels), side: image.width };
  }, png.toString('base64'));
  return { data: Uint8ClampedArray.from(numbers), side };
}

test('the demo, over HTTP and as a folder, is right in every statement but the word of others and the day that is not over', async () => {
  for (const place of [origin, path.resolve(dist, 'client')]) {
    const { code, judged } = await verified(place);
    const others = judged.filter(({ verdict }) => verdict !== 'right');
    expect(others.map(({ statement, verdict, because }) => [statement, verdict, because?.reason])).toEqual([
      ['days', 'unknown', 'open-day'],
      ['landed', 'unknown', 'word'],
    ]);
    expect(judged.find(({ statement }) => statement === 'evidence')?.counted).toBeGreaterThanOrEqual(3);
    expect(code).toBe(0);
  }
});

test('TPC-09 bundles of the demo hold the transactions of their batches: who signed what, and one memo with a word more', async () => {
  const { data } = await (await fetch(`${origin}/data/batches.json`)).json();
  const states = { verified: ['wire', 'memo', 'treasury'], mismatch: ['wire', 'treasury'] };
  for (const [state, right] of Object.entries(states)) {
    const { id } = data.find((row: Record<string, string>) => row.onchain_state === state);
    const page = await (await fetch(`${origin}/en/transparency/batches/${id}/`)).text();
    const [, index] = /#proof=(\d+)/.exec(page) ?? [];
    await writeFile(
      path.join(scratch, 'bundle.json'),
      await (await fetch(`${origin}/log/proof/${index}.json`)).text(),
    );
    const { judged } = await verified('bundle.json');
    const found = judged.filter(({ statement }) => ['wire', 'memo', 'treasury'].includes(statement));
    expect(found.filter(({ verdict }) => verdict === 'right').map(({ statement }) => statement)).toEqual(
      right,
    );
    if (state === 'mismatch')
      expect(judged.filter(({ verdict }) => verdict === 'wrong')).toMatchObject([
        { statement: 'memo', faults: ['other-text'] },
      ]);
  }
});

test('TPC-01 the code on the page of a batch, read from its picture, verifies without the site', async () => {
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(`${origin}/en/${PAGE}`);
  const picture = page.locator('#certificate img');
  await picture.scrollIntoViewIfNeeded();
  const { data, side } = await pixelsOf(page, await picture.screenshot());
  const text = jsQR(data, side, data.length / 4 / side)?.data ?? '';
  expect(text).toContain(batch.id);
  await writeFile(path.join(scratch, 'code.txt'), text);
  const { code, judged } = await verified('code.txt');
  expect(judged.map(({ statement, verdict }) => `${statement} ${verdict}`)).toEqual([
    ...['figures right', 'record right', 'inclusion right', 'signature right'],
    ...['cosignatures right', 'key right'],
  ]);
  expect(code).toBe(0);
  await context.close();
});

test('from the page of a batch one tap leads to its proof, verified in the browser', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/id/${PAGE}`);
  await page.locator('#log a[href*="#proof="]').click();
  await page.locator('.judged li').nth(5).waitFor();
  const lines = await page.locator('.judged li').allInnerTexts();
  expect(lines).toContain('benar: entri ada di log checkpoint ini');
  expect(lines.filter((line) => line.startsWith('SALAH'))).toEqual([]);
  await page.close();
});

test.each(['en', 'id'])('the certificate alone is printed on one A4 page (%s)', async (language) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/${language}/${PAGE}`);
  await page.locator('.one-page').click();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await context.close();
});
