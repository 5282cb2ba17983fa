import pg from 'pg';
import Cursor from 'pg-cursor';
import { SourceError } from './source-error.ts';

/** The column types that are accepted, by the object ids that Postgres gives them in `pg_type`. */
const TYPE_IDS = {
  uuid: [pg.types.builtins.UUID],
  timestamptz: [pg.types.builtins.TIMESTAMPTZ],
  date: [pg.types.builtins.DATE],
  integer: [pg.types.builtins.INT2, pg.types.builtins.INT4, pg.types.builtins.INT8],
  /** Exact decimals; a count that Postgres summed is one too. Never `real` or `double precision`. */
  numeric: [pg.types.builtins.NUMERIC],
  text: [pg.types.builtins.TEXT, pg.types.builtins.VARCHAR, pg.types.builtins.BPCHAR],
} as const;

export type ColumnType = keyof typeof TYPE_IDS;

/** A row as it came over the wire: every value the text that Postgres printed. */
export type WireRow = Record<string, string | null>;

const ROWS_A_FETCH = 1_000;
const asText = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

/**
 * Streams a query through a cursor, a thousand rows at a time, all values as text.
 *
 * @throws SourceError `schema-mismatch` naming each column whose type differs from `columns`
 */
export async function* streamRows(
  client: pg.Client,
  sql: string,
  columns: Readonly<Record<string, ColumnType>>,
): AsyncGenerator<WireRow> {
  const cursor = client.query(new Cursor<WireRow>(sql, [], { types: asText }));
  let open = true;
  try {
    for (let first = true; ; first = false) {
      open = false;
      const { rows, fields } = await fetch(cursor);
      open = rows.length === ROWS_A_FETCH;
      if (first) assertTypes(fields, columns);
      yield* rows;
      if (!open) return;
    }
  } finally {
    // Only where rows may be left: after an error the portal is gone. Not awaited, since on a lost connection
    // the answer never comes; whatever is asked next waits for it, or fails with the connection.
    if (open) void cursor.close();
  }
}

function fetch(cursor: Cursor<WireRow>): Promise<{ rows: WireRow[]; fields: pg.FieldDef[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(ROWS_A_FETCH, (error: Error | undefined, rows, result) =>
      error ? reject(error) : resolve({ rows, fields: result.fields }),
    );
  });
}

function assertTypes(fields: readonly pg.FieldDef[], columns: Readonly<Record<string, ColumnType>>): void {
  const problems = Object.entries(columns).flatMap(([name, type]) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) return [`${name} is missing`];
    if ((TYPE_IDS[type] as readonly number[]).includes(field.dataTypeID)) return [];
    return [
      `${name} is ${typeName(field.dataTypeID)}, expected ${type}${type === 'numeric' ? ' (money is exact)' : ''}`,
    ];
  });
  if (problems.length > 0)
    throw new SourceError('schema-mismatch', `Columns of another type: ${problems.join('; ')}.`);
}

function typeName(id: number): string {
  const known = Object.entries(pg.types.builtins).find(([, value]) => value === id);
  if (id === pg.types.builtins.FLOAT8) return 'double precision';
  if (id === pg.types.builtins.FLOAT4) return 'real';
  return known?.[0].toLowerCase() ?? `type ${id}`;
}
