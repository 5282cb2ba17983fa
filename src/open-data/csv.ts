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

/** What makes a field need quotation marks. Archives of earlier versions left a lone line end without them. */
const NEEDS_QUOTES = { present: /[",\r\n]|^$/, earlier: /[",]|\r\n/ } as const satisfies Record<
  Dialect,
  RegExp
>;

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
  return lineOf(
    columns.map((column) => column.name),
    'present',
  );
}

/** Some rows of a CSV, a line or more each. */
export function csvLines(
  columns: OpenTable['columns'],
  rows: OpenTable['rows'],
  dialect: Dialect = 'present',
): string {
  const free = columns.map((column) => column.text === 'free');
  const runs = dialect === 'present' ? RUNS_IN_SPREADSHEET : RAN_EARLIER;
  const harmless = (row: OpenTable['rows'][number]) =>
    row.map((value, index) => (value !== null && free[index] ? value.replaceAll(runs, "'") : value));
  return rows.map((row) => lineOf(harmless(row), dialect)).join('');
}

function lineOf(fields: readonly (string | null)[], dialect: Dialect): string {
  const written = fields.map((field) => {
    if (field === null) return '';
    return NEEDS_QUOTES[dialect].test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  });
  return `${written.join(',')}\r\n`;
}
