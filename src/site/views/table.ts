import type { IsoInstant } from '../../core/instant.ts';
import type { Shown } from './incidents/shown.ts';
import type { ReportMark, ReportShape } from './reports/report-mark.ts';
import { linkPiece, type Segment } from './segment.ts';
import type { MarkShape, StateMark, StateShape } from './status/state-mark.ts';
import type { Mark } from './verdict.ts';

/** What stands in a cell, ready to be shown: one piece, or several beside each other; null for nothing. */
export type Cell = CellPiece | readonly CellPiece[] | null;

export type CellPiece =
  | Segment
  | { readonly kind: 'to'; readonly href: string; readonly of: readonly CellPiece[] }
  | { readonly kind: 'break' }
  /** `shown`: the clock turns it over. */
  | { readonly kind: 'set'; readonly as: Setting; readonly of: readonly CellPiece[]; readonly shown?: Shown }
  | { readonly kind: 'verdict'; readonly mark: Mark; readonly text: string }
  | { readonly kind: 'report'; readonly mark: ReportMark }
  | { readonly kind: 'state'; readonly mark: StateMark<MarkShape> }
  | {
      readonly kind: 'shape';
      readonly shape: StateShape;
      readonly text: readonly Segment[];
      readonly shown?: Shown;
    }
  /** A shape that only draws the eye to the words beside it. */
  | { readonly kind: 'flag'; readonly shape: StateShape | null; readonly text: readonly Segment[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'trend'; readonly trend: Trend }
  /** True until then, afterwards `aged`. */
  | {
      readonly kind: 'ageing';
      readonly text: string;
      readonly until: IsoInstant | null;
      readonly aged: string;
    }
  | { readonly kind: 'query'; readonly label: string; readonly text: string }
  | { readonly kind: 'day'; readonly day: CalendarDay };

/** A small line of the last values; coordinates in a room of 100 × 24. */
export interface Trend {
  readonly label: string;
  readonly points: string;
  /** Where the target lies, when it is within the room. */
  readonly target: number | null;
}

/** A day in a month of reports. */
export interface CalendarDay {
  readonly number: string;
  readonly shape: ReportShape | null;
  /** The day and what came of it, in words. */
  readonly words: string;
  readonly href: string | null;
}

/** How pieces are set: a `note` and what is `overdue` stand on a line of their own. */
export type Setting =
  | 'mono'
  | 'strong'
  | 'small'
  | 'quiet'
  | 'note'
  | 'overdue'
  | 'paragraph'
  | 'small-paragraph';

/** The head of a column; its label stands beside each of its cells on a phone. */
export interface Head {
  readonly id: string;
  readonly label: string;
  /** Where the label is an abbreviation: the whole. */
  readonly whole?: string;
  readonly align?: 'right';
  /** On a phone: the label in small letters after the value, no label, or nothing of the column at all. */
  readonly phone?: 'after' | 'bare' | 'hidden';
  /** For the style sheet. */
  readonly class?: string;
}

/** A column as it is declared, in one place: head, what it says of a row, and what stands below all rows. */
export interface Column<Row> extends Head {
  readonly cell: (row: Row) => Cell;
  readonly sum?: Cell | undefined;
}

type More<Row> = Partial<Omit<Column<Row>, 'id' | 'label' | 'cell'>>;

/** A column of words or of anything that begins at the left. */
export function column<Row>(
  id: string,
  label: string,
  cell: Column<Row>['cell'],
  more?: More<Row>,
): Column<Row> {
  return { id, label, cell, ...more };
}

/** A column of numbers, which end at the right. */
export function figure<Row>(
  id: string,
  label: string,
  cell: Column<Row>['cell'],
  more?: More<Row>,
): Column<Row> {
  return { id, label, cell, align: 'right', ...more };
}

export interface TableRow {
  readonly cells: Readonly<Record<string, Cell>>;
  /** Marked as a finding. */
  readonly differs: boolean;
}

/** Columns in the order in which they are shown; the first one names the row. */
export interface Table {
  readonly columns: readonly Head[];
  readonly rows: readonly TableRow[];
  /** Null where no column has a sum. */
  readonly sum: Readonly<Record<string, Cell>> | null;
  readonly form: Form;
  readonly caption: string | null;
}

/**
 * What becomes of it on a phone. `stack`: a heading and a list of labels and values for each row; `batches`: two lines
 * a row; `plain`: it stays a table; `calendar`: the same, and no column names the row.
 */
type Form = 'stack' | 'batches' | 'plain' | 'calendar';

interface Options<Row> {
  readonly form?: Form;
  readonly caption?: string;
  readonly differs?: (row: Row) => boolean;
}

/** Cells of these rows by the ids of these columns. Throws where two columns have the same. */
export function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { form = 'stack', caption, differs = () => false }: Options<Row> = {},
): Table {
  const twice = columns.find(({ id }, index) => columns.findIndex((one) => one.id === id) < index);
  if (twice !== undefined) throw new Error(`two columns of a table are called "${twice.id}"`);
  const byId = (cell: (column: Column<Row>) => Cell) =>
    Object.fromEntries(columns.map((column) => [column.id, cell(column)]));
  return {
    columns: columns.map(({ cell: _, sum: __, ...head }) => head),
    rows: rows.map((row) => ({ cells: byId(({ cell }) => cell(row)), differs: differs(row) })),
    sum: columns.some(({ sum }) => sum !== undefined) ? byId(({ sum }) => sum ?? null) : null,
    form,
    caption: caption ?? null,
  };
}

export interface Counted {
  readonly href: string;
  readonly name: string;
  readonly count: string;
}

/** A list of links, each with how many stand behind it. */
export function countTable(
  labels: { readonly name: string; readonly count: string },
  rows: readonly Counted[],
): Table {
  return tableOf<Counted>(
    [
      column('name', labels.name, ({ href, name }) => linkPiece(href, name)),
      figure('count', labels.count, ({ count }) => count),
    ],
    rows,
    { form: 'plain' },
  );
}

/** Pieces set in a way of their own. */
export const setPiece = (as: Setting, ...of: readonly CellPiece[]): CellPiece => ({ kind: 'set', as, of });
