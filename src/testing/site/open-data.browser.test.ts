import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { readRows } from './content.ts';

const { origin, contentRoot } = inject('site');
const COLUMNS =
  'id created_at period_start period_end tx_count revenue_sum referral_sum treasury_sum buyback_sum public_hash onchain_tx note';

type Row = Record<string, string>;
/** Integers of millionths: an arithmetic that shares nothing with the site's. */
const millionths = (text: string) => BigInt(text.replace('.', ''));
const total = (rows: readonly Row[], column: string) =>
  rows.reduce((sum, row) => sum + millionths(row[column] ?? ''), 0n);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function csv(name: string): Promise<{ text: string; rows: Row[]; fields: string[] }> {
  const text = await (await fetch(`${origin}/data/${name}.csv`)).text();
  const { data, errors, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return { text, rows: data, fields: meta.fields ?? [] };
}

describe('open data', () => {
  test('TPC-06: the CSV that a reader downloads from the page sums to what the page says', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/en/transparency/`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="/data/batches.csv"]').first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('DEMO-batches.csv');
    const text = await readFile(await download.path(), 'utf8');
    const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    // What a batch distributed is its three parts: one altered part must show in the sum as well.
    const parts = ['referral_sum', 'treasury_sum', 'buyback_sum'];
    const sum = parts.reduce((all, part) => all + total(data, part), 0n).toString();
    const shown = (await page.locator('h1').innerText()).replaceAll(/[^0-9.]/g, ' ');
    expect(shown.replaceAll(/\D/g, '')).toContain(sum);
    await page.close();
  });

  test('TPC-07: with batches.csv and SHA-256 alone every verdict can be redone', async () => {
    const { rows, fields } = await csv('batches');
    const computed = ['hash_input', 'hash_verdict', 'hash_form', 'onchain_state', 'onchain_reason'];
    expect(fields).toEqual([...COLUMNS.split(' '), ...computed]);
    const hashed = fields.slice(0, 9);
    const redone = rows.map((row) => {
      const digest = createHash('sha256')
        .update(row.hash_input ?? '', 'utf8')
        .digest('hex');
      const figures = (row.hash_input ?? '').split('|');
      const same = hashed.every((field, index) => figures[index] === row[field]);
      if (row.public_hash === '') return 'missing';
      return digest === row.public_hash && same ? 'match' : 'mismatch';
    });
    expect(redone).toEqual(rows.map((row) => row.hash_verdict));
    expect(redone.filter((verdict) => verdict === 'mismatch')).toHaveLength(1);
    expect(rows.some((row) => row.period_start === '' && row.hash_verdict === 'match')).toBe(true);
  });

  test('TPC-01: batches.csv holds every batch of the source, every value as it came', async () => {
    const { rows } = await csv('batches');
    const source = new Map(readRows(contentRoot, 'batches').map((batch) => [batch.id, batch]));
    expect(rows).toHaveLength(source.size);
    for (const row of rows) {
      const batch = source.get(row.id ?? '');
      for (const column of COLUMNS.split(' ')) {
        const value = batch?.[column as keyof typeof batch] ?? '';
        expect(column === 'note' ? row[column]?.replace(/^'/, '') : row[column]).toBe(value);
      }
    }
  });

  test('TPC-04: the totals are the sums of daily.csv, and distributed days those of batches.csv', async () => {
    const [
      { rows: days },
      {
        rows: [totals],
      },
      { rows: batches },
    ] = await Promise.all([csv('daily'), csv('metrics'), csv('batches')]);
    expect(total(days, 'revenue')).toBe(millionths(totals?.total_revenue ?? ''));
    expect(total(days, 'treasury')).toBe(millionths(totals?.treasury ?? ''));
    expect(total(days, 'distributed_revenue')).toBe(total(batches, 'revenue_sum'));
    expect(total(days, 'tx_count')).toBe(BigInt(totals?.tx_total ?? ''));
  });

  test('every file is the one that SHA256SUMS names', async () => {
    const lines = (await (await fetch(`${origin}/data/SHA256SUMS`)).text()).trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(14);
    for (const line of lines) {
      const [digest, name] = line.split(/ {2}/);
      const bytes = Buffer.from(await (await fetch(`${origin}/data/${name}`)).arrayBuffer());
      expect(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`).toBe(`${digest}  ${name}`);
    }
  });

  test('the JSON says that it is a demo, its unit and its time in words', async () => {
    const body = await (await fetch(`${origin}/data/batches.json`)).json();
    expect(JSON.stringify(body.meta)).toMatch(/DEMO – invented figures.*DATA CONTOH/);
    expect(body.meta).toMatchObject({ dataset: 'batches', unit: 'TPC' });
    expect(body.data).toHaveLength(readRows(contentRoot, 'batches').length);
    expect(typeof body.data[0].revenue_sum).toBe('string');
  });

  test('the data package describes every column of every CSV', async () => {
    const descriptor = await (await fetch(`${origin}/data/datapackage.json`)).json();
    for (const resource of descriptor.resources.filter(({ path }: { path: string }) =>
      path.endsWith('.csv'),
    )) {
      const { fields } = await csv(resource.path.replace('.csv', ''));
      expect(resource.schema.fields.map(({ name }: { name: string }) => name)).toEqual(fields);
    }
  });
});
