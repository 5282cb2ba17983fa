import type { OpenDataset, REPORT_RESULTS, STATUS_DAYS } from '../words/paths.ts';

/** What can be downloaded as a table. */
export type TableName = OpenDataset | typeof STATUS_DAYS | typeof REPORT_RESULTS;

/** The types of Frictionless Table Schema that columns here have. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date';

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** `verbatim`: hashed, numeric or made by this site; served as it is. `free`: people wrote it. */
  readonly text: 'verbatim' | 'free';
  readonly value: (row: Row) => string | null;
}

/** A dataset as it is downloaded: the same rows and columns in CSV, JSON and the data package. */
export interface OpenTable {
  readonly dataset: TableName;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A file of open data: its name in `/data/`, and the text that is served, byte for byte. */
export type OpenFile = {
  readonly name: string;
  readonly text: string;
};

/** Columns applied to rows. */
export function tableOf<Row>(
  dataset: TableName,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): OpenTable {
  return {
    dataset,
    columns: columns.map(({ name, type, text }) => ({ name, type, text })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  };
}

/** A column that is a field of its row, under the same name. */
export function field<Row, Name extends keyof Row & string>(
  name: Name,
  type: ColumnType = 'string',
  text: Column<Row>['text'] = 'verbatim',
): Column<Row> {
  return { name, type, text, value: (row) => row[name] as string | null };
}
