import type pg from 'pg';
import { z } from 'zod';
import { HOLDS, type Holds, judge } from './condition.ts';

/** Roles that a host lets in from the web without and with a login; everyone (PUBLIC) is always one of them. */
const WEB_ROLES = ['anon', 'authenticated'] as const;

/** Everyone (0), the web roles, and every role that these can take on, by whichever way of membership. */
const isOpen = (role: string) => `(${role} = 0 OR EXISTS (
  SELECT FROM pg_roles o WHERE o.rolname = ANY ('{${WEB_ROLES.join(',')}}') AND pg_has_role(o.oid, ${role}, 'MEMBER')))`;
/** Whether an open role can name what is in a schema. */
const isEntered = (schema: string) => `(has_schema_privilege('public', ${schema}, 'USAGE') OR EXISTS (
  SELECT FROM pg_roles o WHERE o.rolname = ANY ('{${WEB_ROLES.join(',')}}') AND has_schema_privilege(o.oid, ${schema}, 'USAGE')))`;
const OF_PEOPLE = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
/** What is in `public` is called by its name alone, as people do. */
const nameOf = (schema: string, name: string) =>
  `CASE ${schema} WHEN 'public' THEN ${name}::text ELSE ${schema} || '.' || ${name} END`;

// What a view or a materialized view is made of stands in the dependencies of its rule.
const RELATIONS_SQL = `
  SELECT ${nameOf('n.nspname', 'c.relname')} AS name, c.relkind IN ('v', 'm') AS is_view, c.relrowsecurity AS secured,
         c.relforcerowsecurity AS forced, NOT (o.rolsuper OR o.rolbypassrls) AND o.rolcanlogin AS owner_is_bound,
         ${isEntered('n.oid')} AS entered,
         coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false) AS invoker,
         (pg_relation_is_updatable(c.oid, false) & 28) <> 0 AS updatable,
         ARRAY(SELECT a.attname FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[] AS columns,
         ARRAY(SELECT a.attname FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND has_column_privilege(c.oid, a.attnum, 'SELECT') ORDER BY a.attnum)::text[] AS read_by_us,
         ARRAY(SELECT DISTINCT ${nameOf('bn.nspname', 'b.relname')}
                 FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                 JOIN pg_class b ON d.refclassid = 'pg_class'::regclass AND b.oid = d.refobjid AND b.oid <> c.oid
                 JOIN pg_namespace bn ON bn.oid = b.relnamespace WHERE w.ev_class = c.oid)::text[] AS made_of,
         ARRAY(SELECT DISTINCT t.tgfoid::int8::text FROM pg_trigger t
                WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D') AS triggers,
         ARRAY(SELECT DISTINCT t.tgfoid::int8::text FROM pg_trigger t
                WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 66 <> 0
              ) AS triggers_before
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles o ON o.oid = c.relowner
   WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${OF_PEOPLE} ORDER BY 1`;

// Each condition as text, as the tree that Postgres keeps of it, and with the columns it may name.
const POLICIES_SQL = `
  SELECT ${nameOf('n.nspname', 'c.relname')} AS table, c.relname, p.polname AS name, p.polpermissive AS permissive,
         CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                       ELSE 'ALL' END AS command,
         ARRAY(SELECT coalesce(r.rolname, 'PUBLIC') FROM unnest(p.polroles) AS role LEFT JOIN pg_roles r
                   ON r.oid = role ORDER BY 1)::text[] AS roles,
         NOT EXISTS (SELECT FROM unnest(p.polroles) AS role LEFT JOIN pg_roles r ON r.oid = role
                      WHERE r.oid IS NULL OR NOT (r.rolsuper OR r.rolbypassrls)) AS for_unbound,
         EXISTS (SELECT FROM unnest(p.polroles) AS role WHERE ${isOpen('role')}) AS for_open,
         ARRAY(SELECT DISTINCT a.attname FROM pg_depend d JOIN pg_attribute a
                   ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
                  AND d.refobjid = c.oid AND d.refobjsubid > 0)::text[] AS own_columns,
         ARRAY(SELECT DISTINCT ${nameOf('bn.nspname', 'b.relname')} || coalesce('.' || a.attname, '')
                 FROM pg_depend d JOIN pg_class b ON b.oid = d.refobjid JOIN pg_namespace bn ON bn.oid = b.relnamespace
                 LEFT JOIN pg_attribute a ON a.attrelid = b.oid AND a.attnum = d.refobjsubid AND d.refobjsubid > 0
                WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
                  AND d.refobjid <> c.oid ORDER BY 1)::text[] AS looks_into,
         ARRAY(SELECT DISTINCT d.refobjid::int8::text FROM pg_depend d
                WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_proc'::regclass
              ) AS calls,
         pg_get_expr(p.polqual, c.oid) AS using, p.polqual::text AS using_tree,
         pg_get_expr(p.polwithcheck, c.oid) AS checks, p.polwithcheck::text AS checks_tree,
         (SELECT string_agg(format('NULL::%s AS %I', format_type(atttypid, atttypmod), attname), ', ')
            FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OF_PEOPLE} ORDER BY 1, 4`;

const GRANTS_SQL = `
  WITH entries AS (
    SELECT c.oid, NULL::text AS column, a.grantee, a.privilege_type
      FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
     UNION
    SELECT c.oid, t.attname, a.grantee, a.privilege_type
      FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid CROSS JOIN LATERAL aclexplode(t.attacl) AS a
     WHERE t.attacl IS NOT NULL AND NOT t.attisdropped)
  SELECT ${nameOf('n.nspname', 'c.relname')} AS table, e.column, coalesce(r.rolname, 'PUBLIC') AS grantee,
         e.privilege_type AS privilege
    FROM entries e JOIN pg_class c ON c.oid = e.oid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_roles r ON r.oid = e.grantee
   WHERE ${OF_PEOPLE} AND ${isOpen('e.grantee')} AND ${isEntered('n.oid')} ORDER BY 1, 3, 4, 2`;

// A function without rights of its own may be called by everyone: that is what acldefault says. Trigger functions
// can not be called; they are here for what they write.
const FUNCTIONS_SQL = `
  SELECT p.oid::int8::text AS id,
         ${nameOf('n.nspname', 'p.proname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
         ${nameOf('n.nspname', 'p.proname')} AS called, l.lanname AS language, p.prosecdef AS definer,
         p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype) AS is_trigger,
         coalesce((SELECT string_agg(setting, ';') FROM unnest(p.proconfig) AS setting
                    WHERE setting LIKE 'search\\_path=%'), '') AS search_path,
         ARRAY(SELECT coalesce(r.rolname, 'PUBLIC')
                 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
                 LEFT JOIN pg_roles r ON r.oid = a.grantee
                WHERE a.privilege_type = 'EXECUTE' AND ${isOpen('a.grantee')} AND ${isEntered('n.oid')}
                  AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
                ORDER BY 1)::text[] AS callers,
         -- pg_get_functiondef fails on an aggregate, in whichever order it is asked.
         CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END AS definition
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
   WHERE ${OF_PEOPLE} AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
   ORDER BY 2`;

// Roles that row-level security does not hold, and that an open role can take on; and all names of roles beside.
const ROLES_SQL = `
  SELECT r.rolname AS name, ${isOpen('r.oid')} AS open, r.rolsuper OR r.rolbypassrls AS unbound
    FROM pg_roles r ORDER BY 1`;

const names = z.array(z.string());
const catalogSchema = z.strictObject({
  relations: z.array(
    z.strictObject({
      name: z.string(),
      is_view: z.boolean(),
      secured: z.boolean(),
      forced: z.boolean(),
      owner_is_bound: z.boolean(),
      entered: z.boolean(),
      invoker: z.boolean(),
      updatable: z.boolean(),
      columns: names,
      read_by_us: names,
      made_of: names,
      triggers: names,
      triggers_before: names,
    }),
  ),
  policies: z.array(
    z.strictObject({
      table: z.string(),
      name: z.string(),
      permissive: z.boolean(),
      command: z.enum(['ALL', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']),
      roles: names,
      /** All of its roles are ones that no policy holds anyway. */
      for_unbound: z.boolean(),
      for_open: z.boolean(),
      own_columns: names,
      /** `table` or `table.column` of other tables. */
      looks_into: names,
      calls: names,
      /** Its conditions as Postgres writes them out. */
      text: z.string(),
      /** Of what is there, and of what is written; null where the policy states no such condition. */
      using: z.enum(HOLDS).nullable(),
      checks: z.enum(HOLDS).nullable(),
    }),
  ),
  grants: z.array(
    z.strictObject({
      table: z.string(),
      column: z.string().nullable(),
      grantee: z.string(),
      privilege: z.string(),
    }),
  ),
  functions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      called: z.string(),
      language: z.string(),
      definer: z.boolean(),
      is_trigger: z.boolean(),
      search_path: z.string(),
      callers: names,
      definition: z.string(),
    }),
  ),
  roles: z.array(z.strictObject({ name: z.string(), open: z.boolean(), unbound: z.boolean() })),
});
/** What Postgres itself says of who may do what; any role may read it, and it holds no row of anyone. */
export type Catalog = z.infer<typeof catalogSchema>;
export type Relation = Catalog['relations'][number];
export type Policy = Catalog['policies'][number];
export type DatabaseFunction = Catalog['functions'][number];

/** Reads the catalog. The client's search path must hold pg_catalog alone. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const ask = async (sql: string) => (await client.query(sql)).rows;
  return catalogSchema.parse({
    relations: await ask(RELATIONS_SQL),
    policies: await judged(client, await ask(POLICIES_SQL)),
    grants: await ask(GRANTS_SQL),
    functions: await ask(FUNCTIONS_SQL),
    roles: await ask(ROLES_SQL),
  });
}

/** The rows of `POLICIES_SQL` with what becomes of their conditions in place of these. */
async function judged(client: pg.ClientBase, rows: readonly Record<string, string | null>[]) {
  const policies: unknown[] = [];
  for (const { relname, using, using_tree, checks, checks_tree, columns, ...policy } of rows) {
    const held = async (text: string | null | undefined, tree: string | null | undefined) =>
      text == null
        ? null
        : judge(client, { table: relname ?? '', text, tree: tree ?? '', columns: columns ?? '' });
    const holds: Record<string, Holds | null> = {
      using: await held(using, using_tree),
      checks: await held(checks, checks_tree),
    };
    policies.push({ ...policy, text: [using, checks].filter((one) => one != null).join(' AND '), ...holds });
  }
  return policies;
}
