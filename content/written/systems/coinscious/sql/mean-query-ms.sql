-- COI-03. How many milliseconds does a query take on average, since the statistics were last reset? Needs the
-- extension pg_stat_statements (its mean_time, which the runbook names, went with PostgreSQL 13); without it
-- there is no answer, which is unknown. Where the extension lives differs from host to host, so it is looked up
-- and asked through query_to_xml. The texts of queries are not read.
SELECT round((xpath('/row/mean/text()', query_to_xml(
         format('SELECT sum(total_exec_time) / nullif(sum(calls), 0) AS mean FROM %s WHERE dbid = %s',
                statistics.oid::regclass, databases.oid),
         false, true, '')))[1]::text::numeric, 3)
  FROM pg_catalog.pg_class AS statistics
 CROSS JOIN pg_catalog.pg_database AS databases
 WHERE statistics.relname = 'pg_stat_statements'
   AND databases.datname = current_database()
