import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { utf8Bytes } from '../../log/wire.ts';
import { launchBrowser } from '../../testing/browser.ts';
import { startLogSite } from '../../testing/log-site.ts';
import { closedAddress, startPeer } from '../../testing/peer.ts';
import { POLICY, signedCheckpoint } from '../../testing/signed-log.ts';
import { PHONE } from '../../testing/site/pages.ts';
import { numbered, type TiledLog, tiledLog } from '../../testing/tiled-log.ts';

const { origin } = inject('site');
const ENTRIES = numbered(700);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(7, utf8Bytes('rewritten')));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A reader of a site whose log has 600 entries, and of the first mirror that it names: what is really at that address. */
async function readerOf(mirror: string): Promise<BrowserContext> {
  const reader = await browser.newContext(PHONE);
  onTestFinished(() => reader.close());
  const note = await signedCheckpoint(600n, await log.root(600n));
  await reader.route(`${origin}/log/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice('/log/'.length);
    const text = { checkpoint: note, policy: POLICY }[file];
    const bytes = text === undefined ? await log.read(file) : utf8Bytes(text);
    await (bytes === null ? route.fulfill({ status: 404 }) : route.fulfill({ body: Buffer.from(bytes) }));
  });
  const prefix = 'https://mirror-1.demo.invalid/log/';
  await reader.route(`${prefix}**`, async (route) => {
    const file = route.request().url().slice(prefix.length);
    const answer = await fetch(`${mirror}${file}`).catch(() => null);
    if (answer === null) return route.abort();
    const headers = { 'access-control-allow-origin': '*' };
    const body = Buffer.from(await answer.arrayBuffer());
    return route.fulfill({ status: answer.status, headers, body });
  });
  return reader;
}

async function mirrorOf(of: TiledLog, size: number): Promise<string> {
  const site = await startLogSite();
  await site.show(of, size);
  return `${site.url}/log/`;
}

async function saidOf(mirror: string, path = '/en/log/') {
  const page = await (await readerOf(mirror)).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(origin + path);
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
  await page.locator('[data-ask-mirrors] button').click();
  const row = page.locator('[data-mirror]').first();
  const said = row.locator('[data-answer]');
  await row.locator('[data-answer]:not(:empty)').waitFor();
  await page.locator('[data-ask-mirrors] button:not([disabled])').waitFor();
  return {
    said: (await said.innerText()).replaceAll('\u00A0', ' '),
    alarmed: (await said.getAttribute('class'))?.includes('alarm'),
    proof: (await row.locator('[data-both-notes]').textContent()) ?? '',
  };
}

describe('a reader’s browser asks a mirror, once the reader wants that', () => {
  test.each([
    ['the same', log, 600, /^Same as here: 600 entries, root /],
    ['a shorter one', log, 300, /^Behind, and a part of this history: its 300 entries .+ of the 600 here/],
    ['a longer one', log, 700, /^Ahead: the 600 entries here are the first of its 700/],
  ] as const)('%s', async (_, of, size, said) => {
    expect(await saidOf(await mirrorOf(of, size))).toEqual({
      said: expect.stringMatching(said),
      alarmed: false,
      proof: '',
    });
  });

  test.each([500, 600, 700])(
    'alarms where it has another history, of %i entries, and shows both checkpoints',
    async (size) => {
      const { said, alarmed, proof } = await saidOf(await mirrorOf(fork, size));
      expect([said.slice(0, 36), alarmed]).toEqual(['ALARM: it holds ANOTHER history, whi', true]);
      expect(said).toContain(`${size} entries with the root`);
      expect(proof).toContain('\n600\n');
      expect(proof).toContain(`\n${size}\n`);
    },
  );

  test('can not tell where it is silent, or answers with something else; in Indonesian too', async () => {
    const garbage = await startPeer((_, response) => void response.end('<html>Welcome</html>'));
    for (const [mirror, path, said] of [
      [`${await closedAddress()}/`, '/en/log/', 'Did not answer: can not tell.'],
      [`${garbage.url}/`, '/en/log/', 'Answered with what is no copy of this log (note): can not tell.'],
      [`${garbage.url}/`, '/id/log/', 'Jawabannya bukan salinan log ini (note): tidak dapat dipastikan.'],
    ] as const)
      expect(await saidOf(mirror, path)).toEqual({ said, alarmed: false, proof: '' });
  });
});

test('without a script the page says what was found when it was built, and a day later that it is not known', async () => {
  for (const [script, passed, said] of [
    [false, 0, /^When this site was built, .+Same as here: /],
    [true, 0, /^When this site was built, .+Same as here: /],
    [true, 25 * 3_600_000, /^Not known since .+; it was asked last/],
  ] as const) {
    const context = await browser.newContext({ javaScriptEnabled: script });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.clock.setFixedTime(Date.now() + passed);
    await page.goto(`${origin}/en/log/`);
    const [first, second, third] = await page.locator('[data-mirror]').allInnerTexts();
    expect(
      first
        ?.split('\n')
        .find((line) => /^(When|Not known)/.test(line))
        ?.replaceAll('\u00A0', ' '),
    ).toMatch(said);
    if (passed === 0)
      expect([second, third]).toEqual([
        expect.stringContaining('Behind, and a part of this history'),
        expect.stringContaining('Did not answer: can not tell.'),
      ]);
    expect(await page.locator('[data-ask-mirrors]').isVisible()).toBe(script);
  }
});
