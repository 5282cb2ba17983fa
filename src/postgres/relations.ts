import type pg from 'pg';

/** A table or view outside the system catalogs that a transaction has read so far. */
export interface ReadRelation {
  /** With its schema, quoted where it must be: fit to stand in SQL. */
  readonly name: string;
  /** Whether rows of it were looked at. A view has none of its own, and what lies elsewhere tells nothing: true. */
  readonly scanned: boolean;
  /** Whether the present role may itself ask it, and it is no part of another one in the list. */
  readonly askable: boolean;
}

/**
 * Postgres locks every relation that a statement reads – those behind views, in functions and partitions too – and
 * keeps the lock to the end of the transaction: that is the list, whatever the text of the statement looks like.
 */
const LOCKED = `
  locked AS (
    SELECT DISTINCT relation.oid, relation.relname, relation.relkind, relation.relowner
      FROM pg_locks AS lock
      JOIN pg_class AS relation ON relation.oid = lock.relation
      JOIN pg_namespace AS schema ON schema.oid = relation.relnamespace
     WHERE lock.pid = pg_backend_pid() AND lock.locktype = 'relation'
       AND lock.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND relation.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND schema.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')),
  -- A partition, or a table that inherits, is read through its parent, and a table that a policy looks into for that
  -- policy alone, unless the statement names it.
  parts AS (
    SELECT locked.oid FROM locked
     WHERE position(lower(relname) IN lower($1)) = 0
       AND (EXISTS (SELECT FROM pg_inherits JOIN locked AS parent ON parent.oid = inhparent
                     WHERE inhrelid = locked.oid)
            OR EXISTS (SELECT FROM pg_depend AS depend
                         JOIN pg_policy AS policy ON policy.oid = depend.objid AND policy.polrelid <> locked.oid
                         JOIN locked AS secured ON secured.oid = policy.polrelid
                        WHERE depend.classid = 'pg_policy'::regclass
                          AND depend.refclassid = 'pg_class'::regclass AND depend.refobjid = locked.oid)))`;

const READ = `
  WITH ${LOCKED}
  SELECT locked.oid::regclass::text AS name,
         relkind = 'f'
           OR relkind = 'v' AND NOT EXISTS (SELECT FROM locked AS beneath WHERE beneath.relkind IN ('r', 'p', 'm', 'f'))
           OR coalesce(pg_stat_get_xact_numscans(oid), 0)
              + coalesce((SELECT sum(pg_stat_get_xact_numscans(indexrelid)) FROM pg_index WHERE indrelid = oid), 0) > 0
           OR NOT current_setting('track_counts')::boolean AS scanned,
         relkind = 'v' AS is_view,
         has_any_column_privilege(oid, 'SELECT') AND oid NOT IN (SELECT oid FROM parts) AS askable
    FROM locked ORDER BY 1`;

/**
 * Tables of which row-level security may have kept rows from whoever read them: no policy shows every one. Behind a
 * view that is its owner, unless the view says security_invoker; a table that neither the present role nor an
 * owner of a view can have read was read by a function as somebody else, of whom nothing is known.
 */
const HIDING = `
  WITH RECURSIVE ${LOCKED},
  behind AS (
    SELECT view.oid AS view, view.relowner AS owner, view.reloptions, depend.refobjid AS oid
      FROM pg_class AS view
      JOIN pg_rewrite AS rule ON rule.ev_class = view.oid
      JOIN pg_depend AS depend ON depend.classid = 'pg_rewrite'::regclass AND depend.objid = rule.oid
       AND depend.refclassid = 'pg_class'::regclass AND depend.refobjid <> view.oid
     WHERE view.relkind IN ('v', 'm')),
  reached AS (
    SELECT behind.* FROM behind JOIN locked ON locked.oid = behind.view
    UNION
    SELECT behind.* FROM behind JOIN reached ON reached.oid = behind.view),
  readings AS (
    SELECT oid, CASE WHEN EXISTS (SELECT FROM pg_options_to_table(reloptions)
                                   WHERE option_name = 'security_invoker' AND option_value::boolean)
                     THEN (SELECT oid FROM pg_roles WHERE rolname = current_user) ELSE owner END AS reader
      FROM reached
    UNION
    SELECT locked.oid, me.oid FROM locked JOIN pg_roles AS me ON me.rolname = current_user
     WHERE has_any_column_privilege(locked.oid, 'SELECT') AND locked.oid NOT IN (SELECT oid FROM parts)
    UNION
    SELECT oid, NULL FROM locked
     WHERE NOT has_any_column_privilege(oid, 'SELECT') AND oid NOT IN (SELECT oid FROM reached)
       AND oid NOT IN (SELECT oid FROM parts))
  SELECT DISTINCT secured.oid::regclass::text AS name
    FROM readings
    JOIN pg_class AS secured ON secured.oid = readings.oid AND secured.relrowsecurity
    LEFT JOIN pg_roles AS reader ON reader.oid = readings.reader
   WHERE readings.reader IS NULL
      OR NOT (reader.rolsuper OR reader.rolbypassrls)
         AND (secured.relforcerowsecurity OR NOT pg_has_role(reader.oid, secured.relowner, 'USAGE'))
         AND (NOT EXISTS (SELECT FROM pg_policy
                           WHERE polrelid = secured.oid AND polpermissive AND polcmd IN ('r', '*')
                             AND pg_get_expr(polqual, polrelid) = 'true'
                             AND EXISTS (SELECT FROM unnest(polroles) AS named
                                          WHERE named = 0 OR pg_has_role(reader.oid, named, 'USAGE')))
              OR EXISTS (SELECT FROM pg_policy
                          WHERE polrelid = secured.oid AND NOT polpermissive AND polcmd IN ('r', '*')
                            AND pg_get_expr(polqual, polrelid) <> 'true'
                            AND EXISTS (SELECT FROM unnest(polroles) AS named
                                         WHERE named = 0 OR pg_has_role(reader.oid, named, 'USAGE'))))
   ORDER BY 1`;

/** What the present transaction has read so far, by `statement`: the system catalogs are left out. */
export async function relationsRead(client: pg.Client, statement: string): Promise<ReadRelation[]> {
  const { rows } = await client.query<ReadRelation>(READ, [statement]);
  return rows;
}

/**
 * The tables that the present transaction has read by `statement`, or would by its plan, and of which row-level
 * security may have hidden rows. It hides them without an error: without offenders, a table would look well.
 */
export async function tablesHidingRows(client: pg.Client, statement: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(HIDING, [statement]);
  return rows.map(({ name }) => name);
}
