import type pg from 'pg';
import { z } from 'zod';
import { HOLDS, type Holds, judge } from './condition.ts';

/** Each of the five tables of TPC, under the names that the runbook and the field give it. */
export const TPC_TABLES = [
  ['tpc_transactions'],
  ['tpc_distribution_logs'],
  ['tpc_distribution_batches'],
  ['tpc_changelog', 'tpc_settings_changelog'],
  ['tpc_public_wallets', 'official_wallets', 'tpc_settings'],
] as const;

/**
 * Roles of the open web: everyone (0), and those that hosts let in without and with a login, with every role whose
 * rights these have by membership.
 */
const isOpen = (role: string) => `(${role} = 0 OR EXISTS (
  SELECT FROM pg_roles o WHERE o.rolname IN ('anon', 'authenticated') AND pg_has_role(o.oid, ${role}, 'USAGE')))`;

const TABLES_SQL = `
  SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
         NOT (o.rolsuper OR o.rolbypassrls) AND o.rolcanlogin AS owner_is_bound
    FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY ($1)
   ORDER BY 1`;

// Each condition as text, as the tree that Postgres keeps of it, and with the columns it may name.
const POLICIES_SQL = `
  SELECT c.relname AS table, p.polname AS name, p.polpermissive AS permissive,
         CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                       ELSE 'ALL' END AS command,
         ARRAY(SELECT coalesce(r.rolname, 'public') FROM unnest(p.polroles) AS role LEFT JOIN pg_roles r
                   ON r.oid = role ORDER BY 1)::text[] AS roles,
         pg_get_expr(p.polqual, c.oid) AS using, p.polqual::text AS using_tree,
         pg_get_expr(p.polwithcheck, c.oid) AS checks, p.polwithcheck::text AS checks_tree,
         (SELECT string_agg(format('NULL::%s AS %I', format_type(atttypid, atttypmod), attname), ', ')
            FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
   WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) ORDER BY 1, 2`;

const GRANTS_SQL = `
  WITH entries AS (
    SELECT c.relname, a.grantee, a.privilege_type
      FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
     UNION
    SELECT c.relname, a.grantee, a.privilege_type
      FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid CROSS JOIN LATERAL aclexplode(t.attacl) AS a
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND t.attacl IS NOT NULL)
  SELECT e.relname AS table, coalesce(r.rolname, 'PUBLIC') AS grantee, e.privilege_type AS privilege
    FROM entries e LEFT JOIN pg_roles r ON r.oid = e.grantee
   WHERE ${isOpen('e.grantee')} ORDER BY 1, 2, 3`;

// A function without rights of its own may be called by everyone: that is what acldefault says.
const FUNCTIONS_SQL = `
  SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name, p.prosecdef AS definer,
         p.provolatile = 'v' AS writes,
         coalesce((SELECT string_agg(setting, ';') FROM unnest(p.proconfig) AS setting
                    WHERE setting LIKE 'search\\_path=%'), '') AS search_path,
         ARRAY(SELECT coalesce(r.rolname, 'PUBLIC')
                 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
                 LEFT JOIN pg_roles r ON r.oid = a.grantee
                WHERE a.privilege_type = 'EXECUTE' AND ${isOpen('a.grantee')}
                ORDER BY 1)::text[] AS callers
    FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
     AND CASE WHEN p.prokind IN ('f', 'p') -- pg_get_functiondef fails on an aggregate, in whichever order it is asked.
              THEN p.proname ~ 'tpc_' OR p.prosrc ~ 'tpc_' OR pg_get_functiondef(p.oid) ~ 'tpc_' END
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
   ORDER BY 1`;

const catalogSchema = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      secured: z.boolean(),
      forced: z.boolean(),
      owner_is_bound: z.boolean(),
    }),
  ),
  policies: z.array(
    z.strictObject({
      table: z.string(),
      name: z.string(),
      permissive: z.boolean(),
      command: z.enum(['ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']),
      roles: z.array(z.string()),
      /** Of what is there, and of what is written; null where the policy states no such condition. */
      using: z.enum(HOLDS).nullable(),
      checks: z.enum(HOLDS).nullable(),
    }),
  ),
  grants: z.array(z.strictObject({ table: z.string(), grantee: z.string(), privilege: z.string() })),
  functions: z.array(
    z.strictObject({
      name: z.string(),
      definer: z.boolean(),
      writes: z.boolean(),
      search_path: z.string(),
      callers: z.array(z.string()),
    }),
  ),
});
/** What Postgres itself says of who may do what; any role may read it, and it holds no row of anyone. */
export type Catalog = z.infer<typeof catalogSchema>;

/** Reads the catalog. The client's search path must hold pg_catalog alone. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const names = [TPC_TABLES.flat()];
  const ask = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
  return catalogSchema.parse({
    tables: await ask(TABLES_SQL, names),
    policies: await judged(client, await ask(POLICIES_SQL, names)),
    grants: await ask(GRANTS_SQL, names),
    functions: await ask(FUNCTIONS_SQL),
  });
}

/** The rows of `POLICIES_SQL` with what becomes of their conditions in place of these. */
async function judged(client: pg.ClientBase, rows: readonly Record<string, string | null>[]) {
  const policies: unknown[] = [];
  for (const { using, using_tree, checks, checks_tree, columns, ...policy } of rows) {
    const held = async (text: string | null | undefined, tree: string | null | undefined) =>
      text == null
        ? null
        : judge(client, { table: policy.table ?? '', text, tree: tree ?? '', columns: columns ?? '' });
    const holds: Record<string, Holds | null> = {
      using: await held(using, using_tree),
      checks: await held(checks, checks_tree),
    };
    policies.push({ ...policy, ...holds });
  }
  return policies;
}
