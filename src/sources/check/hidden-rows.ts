import type pg from 'pg';
import { notAsked } from './answer.ts';

/** A name with its schema, as files of SQL write every table; an alias and its column look the same, and are none. */
const QUALIFIED = /(?:"[^"]+"|\b[A-Za-z_]\w*)\s*\.\s*(?:"[^"]+"|[A-Za-z_]\w*)/g;
/** Comments, and texts and names in quotes, in which what looks like a comment is none. */
const QUOTED_OR_COMMENT = /('(?:[^']|'')*'|"(?:[^"]|"")*")|--.*$|\/\*[\s\S]*?\*\//gm;

/** Tables of which row-level security may keep rows from the present role: no policy lets it see every one. */
const HIDING = `
  SELECT watched::text AS name
    FROM unnest($1::text[]) AS names (name)
   CROSS JOIN LATERAL to_regclass(names.name) AS watched
   WHERE watched IS NOT NULL
     AND row_security_active(watched)
     AND (NOT EXISTS (SELECT FROM pg_policy
                       WHERE polrelid = watched AND polpermissive AND polcmd IN ('r', '*')
                         AND pg_get_expr(polqual, polrelid) = 'true'
                         AND (0 = ANY (polroles) OR EXISTS (
                               SELECT FROM unnest(polroles) AS named
                                WHERE named <> 0 AND pg_has_role(current_user, named, 'USAGE'))))
          OR EXISTS (SELECT FROM pg_policy
                      WHERE polrelid = watched AND NOT polpermissive AND polcmd IN ('r', '*')))`;

/**
 * Row-level security hides rows without an error: asked for offenders, a table that hides them would look well.
 *
 * @throws CheckFailure unknown, naming the tables
 */
export async function assertEveryRowIsSeen(client: pg.Client, statement: string): Promise<void> {
  const code = statement.replace(QUOTED_OR_COMMENT, (_, quoted: string | undefined) => quoted ?? ' ');
  const names = [...new Set(code.match(QUALIFIED))];
  if (names.length === 0) return;
  const { rows } = await client.query<{ name: string }>(HIDING, [names]);
  if (rows.length === 0) return;
  const tables = rows.map(({ name }) => name).join(', ');
  throw notAsked(
    'query-failed',
    `row-level security may hide rows of ${tables}; give the role a policy USING (true)`,
  );
}
