import pg from 'pg';
import { compare, toDecimal } from '../../core/money.ts';
import { relationsRead, tablesHidingRows } from '../../postgres/relations.ts';
import { streamRows, type WireRow } from '../../postgres/rows.ts';
import { notAsked } from './answer.ts';

/** Comments, and texts and names in quotes, in which what looks like a comment is none. */
const QUOTED_OR_COMMENT = /('(?:[^']|'')*'|"(?:[^"]|"")*")|--.*$|\/\*[\s\S]*?\*\//gm;
const INSUFFICIENT_PRIVILEGE = '42501';

export interface Rows {
  /** The first of the rows, as many as were asked for. */
  readonly rows: readonly WireRow[];
  /** How many rows there are; counting ends at the limit. */
  readonly count: number;
  /** How many of them hold nothing but nulls. */
  readonly empty: number;
}

/** How much of an answer is read. */
export interface Extent {
  readonly most: number;
  readonly kept: number;
}

/**
 * A file of SQL must be one query: anything else (nothing but a comment, SET, COMMIT, DO …) would be carried out
 * without a row, which is what "no offenders" looks like.
 *
 * @throws CheckFailure unknown
 */
export function assertQuery(statement: string): void {
  const code = statement.replace(QUOTED_OR_COMMENT, (_, quoted: string | undefined) => quoted ?? ' ').trim();
  if (/^\(*\s*(SELECT|WITH|VALUES|TABLE)\b/i.test(code)) return;
  throw notAsked('nothing-asked', 'expected one query (SELECT …) in its file of SQL');
}

/**
 * Asks one query inside the transaction of `client`. First Postgres is told to refuse where row-level security would
 * hide a row (`row_security = off`). It refuses too where a policy shows every row, so then the query is asked as
 * it is, and the policies of every table that it read are looked at.
 *
 * @throws CheckFailure unknown, where rows may be hidden, or none of any table was looked at
 */
export async function queryRows(client: pg.Client, statement: string, extent: Extent): Promise<Rows> {
  // What parallel workers look at does not show among what this session did.
  await client.query(
    'SET LOCAL max_parallel_workers_per_gather = 0; SAVEPOINT question; SET LOCAL row_security = off',
  );
  let answer: Rows;
  try {
    answer = await read(client, statement, extent);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    await client.query('ROLLBACK TO SAVEPOINT question; SET LOCAL row_security = on');
    answer = await read(client, statement, extent);
    const hiding = await tablesHidingRows(client, statement);
    if (hiding.length > 0)
      throw notAsked(
        'rows-hidden',
        `of ${hiding.join(', ')}: give the role a policy USING (true), or a view of their owner`,
      );
  }
  await client.query('SET LOCAL row_security = on');
  return answer;
}

async function read(client: pg.Client, statement: string, { most, kept }: Extent): Promise<Rows> {
  const rows: WireRow[] = [];
  let [count, empty] = [0, 0];
  for await (const row of streamRows(client, statement, {})) {
    if (rows.length < kept) rows.push(row);
    count += 1;
    if (Object.values(row).every((value) => value === null)) empty += 1;
    if (count >= most) break;
  }
  return { rows, count, empty };
}

/**
 * A query that looked at no row of any table (`WHERE false`, LIMIT 0, a constant) can not fail: its answer says
 * nothing. One that calls a function of the server, such as pg_is_in_recovery(), does ask something.
 *
 * @throws CheckFailure unknown
 */
export async function assertSomethingAsked(client: pg.Client, statement: string): Promise<void> {
  const relations = await relationsRead(client, statement);
  const asked =
    relations.length > 0 ? relations.some(({ scanned }) => scanned) : await asksTheServer(client, statement);
  if (!asked) throw notAsked('nothing-asked', 'its query looks at no row of any table');
}

/**
 * Nothing found among nothing says nothing: every table that was asked must hold a row, or where `outOf` counts what
 * there was to look at, that count must be above 0.
 *
 * @throws CheckFailure unknown
 */
export async function assertSomethingThere(
  client: pg.Client,
  statement: string,
  outOf: { readonly file: string; readonly statement: string } | undefined,
): Promise<void> {
  if (outOf !== undefined) {
    // Gives up the locks, and with them the list, of what the question itself read.
    await client.query('ROLLBACK TO SAVEPOINT question');
    const { rows } = await queryRows(client, outOf.statement, { most: 2, kept: 2 });
    await assertSomethingAsked(client, outOf.statement);
    const values = rows.flatMap((row) => Object.values(row));
    const number = values.length === 1 ? toDecimal(values[0] ?? '') : null;
    if (number === null) throw notAsked('unreadable', `${outOf.file}: expected one number`);
    if (compare(number, '0') > 0) return;
    throw notAsked('nothing-there', `${outOf.file} counts none`);
  }
  const relations = (await relationsRead(client, statement)).filter(({ askable }) => askable);
  for (const { name } of relations) {
    const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
    if (rowCount === 0) throw notAsked('nothing-there', `${name} holds no row`);
  }
}

/** Whether the plan of a query that reads no table of ours reads a catalog or calls a function. */
async function asksTheServer(client: pg.Client, statement: string): Promise<boolean> {
  if (/\blimit\s+0\b/i.test(statement)) return false;
  const explained = `EXPLAIN (VERBOSE, COSTS OFF, FORMAT TEXT)\n${statement}`;
  const plan: string[] = [];
  for await (const row of streamRows(client, explained, {}))
    plan.push(...Object.values(row).map((line) => line ?? ''));
  // A constant was folded by now, and a text in quotes is one: what still has an argument list is called.
  const lines = plan.map((line) => line.replace(/'(?:[^']|'')*'/g, ''));
  if (lines.some((line) => /\bOne-Time Filter: false\b/.test(line))) return false;
  return lines.some((line) => / on (?!"?\*VALUES\*)\S+/.test(line) || /^\s*Output:.*\w\(/.test(line));
}
