import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellsOf, sumOf } from '../../testing/reading.ts';
import { type Column, countTable, tableOf } from './table.ts';

interface Fruit {
  readonly name: string;
  readonly pieces: number;
}
const COLUMNS: Column<Fruit>[] = [
  { id: 'name', label: 'Fruit', cell: ({ name }) => name, sum: 'All' },
  { id: 'pieces', label: 'Pieces', align: 'right', cell: ({ pieces }) => `${pieces}`, sum: '5' },
];
const FRUIT = [
  { name: 'Apple', pieces: 2 },
  { name: 'Pear', pieces: 3 },
];

test('a column that is moved takes its label, its cells and its sum along', () => {
  const table = tableOf(COLUMNS, FRUIT);
  const moved = tableOf(COLUMNS.toReversed(), FRUIT);
  expect(table.columns.map(({ label }) => label)).toEqual(['Fruit', 'Pieces']);
  expect(moved.columns.map(({ label }) => label)).toEqual(['Pieces', 'Fruit']);
  expect([cellsOf(moved), sumOf(moved)]).toEqual([cellsOf(table), sumOf(table)]);
  expect(cellsOf(table)[1]).toEqual({ name: 'Pear', pieces: '3' });
});

test('without a sum of any column nothing stands below the rows', () => {
  expect(
    tableOf(
      COLUMNS.map(({ sum: _, ...column }) => column),
      FRUIT,
    ).sum,
  ).toBeNull();
  expect(countTable({ name: 'Month', count: 'Runs' }, []).rows).toEqual([]);
});

test('a row that differs is marked, and no other', () => {
  const table = tableOf(COLUMNS, FRUIT, { differs: ({ pieces }) => pieces > 2 });
  expect(table.rows.map(({ differs }) => differs)).toEqual([false, true]);
});

test('two columns of one name are refused: one would hide the other', () => {
  expect(() => tableOf([...COLUMNS, ...COLUMNS.slice(0, 1)], FRUIT)).toThrow('"name"');
});

test('a table is drawn in one component alone', () => {
  const files = globSync('src/**/*.astro');
  expect(files.length).toBeGreaterThan(50);
  const drawn = files.filter((file) =>
    /<(table|thead|tbody|tfoot|tr|th|td)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(drawn.toSorted()).toEqual(['src/site/components/Cell.astro', 'src/site/components/Table.astro']);
  expect(files.filter((file) => /<table\b/.test(readFileSync(file, 'utf8')))).toEqual([
    'src/site/components/Table.astro',
  ]);
});
