import { stringify } from 'csv-stringify/sync';
import type { OpenTable } from './table.ts';

/** What a spreadsheet would run, or would swallow before running the rest. */
const RUNS_IN_SPREADSHEET = /^[=+\-@\t\r]/;

const DIALECT = { record_delimiter: 'windows' } as const;

/**
 * RFC 4180 in UTF-8, CR LF, a header line; null is an empty field. Text that people wrote and that a
 * spreadsheet would run gets an apostrophe before it; every other column is served verbatim (TPC-06).
 */
export function csvOf({ columns, rows }: OpenTable): string {
  return csvHeader(columns) + csvLines(columns, rows);
}

/** The first line of a CSV that is written as its rows come. */
export function csvHeader(columns: OpenTable['columns']): string {
  return stringify([columns.map((column) => column.name)], DIALECT);
}

/** Some rows of a CSV, a line or more each. */
export function csvLines(columns: OpenTable['columns'], rows: OpenTable['rows']): string {
  const free = columns.map((column) => column.text === 'free');
  return stringify(
    rows.map((row) => row.map((value, index) => (value !== null && free[index] ? defused(value) : value))),
    DIALECT,
  );
}

function defused(text: string): string {
  return RUNS_IN_SPREADSHEET.test(text) ? `'${text}` : text;
}
