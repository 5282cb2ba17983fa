import pLimit from 'p-limit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';

/** What a page leads to: addresses in attributes, resolved against the page itself, and the ids it has. */
interface Parsed {
  links: string[];
  ids: string[];
}

/** Parses HTML in a real browser's parser, without running or loading anything of it. */
function parse(page: Page, html: string, url: string): Promise<Parsed> {
  return page.evaluate(
    ([text, base]) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const found = [...parsed.querySelectorAll('[href], [src]')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      );
      return {
        links: found.map((link) => new URL(link, base).href),
        ids: [...parsed.querySelectorAll('[id]')].map((element) => element.id),
      };
    },
    [html, url] as const,
  );
}

/** What the verify page is told of the proof that it is to load. */
const PROOF = 'proof=';
const withoutPlace = (url: string) => url.split('#', 1).join();
/** While the browser parses one page, the server sends others. */
const limited = pLimit(8);

describe.each(['site', 'siteUnderBase'] as const)('every link of the %s', (which) => {
  const { origin, base } = inject(which);
  let browser: Browser;
  const visited = new Map<string, { status: number; ids: Set<string> }>();
  const linkedFrom = new Map<string, string>();
  const elsewhere = new Set<string>();

  beforeAll(async () => {
    browser = await launchBrowser();
    const page = await browser.newPage();
    const visit = async (address: string): Promise<string[]> => {
      const response = await fetch(address, { redirect: 'manual' });
      const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
      const { links, ids } = isPage
        ? await parse(page, await response.text(), address)
        : { links: [], ids: [] };
      if (!isPage) await response.body?.cancel();
      visited.set(address, { status: response.status, ids: new Set(ids) });
      return links.flatMap((link) => {
        if (linkedFrom.has(link)) return [];
        linkedFrom.set(link, address);
        // A picture that stands in the page itself.
        if (link.startsWith('data:image/')) return [];
        // What a page names by its public address (canonical, twins) is served here from another origin.
        const local = link.replace('https://terang.example', origin);
        if (new URL(local).origin === origin) return [withoutPlace(local)];
        elsewhere.add(link);
        return [];
      });
    };
    const seen = new Set([`${origin}${base}en/`, `${origin}${base}id/`]);
    for (let next = [...seen]; next.length > 0; ) {
      const found = await Promise.all(next.map((address) => limited(() => visit(address))));
      next = [...new Set(found.flat())].filter((address) => !seen.has(address));
      for (const address of next) seen.add(address);
    }
  });
  afterAll(() => browser.close());

  test('resolves: no page, file, style or picture is missing', () => {
    const broken = [...visited]
      .filter(
        ([address, { status }]) => status !== 200 && !(status === 302 && address === `${origin}${base}`),
      )
      .map(([address, { status }]) => `${status} ${address} (linked from ${linkedFrom.get(address)})`);
    expect(broken).toEqual([]);
    expect(visited.size).toBeGreaterThan(600);
  });

  test('stays below the base path', () => {
    const outside = [...visited.keys()].filter((address) => !new URL(address).pathname.startsWith(base));
    expect(outside).toEqual([]);
  });

  test('that names a place on a page finds it there', () => {
    const missing = [...linkedFrom].filter(([link]) => {
      const [address = '', place = ''] = link.replace('https://terang.example', origin).split('#');
      if (place.startsWith(PROOF)) return false;
      return place !== '' && visited.get(address)?.ids.has(decodeURIComponent(place)) === false;
    });
    expect(missing).toEqual([]);
  });

  test('that hands a proof to the verify page names one that is there', () => {
    const named = [...linkedFrom.keys()].flatMap((link) => new URL(link).hash.split(PROOF)[1] ?? []);
    const files = named.map((index) => `${origin}${base}log/proof/${index}.json`);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => visited.get(file)?.status !== 200)).toEqual([]);
  });

  test('that leaves the site leads to the block explorer (TPC-02) or to a mirror of the log, and nowhere else', () => {
    const named = /^https:\/\/(solscan\.io|mirror-\d\.demo\.invalid\/log)\//;
    expect([...elsewhere].filter((link) => !named.test(link))).toEqual([]);
    expect([...elsewhere].filter((link) => link.startsWith('https://solscan.io/')).length).toBeGreaterThan(0);
  });
});
