import { stringify } from 'csv-stringify/sync';
import type { OpenTable } from './table.ts';

/** How texts become fields: as they are now, or as archives of earlier versions hold them, which are never rewritten. */
export type Dialect = 'present' | 'earlier';

/** Full-width signs are formulas to spreadsheets in several languages. */
const SIGN = '=+\\-@＝＋－＠';

/**
 * Where a spreadsheet would begin a cell and run what follows: at the beginning, at the beginning of a line, and
 * after what is the list separator of half the world; or would swallow a beginning before it runs the rest.
 */
const RUNS_IN_SPREADSHEET = new RegExp(`(?<=^|[;\\t\\r\\n])(?=[${SIGN}])|^(?=[\\t\\r\\n])`, 'g');
const RAN_EARLIER = /^(?=[=+\-@\t\r])/g;

/** A text with a line end is one field for every reader: the library would quote it for CR LF alone. */
const LINE_END = /[\r\n]/;

/**
 * RFC 4180 in UTF-8, CR LF, a header line; null is an empty field, an empty text one in quotation marks. Text that
 * people wrote and that a spreadsheet would run gets an apostrophe before what it would run; every other column is
 * served verbatim (TPC-06).
 */
export function csvOf({ columns, rows }: OpenTable): string {
  return csvHeader(columns) + csvLines(columns, rows);
}

/** The first line of a CSV that is written as its rows come. */
export function csvHeader(columns: OpenTable['columns']): string {
  return stringify([columns.map((column) => column.name)], { record_delimiter: 'windows' });
}

/** Some rows of a CSV, a line or more each. */
export function csvLines(
  columns: OpenTable['columns'],
  rows: OpenTable['rows'],
  dialect: Dialect = 'present',
): string {
  const free = columns.map((column) => column.text === 'free');
  const runs = dialect === 'present' ? RUNS_IN_SPREADSHEET : RAN_EARLIER;
  return stringify(
    rows.map((row) =>
      row.map((value, index) => (value !== null && free[index] ? value.replaceAll(runs, "'") : value)),
    ),
    dialect === 'present'
      ? {
          record_delimiter: 'windows',
          cast: { string: (value) => ({ value, quoted: LINE_END.test(value), quoted_empty: value === '' }) },
        }
      : { record_delimiter: 'windows' },
  );
}
