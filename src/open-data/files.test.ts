import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NO_ANCHORS } from '../chain/anchor-book.ts';
import { parseLines } from '../core/canonical.ts';
import { NO_REPORTS } from '../reports/model/reports-publication.ts';
import { dataList } from '../site/views/data-list.ts';
import { verifyPageOf } from '../site/views/verify.ts';
import { NO_STATUS } from '../status/status-publication.ts';
import { hashedBatch, NOTHING_PUBLISHED, published } from '../testing/publication.ts';
import { reportedOf, reportOn } from '../testing/published-reports.ts';
import { pieceOf } from '../testing/reading.ts';
import { readerFor, SITE } from '../testing/site.ts';
import { OPEN_DATASETS } from '../words/paths.ts';
import { checksumsFile, csvDatasets, csvFile, dataPackageFile, jsonFile, recordFiles } from './files.ts';
import { reportLines } from './report-lines.ts';
import { reportResultsCsv } from './report-results.ts';
import { statusDaysJson } from './status-days.ts';

const demo = published({ batches: [hashedBatch()] }, { demo: true });
const real = published({ batches: [hashedBatch()] });
const packageOf = (publication: typeof demo) =>
  JSON.parse(dataPackageFile(SITE, publication, NO_STATUS, NO_REPORTS).text);

describe('TPC-06 files of open data', () => {
  test('SHA256SUMS holds every file, of exactly the bytes that are served', () => {
    const lines = checksumsFile(SITE, real, NO_STATUS, NO_REPORTS).text.trimEnd().split('\n');
    const files = [
      ...csvDatasets(real).map((dataset) => csvFile(real, dataset)),
      ...OPEN_DATASETS.map((dataset) => jsonFile(SITE, real, dataset)),
      dataPackageFile(SITE, real, NO_STATUS, NO_REPORTS),
      statusDaysJson(SITE, NO_STATUS),
    ];
    const expected = files.map(
      ({ name, text }) => `${createHash('sha256').update(text, 'utf8').digest('hex')}  ${name}`,
    );
    expect(lines.toSorted()).toEqual(expected.toSorted());
  });

  test('the data package documents every column of every file in both languages', () => {
    const { resources } = packageOf(real);
    expect(resources.map((resource: { name: string }) => resource.name)).toEqual([...OPEN_DATASETS]);
    for (const { name, schema } of resources) {
      const header = csvFile(real, name).text.split('\r\n')[0];
      expect(schema.fields.map((column: { name: string }) => column.name).join(',')).toBe(header);
      for (const { descriptions } of schema.fields) expect(descriptions.en).not.toBe(descriptions.id);
    }
  });

  test('the results of reports are in the checksums and the data package, each column in both languages', () => {
    const reported = reportedOf([reportOn('2026-01-26')]);
    const csv = reportResultsCsv(reported);
    const digest = createHash('sha256')
      .update(csv?.text ?? '')
      .digest('hex');
    expect(checksumsFile(SITE, real, NO_STATUS, reported).text).toContain(`${digest}  report-results.csv\n`);
    const { resources } = JSON.parse(dataPackageFile(SITE, real, NO_STATUS, reported).text);
    const { schema, hash } = resources.find(({ name }: { name: string }) => name === 'report-results');
    expect(hash).toBe(`sha256:${digest}`);
    expect(schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(
      csv?.text.split('\r\n')[0],
    );
    for (const { descriptions } of schema.fields) expect(descriptions.en).not.toBe(descriptions.id);
  });

  test('TPC-18 each report stands whole in the file of its month, in the checksums and the data package', () => {
    const reported = reportedOf([reportOn('2026-02-01'), reportOn('2026-01-26'), reportOn('2026-01-25')]);
    const files = reportLines(reported);
    expect(files.map(({ name }) => name)).toEqual(['reports-2026-01.jsonl', 'reports-2026-02.jsonl']);
    const [january] = files;
    expect(parseLines(january?.text ?? '')).toEqual([reportOn('2026-01-25'), reportOn('2026-01-26')]);
    const digest = createHash('sha256')
      .update(january?.text ?? '')
      .digest('hex');
    expect(checksumsFile(SITE, real, NO_STATUS, reported).text).toContain(
      `${digest}  reports-2026-01.jsonl\n`,
    );
    const { resources } = JSON.parse(dataPackageFile(SITE, real, NO_STATUS, reported).text);
    expect(resources).toContainEqual(
      expect.objectContaining({ path: 'reports-2026-01.jsonl', hash: `sha256:${digest}`, rows: 2 }),
    );
  });

  test('TPC-03 no private column in any file', () => {
    const all = [
      checksumsFile(SITE, real, NO_STATUS, NO_REPORTS),
      dataPackageFile(SITE, real, NO_STATUS, NO_REPORTS),
      ...OPEN_DATASETS.flatMap((name) => [csvFile(real, name), jsonFile(SITE, real, name)]),
    ];
    for (const { text } of all) expect(text).not.toMatch(/admin_id|created_by|changed_by|user_id/);
  });

  test('the published record is served as its entries stand, in every list of files', () => {
    const entry = {
      kind: 'first',
      dataset: 'batches',
      id: 'b',
      seen_at: '2026-01-26T07:05:00Z',
      value: { tx_count: '4', note: 'a'.repeat(64) },
    } as const;
    const sealed = { digest: 'a'.repeat(64), salt: 'b'.repeat(32), text: '=x' };
    const gone = { kind: 'gone', dataset: 'batches', id: 'b', seen_at: '2026-01-26T07:20:00Z' } as const;
    const words = new Map([[sealed.digest, sealed]]);
    const site = { ...demo, entries: [entry, gone], words };
    const files = recordFiles(site);
    expect(files.map(({ name }) => name)).toEqual(['record.jsonl', 'words.jsonl']);
    expect(parseLines(files[0]?.text ?? '')).toEqual([entry, gone]);
    expect(parseLines(files[1]?.text ?? '')).toEqual([sealed]);
    for (const { name } of files)
      expect(checksumsFile(SITE, site, NO_STATUS, NO_REPORTS).text).toContain(`  ${name}\n`);
    expect(packageOf(site).resources.slice(-2)).toMatchObject([
      { name: 'record', rows: 2 },
      { name: 'words', rows: 1 },
    ]);
    const reader = readerFor('en');
    const links = dataList(reader, site, NO_ANCHORS)
      .table.rows.slice(-2)
      .map(({ cells }) => pieceOf(cells.files, 'link'));
    expect(links.map((link) => [link?.href, link?.download])).toEqual([
      ['/data/record.jsonl', 'DEMO-record.jsonl'],
      ['/data/words.jsonl', 'DEMO-words.jsonl'],
    ]);
    const page = verifyPageOf(reader, site, new URL('https://example.org'), '');
    expect(page.record).toContainEqual(expect.objectContaining({ download: 'DEMO-record.jsonl' }));
  });

  test('a demo says so in its data package and in every JSON, real data does not', () => {
    expect(packageOf(demo)).toMatchObject({ demo: true, demo_notice: { id: 'DATA CONTOH – angka rekaan' } });
    expect(packageOf(real)).toMatchObject({ demo: false });
    for (const dataset of OPEN_DATASETS) {
      expect(JSON.parse(jsonFile(SITE, demo, dataset).text).meta.demo.en).toBe('DEMO – invented figures');
      expect(JSON.parse(jsonFile(SITE, real, dataset).text).meta).not.toHaveProperty('demo');
    }
  });

  test('JSON says its time in words, since it can not expire by itself', () => {
    const { meta, data } = JSON.parse(jsonFile(SITE, real, 'batches').text);
    expect(meta.state.id.replaceAll('\u00A0', ' ')).toBe('per 26 Jan 2026, 14.05 WIB (07.05 UTC)');
    expect(data[0].revenue_sum).toBe('1000.000000');
    expect(data[0].note).toBeNull();
  });

  test('what was never read has no CSV, and its JSON is null, not an empty list', () => {
    expect(csvDatasets(NOTHING_PUBLISHED)).toEqual([]);
    expect(JSON.parse(jsonFile(SITE, NOTHING_PUBLISHED, 'batches').text)).toMatchObject({
      meta: { observed_at: null, state: { en: 'not known: no snapshot has been published yet' } },
      data: null,
    });
    expect(packageOf(NOTHING_PUBLISHED).resources).toEqual([]);
  });
});
