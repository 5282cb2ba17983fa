import type pg from 'pg';
import type { z } from 'zod';
import { SourceError } from '../source.ts';
import { toSourceError } from './error.ts';
import { type ColumnType, streamRows } from './rows.ts';

/** One dataset in one database: the question, the strict wire schema, the mapping to the domain. */
export interface TableSource<Wire, Row> {
  /** The tables asked, with their schema: row-level security is looked up for each. */
  readonly tables: readonly string[];
  /** Explicit columns, and the dataset's one canonical order. */
  readonly sql: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly wire: z.ZodType<Wire>;
  toRows(wire: readonly Wire[]): readonly Row[];
}

/** Errors of rows that are listed in full; beyond, only their number. */
const LISTED_ERRORS = 50;

/**
 * Reads one dataset inside a savepoint, so that its failure leaves the transaction, and the instant it
 * sees, to the other datasets.
 *
 * @throws SourceError with every row error at once, each with its row, column and reason
 */
export async function readTable<Wire, Row>(
  client: pg.Client,
  name: string,
  source: TableSource<Wire, Row>,
): Promise<{ rows: readonly Row[]; rowSecurity: boolean }> {
  try {
    await client.query('SAVEPOINT dataset');
    const rowSecurity = await rowSecurityOf(client, source.tables);
    const wire = await parseRows(client, name, source);
    await client.query('RELEASE SAVEPOINT dataset');
    return { rows: source.toRows(wire), rowSecurity };
  } catch (error) {
    const failure = toSourceError(error, `Reading ${name}`);
    // On a lost connection the roll-back fails as well; what is told is the first error.
    await client.query('ROLLBACK TO SAVEPOINT dataset').catch(() => undefined);
    throw failure;
  }
}

async function parseRows<Wire, Row>(
  client: pg.Client,
  name: string,
  source: TableSource<Wire, Row>,
): Promise<Wire[]> {
  const wire: Wire[] = [];
  const problems: string[] = [];
  let count = 0;
  for await (const row of streamRows(client, source.sql, source.columns)) {
    count += 1;
    const parsed = source.wire.safeParse(row);
    if (parsed.success) wire.push(parsed.data);
    else {
      const label = row.id ?? row.batch_id ?? row.created_at ?? row.day ?? row.name ?? '';
      for (const issue of parsed.error.issues) {
        const column = issue.path.join('.');
        const value = row[column] === null ? ' (it is null)' : '';
        problems.push(
          `${name}, row ${count}${label === '' ? '' : ` (${label})`}, ${column}: ${issue.message}${value}`,
        );
      }
    }
  }
  if (problems.length === 0) return wire;
  const rest = problems.length - LISTED_ERRORS;
  const listed = problems.slice(0, LISTED_ERRORS).join('\n  ');
  throw new SourceError(
    'invalid-row',
    `Rows that can not be published:\n  ${listed}${rest > 0 ? `\n  and ${rest} more` : ''}`,
  );
}

/**
 * Whether row-level security is active for this role on all the tables. A table that has it but on which
 * this role would bypass it (its owner does) is refused: what the role sees is not what the public may see.
 */
async function rowSecurityOf(client: pg.Client, tables: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ name: string; enabled: boolean; active: boolean }>(
    `SELECT name, c.relrowsecurity AS enabled, row_security_active(c.oid) AS active
       FROM unnest($1::text[]) AS name JOIN pg_class AS c ON c.oid = name::regclass`,
    [tables],
  );
  const bypassed = rows.filter(({ enabled, active }) => enabled && !active).map(({ name }) => name);
  if (bypassed.length > 0) {
    throw new SourceError(
      'access-denied',
      `The role bypasses row-level security on ${bypassed.join(', ')} (it owns the table). Use a role that can only read.`,
    );
  }
  return rows.every(({ active }) => active);
}
