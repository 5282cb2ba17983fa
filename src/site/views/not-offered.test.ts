import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import { NOTHING_PUBLISHED } from '../../ledger/publication.ts';
import { checksumsFile, dataPackageFile } from '../../open-data/files.ts';
import { NO_REPORTS } from '../../reports/model/reports-publication.ts';
import { NO_STATUS } from '../../status/status-publication.ts';
import { hashedBatch, published } from '../../testing/publication.ts';
import { LISBON, readerFor } from '../../testing/site.ts';
import { notFoundPage, rootPage } from './bilingual-page.ts';
import { homeOf } from './home.ts';
import { previewImages } from './og/images.ts';
import { transparencyOf } from './transparency.ts';

describe('a site that shows its ledger alone', () => {
  const reader = readerFor('en', '/', LISBON.transparency);
  const publication = published({ batches: [hashedBatch()] });

  test('has neither status nor notes on its first page, nor in its navigation, and no component that is not known', () => {
    const home = homeOf(reader, publication, NO_STATUS, NO_NOTES);
    expect([home.overview, home.notes, home.more]).toEqual([null, null, []]);
    expect(home.ledger?.facts).toHaveLength(2);
    expect(home.shell.navigation.map(({ text }) => text)).toEqual([
      'Overview',
      'Transparency',
      'Verification',
    ]);
    expect(home.shell.title).toBe('Overview · Open Books');
    expect(home.shell.origins).toHaveLength(1);
    // What a page says once its time is over stands in it from the beginning.
    const said = JSON.stringify(home).replace(/not known: by the clock of this device/, '');
    expect(said).not.toMatch(/WIB|Terang|not known|incidents|status\//);
  });

  test('leads to no archive and no log that are not there', () => {
    const { data } = transparencyOf(reader, publication);
    expect(data.more.map(({ href }) => href)).toEqual(['/data/datapackage.json', '/data/SHA256SUMS']);
  });

  test('has no file of days and no preview of a state', () => {
    const sums = checksumsFile(LISBON.transparency, publication, NO_STATUS, NO_REPORTS).text;
    expect(sums).toContain('batches.json');
    expect(sums).not.toContain('status-days');
    expect(dataPackageFile(LISBON.transparency, publication, NO_STATUS, NO_REPORTS).text).toMatch(
      /"name": "open-books-casa-aberta",\n {2}"title": "Casa Aberta Transparency v1.0"/,
    );
    const images = previewImages(reader, publication, NO_STATUS, NO_NOTES).map(({ address }) => address);
    expect(images.filter((address) => !address.includes('/batches/'))).toEqual([]);
  });
});

describe('a site that shows its status alone', () => {
  const reader = readerFor('id', '/', LISBON.status);

  test('has no ledger on its first page, and says of none that it is not published yet', () => {
    const home = homeOf(reader, NOTHING_PUBLISHED, NO_STATUS, NO_NOTES);
    expect([home.ledger, home.notes]).toEqual([null, null]);
    expect(home.shell.navigation.map(({ text }) => text)).toEqual(['Ringkasan', 'Status']);
    expect(home.shell.description).toBe('Apakah sistem-sistem berjalan, dan per kapan.');
    expect(home.shell.origins).toHaveLength(1);
  });

  test('with a log has it in the place of how to verify a ledger', () => {
    const logged = readerFor('en', '/', { ...LISBON.status, sections: ['status', 'log'] });
    const { navigation } = homeOf(logged, NOTHING_PUBLISHED, NO_STATUS, NO_NOTES).shell;
    expect(navigation.at(-1)).toEqual({ href: '/en/log/', text: 'Log', current: false });
  });

  test('has no dataset in its checksums, and speaks of no batch where there is no page', () => {
    expect(checksumsFile(LISBON.status, NOTHING_PUBLISHED, NO_STATUS, NO_REPORTS).text.split('\n')).toEqual([
      expect.stringMatching(/ {2}datapackage\.json$/),
      expect.stringMatching(/ {2}status-days\.json$/),
      '',
    ]);
    const pages = [rootPage, notFoundPage].map((page) => page(LISBON.status, NOTHING_PUBLISHED, '/'));
    expect(pages.map(({ favicon, siteName }) => [favicon, siteName])).toEqual([
      [null, 'Open Books'],
      [null, 'Open Books'],
    ]);
    expect(JSON.stringify(pages)).not.toMatch(/batch|Terang\b(?!")|distribut/i);
  });
});

test('no zone, name or publisher is written by hand in what makes pages, files and words of them', () => {
  const SRC = path.resolve(import.meta.dirname, '../..');
  const ofPages =
    /^(site|pages|open-data|archive|words\/(?!(en|id)\/(author|commands|expectations|file-problem|findings|note-file)))/;
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|astro)$/.test(file) && !file.includes('.test.') && ofPages.test(file));
  const found = files.flatMap((file) => {
    const code = readFileSync(path.join(SRC, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, '');
    const said = code.replaceAll(/(Made with|Dibuat dengan) Terang/g, '');
    return [...said.matchAll(/Asia\/Jakarta|\bWIB\b|\bTerang\b|\bTPC\b/g)].map(
      ([word]) => `${file}: ${word}`,
    );
  });
  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
