import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { listText } from '../../ledger/lookup.ts';
import { launchBrowser } from '../../testing/browser.ts';
import { readRows } from '../../testing/site/content.ts';

const { origin, dist, contentRoot } = inject('site');
const ids = inject('transactions');
const folder = path.join(dist, 'client', 'paid');
const lists = readRows(contentRoot, 'lookup');
const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
const listOf = (id: string) =>
  lists.find(({ hashes }) => listText(hashes).includes(`${hashOf(id).slice(0, 24)}\n`));

const [paid = ''] = ids;
const unpaid = ids.findLast((id) => listOf(id) === undefined) ?? '';
const batch = listOf(paid)?.batch_id ?? '';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(language: string, width = 1200, base = origin): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  onTestFinished(() => page.close());
  await page.goto(`${base}/${language}/transparency/paid/`);
  return page;
}

/** What the page answers, once it has. */
async function asked(page: Page, id: string): Promise<string> {
  await page.locator('#paid-id').fill(id);
  await page.locator('[data-paid] button[type=submit]').click();
  await page.locator('[data-paid][data-state]').waitFor();
  return page.locator('[data-answer]').innerText();
}

describe.each([
  ['en', 'Listed: the platform states', 'Not listed in anything', 'Can not tell: that is not an id'],
  [
    'id',
    'Tercantum: platform menyatakan',
    'Tidak tercantum dalam apa pun',
    'Tidak dapat dipastikan: ini bukan id',
  ],
])('was I paid, asked in %s', (language, yes, no, none) => {
  test.each([360, 1200])(
    'at %i pixels: a paid id is listed with its batch and its proof, another is not',
    async (width) => {
      const page = await open(language, width);
      expect(await asked(page, paid.toUpperCase())).toContain(yes);
      const links = page.locator('[data-links] a');
      expect(
        await links.evaluateAll((all) =>
          all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        ),
      ).toEqual([
        `/${language}/transparency/batches/${batch}/`,
        `/paid/lists/${batch}.txt`,
        expect.stringMatching(/^\/log\/proof\/\d+\.json$/),
      ]);
      for (const address of await links.evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).href),
      ))
        expect((await fetch(address)).status, address).toBe(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const fresh = await open(language, width);
      expect(await asked(fresh, unpaid)).toContain(no);
      expect(await fresh.locator('[data-ways]').isVisible()).toBe(false);
      expect(await asked(await open(language, width), 'order 17')).toContain(none);
    },
  );

  test('the proof is checked in the browser: list, record, entry, signature', async () => {
    const page = await open(language);
    await asked(page, paid);
    await page.locator('[data-check]').click();
    await page.locator('[data-checked] li').nth(5).waitFor();
    // Whose keys they are, and a witness that nobody asked for, stay open on the site's own word.
    expect(await page.locator('[data-checked] li.wrong').count()).toBe(0);
    expect(await page.locator('[data-checked] li.right').count()).toBeGreaterThanOrEqual(5);
  });
});

test('two digits of the hash are all that the host is asked', async () => {
  const page = await open('en');
  const requests: string[] = [];
  page.on('request', (request) =>
    requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );
  await asked(page, paid);
  expect(requests).toEqual([`GET ${origin}/paid/${hashOf(paid).slice(0, 2)}.txt `]);
  expect(page.url()).not.toContain(paid);
});

test('nothing is said of a list that does not load, or is cut off, or is no longer vouched for', async () => {
  const spoil = async (answer: (text: string) => string | null) => {
    const page = await open('en');
    await page.route('**/paid/*.txt', async (route) => {
      const response = await route.fetch();
      const text = answer(await response.text());
      return text === null ? route.abort() : route.fulfill({ response, body: text });
    });
    return asked(page, unpaid);
  };
  expect(await spoil(() => null)).toBe('Can not tell: the list did not load. Try again later.');
  expect(await spoil((text) => text.slice(0, -100))).toContain('is not the whole list');
  expect(await spoil(() => '<h1>Log in to the network</h1>')).toContain('is not the whole list');
  const past = (text: string) => text.split('\n').with(3, '2026-01-01T00:00:00Z').join('\n');
  expect(await spoil(past)).toContain('nobody vouches that the lists are complete');
});

test('a list that is another than the log holds is called wrong', async () => {
  const page = await open('en');
  await page.route('**/paid/lists/*.txt', async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: `${await response.text()}${'f'.repeat(24)}\n` });
  });
  await asked(page, paid);
  await page.locator('[data-check]').click();
  await page.locator('[data-checked] li.wrong').first().waitFor();
  expect(await page.locator('[data-checked] li.wrong').allInnerTexts()).toEqual([
    'WRONG: the list has the hash that its record in the log names',
  ]);
});

test('256 files of one size hold each paid transaction, and every list is the one that its record is of', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(files.length).toBe(256);
  expect(new Set(files.map((name) => statSync(path.join(folder, name)).size)).size).toBe(1);
  for (const { batch_id, hashes_sha256 } of lists)
    expect(hashOf(readFileSync(path.join(folder, 'lists', `${batch_id}.txt`), 'utf8'))).toBe(hashes_sha256);
  expect(readFileSync(path.join(folder, '00.txt'), 'utf8')).toContain('DEMO – invented figures');
});

describe('without JavaScript', () => {
  /** The commands that the page shows, run with the tools they name against the site that serves it. */
  async function ran(id: string) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/en/transparency/paid/`);
    expect(await page.locator('[data-paid-off]').isVisible()).toBe(true);
    expect(await page.locator('[data-paid]').isVisible()).toBe(false);
    const commands = await page.locator('#tools pre').allInnerTexts();
    await context.close();
    const cwd = await mkdtemp(path.join(tmpdir(), 'terang-paid-'));
    onTestFinished(() => rm(cwd, { recursive: true }));
    const [first = '', second = ''] = commands.map((text) =>
      text.replaceAll('https://terang.example', origin),
    );
    const lookUp = first.replace(/^id=.*$/m, `id=${id}`);
    const run = (text: string) => promisify(execFile)('sh', ['-c', text], { cwd });
    return { lookUp: await run(lookUp), list: () => run(`${lookUp}\n${second}`) };
  }

  test('the commands of the page find a paid id, its list and the hash of its record', async () => {
    const { lookUp, list } = await ran(paid.toUpperCase());
    expect(lookUp.stdout).toMatch(new RegExp(`^${hashOf(paid).slice(0, 24)} ${batch} `));
    const { stdout } = await list();
    const row = listOf(paid);
    expect(stdout.trim().split('\n').slice(1)).toEqual([
      row?.tx_listed,
      hashOf(paid).slice(0, 24),
      `${row?.hashes_sha256}  list.txt`,
    ]);
  });

  test('of an id that is not listed they say up to when', async () => {
    expect((await ran(unpaid)).lookUp.stdout).toMatch(/^not listed up to \d{4}-\d{2}-\d{2}T[\d:.]+Z\n$/);
  });

  test("Python's hashlib names the same file and the same line", async () => {
    const program = 'import hashlib, sys; print(hashlib.sha256(sys.argv[1].encode()).hexdigest()[:24])';
    const { stdout } = await promisify(execFile)('python3', ['-c', program, paid]);
    const hash = stdout.trim();
    expect(readFileSync(path.join(folder, `${hash.slice(0, 2)}.txt`), 'utf8')).toContain(
      `\n${hash} ${batch} `,
    );
  });
});
