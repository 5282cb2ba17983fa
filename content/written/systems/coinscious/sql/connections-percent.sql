-- COI-03. Which share of the connections that ordinary roles may open is in use, in percent? Of the server: the
-- pool inside a service cannot be seen from here. The runbook counts only active sessions, but an idle one
-- holds its place too. Who is connected, from where, and with what query is not read; of another
-- role's session Postgres does not even tell what it is for, so one with a role and a database counts.
SELECT round(100.0 * count(*) /
         (current_setting('max_connections')::integer
          - current_setting('superuser_reserved_connections')::integer), 2)
  FROM pg_catalog.pg_stat_activity
 WHERE usesysid IS NOT NULL
   AND datid IS NOT NULL
   AND coalesce(backend_type, 'client backend') = 'client backend'
