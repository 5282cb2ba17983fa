import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NO_STATUS } from '../../domain/status-publication.ts';
import { OPEN_DATASETS } from '../../i18n/paths.ts';
import { hashedBatch, NOTHING_PUBLISHED, published } from '../../testing/publication.ts';
import { checksumsFile, csvDatasets, csvFile, dataPackageFile, jsonFile } from './files.ts';
import { statusDaysJson } from './status-days.ts';

const demo = published({ batches: [hashedBatch()] }, { demo: true });
const real = published({ batches: [hashedBatch()] });
const packageOf = (publication: typeof demo) => JSON.parse(dataPackageFile(publication, NO_STATUS).text);

describe('TPC-06 files of open data', () => {
  test('SHA256SUMS holds every file, of exactly the bytes that are served', () => {
    const lines = checksumsFile(real, NO_STATUS).text.trimEnd().split('\n');
    const files = [
      ...csvDatasets(real).map((dataset) => csvFile(real, dataset)),
      ...OPEN_DATASETS.map((dataset) => jsonFile(real, dataset)),
      dataPackageFile(real, NO_STATUS),
      statusDaysJson(NO_STATUS),
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

  test('TPC-03 no private column in any file', () => {
    const all = [
      checksumsFile(real, NO_STATUS),
      dataPackageFile(real, NO_STATUS),
      ...OPEN_DATASETS.flatMap((name) => [csvFile(real, name), jsonFile(real, name)]),
    ];
    for (const { text } of all) expect(text).not.toMatch(/admin_id|created_by|changed_by|user_id/);
  });

  test('a demo says so in its data package and in every JSON, real data does not', () => {
    expect(packageOf(demo)).toMatchObject({ demo: true, demo_notice: { id: 'DATA CONTOH – angka rekaan' } });
    expect(packageOf(real)).toMatchObject({ demo: false });
    for (const dataset of OPEN_DATASETS) {
      expect(JSON.parse(jsonFile(demo, dataset).text).meta.demo.en).toBe('DEMO – invented figures');
      expect(JSON.parse(jsonFile(real, dataset).text).meta).not.toHaveProperty('demo');
    }
  });

  test('JSON says its time in words, since it can not expire by itself', () => {
    const { meta, data } = JSON.parse(jsonFile(real, 'batches').text);
    expect(meta.state.id.replaceAll('\u00A0', ' ')).toBe('per 26 Jan 2026, 14.05 WIB (07.05 UTC)');
    expect(data[0].revenue_sum).toBe('1000.000000');
    expect(data[0].note).toBeNull();
  });

  test('what was never read has no CSV, and its JSON is null, not an empty list', () => {
    expect(csvDatasets(NOTHING_PUBLISHED)).toEqual([]);
    expect(JSON.parse(jsonFile(NOTHING_PUBLISHED, 'batches').text)).toMatchObject({
      meta: { observed_at: null, state: { en: 'not known: no snapshot has been published yet' } },
      data: null,
    });
    expect(packageOf(NOTHING_PUBLISHED).resources).toEqual([]);
  });
});
