import { stringify } from 'csv-stringify/sync';
import type { OpenTable } from './table.ts';

/** What a spreadsheet would run, or would swallow before running the rest. */
const RUNS_IN_SPREADSHEET = /^[=+\-@\t\r]/;

/**
 * RFC 4180 in UTF-8, CR LF, a header line; null is an empty field. Text that people wrote and that a
 * spreadsheet would run gets an apostrophe before it; every other column is served verbatim (TPC-06).
 */
export function csvOf({ columns, rows }: OpenTable): string {
  const free = columns.map((column) => column.text === 'free');
  return stringify(
    rows.map((row) => row.map((value, index) => (value !== null && free[index] ? defused(value) : value))),
    { header: true, columns: columns.map((column) => column.name), record_delimiter: 'windows' },
  );
}

function defused(text: string): string {
  return RUNS_IN_SPREADSHEET.test(text) ? `'${text}` : text;
}
