import { expect, test } from 'vitest';
import { notRestored } from '../../archive/restore-command.ts';
import { type ArchivedMonth, archivePackageSchema } from '../../reports/model/archive.ts';
import { published } from '../../testing/publication.ts';
import { cellsOf, pieceOf } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { archivePageOf } from './archive.ts';

const READ = '2026-11-01T00:10:00Z';
const SITE = new URL('https://terang.example');
const resource = (name: string, path: string) => ({
  name,
  path,
  titles: { en: 'Batches', id: 'Batch' },
  bytes: 1234,
  hash: `sha256:${'a'.repeat(64)}`,
  text_bytes: 5678,
  text_hash: `sha256:${'b'.repeat(64)}`,
  rows: 31,
});
const month = (pruned: boolean): ArchivedMonth => ({
  package: archivePackageSchema.parse({
    format: 'terang/archive/1',
    name: 'terang-tpc-2026-10',
    month: '2026-10',
    demo: false,
    observed_at: { metrics: READ, batches: READ, changelog: READ, 'status-days': null },
    totals: { month: {}, since_beginning: {}, batches: {} },
    resources: [
      resource('batches-csv', 'batches.csv.gz'),
      resource('samples-2026-10-01', 'samples-2026-10-01.jsonl.gz'),
    ],
  }),
  sha256: 'c'.repeat(64),
  pruned_at: pruned ? '2027-12-02T03:00:00Z' : null,
});
const pageOf = (archives: readonly ArchivedMonth[], language: 'en' | 'id' = 'en') =>
  archivePageOf(readerFor(language, '/base/'), published({}), archives, SITE, null);

test('TPC-17 a closed month shows each file with its size and checksum, at its public address', () => {
  const { headline, months, verify } = pageOf([month(false)], 'id');
  expect(headline).toBe('1 bulan yang telah ditutup tersimpan dalam arsip');
  expect(cellsOf(months[0]?.tables)).toEqual([
    { file: 'batches.csv.gz\nBatch', rows: '31', size: '1.234 bita', checksum: 'a'.repeat(64) },
  ]);
  expect(pieceOf(months[0]?.tables.rows[0]?.cells.file, 'link')?.href).toBe(
    '/base/releases/transparency-v1.0/archives/2026-10/batches.csv.gz',
  );
  expect(months[0]?.samples?.rows).toHaveLength(1);
  expect(verify?.whole).toBe(
    'npm run archive -- --verify https://terang.example/base/releases/transparency-v1.0/archives/2026-10/',
  );
});

test('a month that was pruned keeps its checksums and offers no file', () => {
  const { months, verify } = pageOf([month(true)]);
  expect(months[0]?.pruned).toMatch(/^Pruned on 2\u00A0December\u00A02027, after more than 12 months/);
  expect(months[0]?.links.map(({ text }) => text)).toContain('PRUNED.json');
  expect(pieceOf(months[0]?.tables.rows[0]?.cells.file, 'link')).toBeUndefined();
  expect(cellsOf(months[0]?.tables)[0]?.checksum).toBe('a'.repeat(64));
  expect(verify).toBeNull();
});

test('VOU-07 how the latest restore test ended is said with its time', () => {
  const tested = (result: 'passed' | 'failed') => {
    const test = { ...notRestored('2026-10', false, '2026-11-01T02:50:00Z'), result };
    const page = archivePageOf(readerFor('en', '/base/'), published({}), [month(false)], SITE, test);
    return JSON.stringify(page.tested);
  };
  expect(tested('passed')).toMatch(/passed .*2026-11-01T02:50:00Z/);
  expect(tested('failed')).toMatch(/failed /);
  expect(pageOf([month(false)]).tested).toEqual(['No restore test of an archive has been recorded yet.']);
});

test('before the first archive the page says that there is none', () => {
  expect(pageOf([])).toMatchObject({ headline: 'No month has been archived yet', months: [] });
});
