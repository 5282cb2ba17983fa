import type { z } from 'zod';
import { sumOf } from '../core/money.ts';
import { batchSchema } from '../ledger/batch.ts';
import { changelogEntrySchema } from '../ledger/changelog.ts';
import { dailySchema } from '../ledger/daily.ts';
import { csvHeader, csvLines, type Dialect } from '../open-data/csv.ts';
import { STATUS_DAY_COLUMNS } from '../open-data/status-days.ts';
import type { Column, TableName } from '../open-data/table.ts';
import { BATCHES, CHANGELOG, type CheckedBatch, DAILY } from '../open-data/tables.ts';
import type { ArchiveTable } from '../reports/model/archive.ts';
import { statusDaySchema } from '../status/status-manifest.ts';
import { STATUS_DAYS } from '../words/paths.ts';

/** A table of the archive: the same columns as the download of the same rows on the site. */
export interface TableShape<Row = never> {
  readonly dataset: TableName;
  readonly columns: readonly Column<Row>[];
  readonly row: z.ZodType;
  /** The columns that are summed. */
  readonly summed: readonly string[];
}

function shape<Row>(declared: TableShape<Row>): TableShape {
  return declared as unknown as TableShape;
}

const numbers = <Row>(columns: readonly Column<Row>[]) =>
  columns.filter(({ type }) => type === 'number' || type === 'integer').map(({ name }) => name);

export const TABLES: Readonly<Record<ArchiveTable, TableShape>> = {
  metrics: shape({ dataset: 'daily', columns: DAILY, row: dailySchema, summed: numbers(DAILY) }),
  batches: shape<CheckedBatch>({
    dataset: 'batches',
    columns: BATCHES,
    row: batchSchema,
    summed: numbers(BATCHES),
  }),
  changelog: shape({ dataset: 'changelog', columns: CHANGELOG, row: changelogEntrySchema, summed: [] }),
  'status-days': shape({
    dataset: STATUS_DAYS,
    columns: STATUS_DAY_COLUMNS,
    row: statusDaySchema,
    summed: [],
  }),
};

/** A row as it stands in CSV and JSON: text or nothing, in the order of the columns. */
export type Cells = readonly (string | null)[];

/** How many rows become text at a time. */
const AT_ONCE = 500;

/** A CSV as it is written, its rows in the order they come. */
export async function* csvText(
  columns: TableShape['columns'],
  rows: AsyncIterable<Cells>,
): AsyncGenerator<string> {
  for await (const [piece = ''] of csvTexts(columns, rows, ['present'])) yield piece;
}

/** The same CSV in several dialects at once, piece by piece. */
export async function* csvTexts(
  columns: TableShape['columns'],
  rows: AsyncIterable<Cells>,
  dialects: readonly Dialect[],
): AsyncGenerator<readonly string[]> {
  const pieces = (some: readonly Cells[]) => dialects.map((dialect) => csvLines(columns, some, dialect));
  yield dialects.map(() => csvHeader(columns));
  let waiting: Cells[] = [];
  for await (const cells of rows) {
    waiting.push(cells);
    if (waiting.length < AT_ONCE) continue;
    yield pieces(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield pieces(waiting);
}

/** JSON with a line for each row, so that it can be read as it comes: what it is about, then `data`. */
export async function* jsonText(
  columns: TableShape['columns'],
  rows: AsyncIterable<Cells>,
  meta: object,
): AsyncGenerator<string> {
  yield `{"meta":${JSON.stringify(meta)},\n"data":[`;
  let before = '\n';
  for await (const cells of rows) {
    yield before + JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])));
    before = ',\n';
  }
  yield '\n]}\n';
}

/**
 * The rows of such a JSON, none of them held.
 *
 * @throws SyntaxError that names the line which is not a row with exactly these columns
 */
export async function* jsonRows(
  columns: TableShape['columns'],
  lines: AsyncIterable<string>,
): AsyncGenerator<Cells> {
  let at = 0;
  let ended = false;
  for await (const line of lines) {
    at += 1;
    if (at === 1) continue;
    if (at === 2 && line === '"data":[') continue;
    if (line === '' && !ended) continue;
    if (line === ']}' && !ended) ended = true;
    else yield cellsIn(columns, ended || at === 2 ? '' : line.replace(/,$/, ''), at);
  }
  if (!ended) throw new SyntaxError('does not end with "]}"');
}

function cellsIn(columns: TableShape['columns'], text: string, line: number): Cells {
  try {
    const row = JSON.parse(text) as Record<string, unknown>;
    const cells = columns.map(({ name }) => row[name]);
    const fits = cells.every((cell) => cell === null || typeof cell === 'string');
    if (fits && Object.keys(row).length === columns.length) return cells as Cells;
  } catch {
    // Said below, as of every line that is no row.
  }
  throw new SyntaxError(`line ${line} is no row of ${columns.length} texts under their names`);
}

/** Adds up columns of rows that come one by one, in exact decimals. */
export function summing({ columns, summed }: Pick<TableShape, 'columns' | 'summed'>) {
  const places = summed.map((name) => ({ name, at: columns.findIndex((column) => column.name === name) }));
  const sums = new Map(summed.map((name) => [name, '0']));
  return {
    add(cells: Cells) {
      for (const { name, at } of places) sums.set(name, sumOf([sums.get(name) ?? '0', cells[at] ?? '0']));
    },
    sums: () => Object.fromEntries(sums),
  };
}

/** Rows as cells. */
export async function* cellsOf({ columns }: TableShape, rows: AsyncIterable<unknown>): AsyncGenerator<Cells> {
  for await (const row of rows) yield columns.map((column) => column.value(row as never));
}
