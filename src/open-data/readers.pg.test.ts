import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readWithCopy, readWithPython } from '../testing/readers.ts';
import { csvOf } from './csv.ts';
import { field, tableOf } from './table.ts';

const TEXTS = [
  'Paid in two parts\n=1+1',
  'First\r=2+2',
  'First\r\nsecond',
  '\n\n=1+1',
  '＝1+1',
  'a;=1+1',
  'a,b;"c"',
  '"',
  '\\.',
  '\\N',
  '',
  ' x ',
  'x'.repeat(100_000),
  '\u2028\u0085\u000B\u001B[31m',
  '𝕊 Ünïcödé',
  null,
];

test("TPC-06: Python's csv and PostgreSQL's COPY read one row a row, each text whole, and no line that begins a formula", async () => {
  type Row = { id: string; text: string | null; last: string };
  const table = tableOf<Row>(
    'changelog',
    [field<Row, 'id'>('id'), field<Row, 'text'>('text', 'string', 'free'), field<Row, 'last'>('last')],
    TEXTS.map((text, at) => ({ id: String(at), text, last: 'end' })),
  );
  const csv = csvOf(table);
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'table.csv'), csv);
  const bare = (text: string | null | undefined) => text?.replaceAll("'", '') ?? null;

  const [python = []] = await readWithPython([path.join(folder, 'table.csv')]);
  expect(python.map(([id, text, last]) => [id, bare(text), last])).toEqual([
    ['id', 'text', 'last'],
    ...TEXTS.map((text, at) => [String(at), text ?? '', 'end']),
  ]);
  const [copied = []] = await readWithCopy([csv]);
  expect(copied.map(({ id, text, last }) => [id, bare(text), last])).toEqual(
    TEXTS.map((text, at) => [String(at), text, 'end']),
  );
  expect(csv.split(/\r\n|\r|\n|;/).filter((line) => /^[=+\-@＝＋－＠]/.test(line))).toEqual([]);
});
