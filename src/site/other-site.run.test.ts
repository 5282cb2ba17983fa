import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildSite } from '../demo/build.ts';
import { createCheckedRepository, runChecks } from '../testing/checked-repository.ts';
import { readTree } from '../testing/content.ts';
import { startPeer } from '../testing/peer.ts';
import { siteText } from '../testing/site.ts';

// A whole build, though a small one.
vi.setConfig({ testTimeout: 300_000 });

const LOGO = '<svg viewBox="0 0 8 8"><path class="logo-ink" d="M0 0h8v8z"/></svg>';

test('a team in Lisbon that shows its status alone has its own name, time and colours, and nothing of what it does not offer', async () => {
  const clone = await createCheckedRepository({
    'content/written/site.yaml': siteText({
      name: { en: 'Open Books', id: 'Buku Terbuka' },
      publisher: { en: 'Casa Aberta', id: 'Casa Aberta' },
      purpose: { en: 'Whether our shop is open.', id: 'Apakah toko kami buka.' },
      contact: 'mailto:us@casa.example',
      time: { first: 'Europe/Lisbon' },
      accent: { light: '#7a1f5c', dark: '#f0a6d4' },
      logo: 'logo.svg',
      sections: ['status'],
    }),
    'content/written/logo.svg': LOGO,
  });
  const peer = await startPeer((_, response) => response.end('well'));
  await runChecks(clone, peer.url, new Date().toISOString());
  // Below the project: what is built for the server finds its packages from there.
  const outDir = path.join('.terang', 'test-other-site');
  await rm(outDir, { recursive: true, force: true });
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  await buildSite({ contentRoot: clone.contentRoot, outDir, siteUrl: 'https://casa.example' });
  const files = await readTree(path.join(outDir, 'client'));
  const names = [...files.keys()].filter((name) => !name.startsWith('_astro/')).toSorted();
  expect(names).toEqual(
    [
      ...['.nojekyll', '404.html', '_headers', 'index.html'],
      ...['json', 'svg'].flatMap((form) => [`badges/sample.${form}`, `badges/sample/api.${form}`]),
      ...['SHA256SUMS', 'datapackage.json', 'status-days.csv', 'status-days.json'].map(
        (name) => `data/${name}`,
      ),
      ...['en', 'id'].flatMap((language) => [
        ...['', 'status/', 'status/sample/'].map((page) => `${language}/${page}index.html`),
        ...['home', 'status/sample'].map((page) => `og/${language}/${page}.png`),
      ]),
    ].toSorted(),
  );
  const texts = await Promise.all(
    [...files.keys()]
      .filter((name) => /\.(html|json|svg|csv)$/.test(name) && name !== '_headers')
      .map(async (name) => [name, await readFile(path.join(outDir, 'client', name), 'utf8')] as const),
  );
  for (const [name, text] of texts) {
    const told = text.replaceAll(/Made with Terang|Dibuat dengan Terang/g, '');
    expect(told.match(/WIB|Terang|TPC|profit|ROI|distribut|batch/gi) ?? [], name).toEqual([]);
  }
  const home = new Map(texts).get('en/index.html') ?? '';
  expect(home).toMatch(/\d\d:\d\d WES?T/);
  expect(home).toContain('Open Books is published by Casa Aberta. Whether our shop is open.');
  expect(home).toContain('href="mailto:us@casa.example"');
  expect(home).toContain('class="logo-ink"');
  expect(home).not.toContain('rel="icon"');
  const css = [...files].filter(([name]) => name.endsWith('.css')).map(([, bytes]) => String(bytes));
  expect(css.some((text) => text.includes('#7a1f5c') && text.includes('#f0a6d4'))).toBe(true);
});
