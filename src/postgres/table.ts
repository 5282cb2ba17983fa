import type pg from 'pg';
import type { z } from 'zod';
import { type Explanation, explain } from '../core/explain.ts';
import { compareInstants, type Instant } from '../core/instant.ts';
import { compare } from '../core/money.ts';
import { type Caveat, caveatSchema } from '../ledger/caveat.ts';
import { say } from '../words/said.ts';
import { LATEST_DATE } from './ahead.ts';
import { assertSummable, type SummedTable } from './bounds.ts';
import { toSourceError } from './error.ts';
import { printable } from './printable.ts';
import { tablesHidingRows } from './relations.ts';
import { type ColumnType, streamRows, type WireRow } from './rows.ts';
import { SourceError } from './source-error.ts';

/** One dataset in one database: the question, the strict wire schema, the mapping to the domain. */
export interface TableSource<Wire, Row> {
  /** The tables asked, with their schema: row-level security is looked up for each. */
  readonly tables: readonly string[];
  /** What the statement sums or goes by: looked through first, since a sum does not tell which row broke it. */
  readonly summed?: readonly SummedTable[];
  /** Explicit columns, and the dataset's one canonical order. */
  readonly sql: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly wire: z.ZodType<Wire>;
  /** Rows are records of their own: one that can not be read is left out by name, and the rest is read. */
  readonly rowByRow?: boolean;
  toRows(wire: readonly Wire[]): readonly Row[];
  /** What of the rows is left out, with counts. */
  caveats?(wire: readonly Wire[]): readonly Caveat[];
  /** The same for what the statement sums: rows of `caveat`, `count` and `amount`. */
  readonly caveatsSql?: string;
}

const CAVEAT_COLUMNS = { caveat: 'text', count: 'integer', amount: 'numeric' } as const;

/** Errors of rows that are listed in full; beyond, only their number. */
const LISTED_ERRORS = 50;

/** Rows that are left out one by one; more of them, or most of a table, are a table of another kind. */
const MOST_LEFT_OUT = 1_000;

/** Characters of what a row is called by. */
const LONGEST_NAME = 200;

/** A row of which a value is none that its column can have: null, infinite, negative; or one that is dated ahead. */
export interface UnreadableRow {
  /** Its id; null where that is what can not be read, so that nobody can tell which row it was before. */
  readonly id: string | null;
  /** How it is called, by its id or what else is legible. */
  readonly name: string;
  /** It can be read, and is dated later than the database's own clock: it has not happened. */
  readonly isAhead: boolean;
  /** Each column that can not be read, with what was expected, for the operator. */
  readonly faults: readonly { readonly column: string | null; readonly detail: string }[];
}

/**
 * What was read of one dataset, whether row-level security was active on all of its tables, and whether it may hide
 * rows: it can not where a policy shows this role every row.
 */
interface TableReading<Row> {
  readonly rows: readonly Row[];
  /** The columns as they were asked for. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly rowSecurity: boolean;
  readonly rowsMayBeHidden: boolean;
  readonly caveats: readonly Caveat[];
  readonly unreadable: readonly UnreadableRow[];
}

/**
 * Reads one dataset inside a savepoint, so that its failure leaves the transaction, and the instant it
 * sees, to the other datasets.
 *
 * @throws SourceError with every row error at once, each with its row, column and reason, where the rows are no records
 * of their own or most of them can not be read
 */
export async function readTable<Wire, Row>(
  client: pg.Client,
  name: string,
  source: TableSource<Wire, Row>,
): Promise<TableReading<Row>> {
  try {
    await client.query('SAVEPOINT dataset');
    const security = await securityOf(client, source.tables);
    await assertSummable(client, name, source.summed ?? []);
    const { wire, unreadable } = await parseRows(client, name, source);
    const caveats = [...(source.caveats?.(wire) ?? []), ...(await caveatsOf(client, source.caveatsSql))];
    // Behind a view, too: its own name says nothing of the tables that it reads.
    const hiding = await tablesHidingRows(client, source.sql);
    // Nothing was written: this gives up the locks, so that the next dataset is judged by its own tables.
    await client.query('ROLLBACK TO SAVEPOINT dataset');
    return {
      rows: source.toRows(wire),
      columns: source.columns,
      rowSecurity: security.rowSecurity,
      rowsMayBeHidden: security.rowsMayBeHidden || hiding.length > 0,
      caveats: caveats.filter(({ count }) => compare(count, '0') > 0),
      unreadable,
    };
  } catch (error) {
    const failure = toSourceError(error, `Reading ${name}`, source.tables);
    // On a lost connection the roll-back fails as well; what is told is the first error.
    await client.query('ROLLBACK TO SAVEPOINT dataset').catch(() => undefined);
    throw failure;
  }
}

async function caveatsOf(client: pg.Client, sql: string | undefined): Promise<Caveat[]> {
  const caveats: Caveat[] = [];
  if (sql === undefined) return caveats;
  for await (const row of streamRows(client, sql, CAVEAT_COLUMNS)) caveats.push(caveatSchema.parse(row));
  return caveats;
}

async function parseRows<Wire, Row>(
  client: pg.Client,
  name: string,
  source: TableSource<Wire, Row>,
): Promise<{ wire: Wire[]; unreadable: UnreadableRow[] }> {
  const wire: Wire[] = [];
  const unreadable: UnreadableRow[] = [];
  let [rows, errors, left] = [0, 0, 0];
  const latest = await latestDate(client);
  for await (const row of streamRows(client, source.sql, source.columns)) {
    rows += 1;
    const parsed = source.wire.safeParse(row);
    const isAhead = parsed.success && source.rowByRow === true && isAfter(row.created_at, latest);
    if (parsed.success && !isAhead) wire.push(parsed.data);
    else {
      const wrong = parsed.success
        ? [aheadOf(latest)]
        : parsed.error.issues.flatMap((issue) => explain(issue, row));
      left += 1;
      errors += wrong.length;
      if (left > MOST_LEFT_OUT) continue;
      const called = labelOf(row);
      const begin = `${name}, row ${rows}${called === null ? '' : ` (${called})`}`;
      unreadable.push({
        id: row.id ?? null,
        name: (called ?? `row ${rows}`).slice(0, LONGEST_NAME),
        isAhead,
        faults: wrong.map((one) => ({
          column: typeof one.path[0] === 'string' ? one.path[0] : null,
          detail: `${begin}${problemOf(row, one, source.columns)}`,
        })),
      });
    }
  }
  if (left === 0 || (source.rowByRow === true && left <= MOST_LEFT_OUT && left * 2 <= rows))
    return { wire, unreadable };
  const listed = unreadable
    .flatMap(({ faults }) => faults.map(({ detail }) => detail))
    .slice(0, LISTED_ERRORS);
  const rest = errors - listed.length;
  throw new SourceError(
    'invalid-row',
    `Rows that can not be published:\n  ${listed.join('\n  ')}${rest > 0 ? `\n  and ${rest} more` : ''}`,
  );
}

async function latestDate(client: pg.Client): Promise<Instant> {
  const { rows } = await client.query<{ latest: Instant }>(`SELECT ${LATEST_DATE}::text AS latest`);
  const [row] = rows;
  if (row === undefined) throw new SourceError('source-error', 'The database does not tell the time.');
  return row.latest;
}

function isAfter(created: string | null | undefined, latest: Instant): boolean {
  return created != null && compareInstants(created, latest) > 0;
}

function aheadOf(latest: Instant): Explanation {
  return { path: ['created_at'], code: 'expected.time-come', values: { latest } };
}

/** How an operator finds the row again; its number alone says little in a table without an order. */
function labelOf(row: WireRow): string | null {
  const label = row.id ?? row.batch_id ?? row.created_at ?? row.day ?? row.name;
  return label === undefined || label === null || label === '' ? null : printable(label);
}

/** `, tx_count: what was expected (it is null)`; free text is never quoted. */
function problemOf(
  row: WireRow,
  { path, ...fault }: Explanation,
  columns: TableSource<unknown, unknown>['columns'],
) {
  const [column] = path;
  if (typeof column !== 'string') return `: ${say(fault, 'en')}`;
  const value = row[column];
  const shown = value === null || (value !== undefined && columns[column] !== 'text');
  return `, ${column}: ${say(fault, 'en')}${shown ? ` (it is ${value})` : ''}`;
}

/**
 * Whether row-level security is active for this role on the tables. The owner of one, and whoever is a member of that
 * role, is refused, with or without it: it holds for no owner, so that what the role sees is not what the public may see,
 * and where there is none today, whoever reads could still alter what is read.
 */
async function securityOf(
  client: pg.Client,
  tables: readonly string[],
): Promise<{ rowSecurity: boolean; rowsMayBeHidden: boolean }> {
  const { rows } = await client.query<{ name: string; owned: boolean; active: boolean; all: boolean }>(
    // A policy of USING (true) shows every row, whatever the others beside it say; a restrictive one takes away.
    `SELECT name, pg_has_role(current_user, c.relowner, 'USAGE') AS owned, row_security_active(c.oid) AS active,
            coalesce(bool_or(p.polpermissive AND p.shows_all)
                     AND bool_and(p.polpermissive OR p.shows_all), false) AS all
       FROM unnest($1::text[]) WITH ORDINALITY AS read (name, nth) JOIN pg_class AS c ON c.oid = name::regclass
       LEFT JOIN LATERAL (
              SELECT polpermissive, pg_get_expr(polqual, polrelid) = 'true' AS shows_all
                FROM pg_policy
               WHERE polrelid = c.oid AND polcmd IN ('r', '*')
                 AND EXISTS (SELECT FROM unnest(polroles) AS role
                              WHERE role = 0 OR pg_has_role(current_user, role, 'USAGE'))) AS p ON true
      GROUP BY name, nth, c.oid, c.relowner ORDER BY nth`,
    [tables],
  );
  const owned = rows.filter((row) => row.owned).map(({ name }) => name);
  if (owned.length > 0) {
    throw new SourceError(
      'access-denied',
      `The role owns ${owned.join(', ')}, or is a member of the role that does, and a snapshot must not read as an owner. ` +
        'Make a login that is a member of a role that can only read and of no other (reader.sql makes such a role), ' +
        'or name that role in DATABASE_ROLE.',
    );
  }
  return {
    rowSecurity: rows.every(({ active }) => active),
    rowsMayBeHidden: rows.some(({ active, all }) => active && !all),
  };
}
