import type pg from 'pg';
import { BOUNDS } from '../core/bounds.ts';
import { say } from '../words/said.ts';
import { printable } from './printable.ts';
import { SourceError } from './source-error.ts';

/** Columns of a table that a statement sums or goes by, and so can not be told by name from its result. */
export interface SummedTable {
  /** With its schema. */
  readonly table: string;
  /** The column by which an operator finds a row again. */
  readonly id: string;
  readonly amounts: readonly string[];
  readonly instants: readonly string[];
}

/** Rows that are named; a mistake is seldom alone, and its first lines are enough to find it. */
const NAMED = 20;

/** As Postgres prints them in ISO style: one date of `0001 BC`, `infinity` or the year 10000 is none of these. */
const INSTANT = `^(${years()})-`;
const AMOUNT = `^-?[0-9]{1,${BOUNDS.digits}}([.][0-9]{1,${BOUNDS.decimals}})?$`;

/**
 * Looks for rows that no sum can hold, before they are summed: one of the year 1 would make a series of 700,000
 * days, one of 400 digits a total that nothing can print. What is null is told by the sum itself.
 *
 * @throws SourceError `invalid-row` with the table, the row, the column and the bound of each
 */
export async function assertSummable(
  client: pg.Client,
  name: string,
  tables: readonly SummedTable[],
): Promise<void> {
  const lines: string[] = [];
  for (const { table, id: key, amounts, instants } of tables) {
    const columns = [
      ...amounts.map((column) => ({ column, pattern: AMOUNT })),
      ...instants.map((column) => ({ column, pattern: INSTANT })),
    ];
    const { rows } = await client.query<{ id: string; column: string; value: string }>(
      `SELECT t.${key}::text AS id, field.name AS column, left(field.value, 40) AS value
         FROM ${table} AS t,
              LATERAL (VALUES ${columns.map(({ column, pattern }) => `('${column}', t.${column}::text, '${pattern}')`).join(', ')})
                AS field(name, value, pattern)
        WHERE field.value !~ field.pattern ORDER BY 1, 2 LIMIT ${NAMED}`,
    );
    for (const { id, column, value } of rows)
      lines.push(
        `${table}, ${key} ${printable(id)}, ${column}: ${boundOf(column, instants)} (it is ${printable(value)}${value.length === 40 ? '…' : ''})`,
      );
  }
  if (lines.length === 0) return;
  throw new SourceError(
    'invalid-row',
    `Rows that ${name} can not be summed over:\n  ${lines.join('\n  ')}\n  Correct them in the database.`,
  );
}

function boundOf(column: string, instants: readonly string[]): string {
  const { years, digits, decimals } = BOUNDS;
  return instants.includes(column)
    ? say({ code: 'expected.years', values: years }, 'en')
    : say({ code: 'expected.digits', values: { digits, decimals } }, 'en');
}

function years(): string {
  const { first, last } = BOUNDS.years;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).join('|');
}
