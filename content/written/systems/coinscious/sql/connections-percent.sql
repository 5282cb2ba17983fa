-- COI-03. Which share of the connections that ordinary roles may open is in use, in percent? Of the server: the
-- pool inside a service cannot be seen from here. The runbook counts only active sessions, but an idle one
-- holds its place too. Who is connected, from where, and with what query is not read.
SELECT round(100.0 * count(*) /
         (current_setting('max_connections')::integer
          - current_setting('superuser_reserved_connections')::integer), 2)
  FROM pg_catalog.pg_stat_activity
 WHERE backend_type = 'client backend'
