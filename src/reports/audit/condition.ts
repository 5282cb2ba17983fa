import pg from 'pg';

/** Whether a policy's condition holds for every row and whoever asks, as Postgres itself judges it. */
export const HOLDS = ['always', 'not-always', 'not-known'] as const;
export type Holds = (typeof HOLDS)[number];

/** A condition as Postgres writes it out, the tree it keeps of it, and the columns of its table. */
export interface Condition {
  readonly table: string;
  readonly text: string;
  readonly tree: string;
  /** `NULL::uuid AS id, …`: as many columns as the table has, and nothing of what is in it. */
  readonly columns: string;
}

/** A column, a function, who asks or when, or another table: with one of these in it a condition can depend. */
const DEPENDS = /\{(VAR|FUNCEXPR|SQLVALUEFUNCTION) |:relid [1-9]/;
const PASSES_ALL = ['Result', 'Subquery Scan', 'Limit'];

/**
 * Asks the planner, which simplifies `true OR owner = 'x'` as well as `1 = 1`: where it leaves no filter, every row
 * gets through. What holds no column and no function is evaluated. No row of anybody is read. What the role may not
 * even name (a function in a closed schema) can not be judged. The client must be in a transaction.
 */
export async function judge(client: pg.ClientBase, condition: Condition): Promise<Holds> {
  const { table, text, tree, columns } = condition;
  const rows = `(SELECT ${columns} OFFSET 0) AS ${pg.escapeIdentifier(table)}`;
  await client.query('SAVEPOINT condition');
  try {
    const planned = await ask(client, `EXPLAIN (FORMAT JSON) SELECT FROM ${rows} WHERE ${text}`);
    if ((planned as [{ readonly Plan: Plan }]).every(({ Plan }) => isOpen(Plan))) return 'always';
    if (DEPENDS.test(tree)) return 'not-always';
    return (await ask(client, `SELECT (${text}) IS TRUE`)) === true ? 'always' : 'not-always';
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return 'not-known';
  } finally {
    await client.query('ROLLBACK TO condition');
  }
}

/** The one value that a statement gives; in this mode there can be no second statement in the text. */
async function ask(client: pg.ClientBase, text: string): Promise<unknown> {
  const query = { text, queryMode: 'extended' };
  const { rows } = await client.query<Record<string, unknown>>(query);
  return Object.values(rows[0] ?? {})[0];
}

interface Plan {
  readonly 'Node Type': string;
  readonly Plans?: readonly Plan[];
  readonly [key: string]: unknown;
}

function isOpen(plan: Plan): boolean {
  const filters = Object.keys(plan).some((key) => key.endsWith('Filter'));
  return PASSES_ALL.includes(plan['Node Type']) && !filters && (plan.Plans ?? []).every(isOpen);
}
