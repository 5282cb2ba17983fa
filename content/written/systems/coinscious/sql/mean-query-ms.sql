-- COI-03. How many milliseconds does a query take on average, since the statistics were last reset? Needs the
-- extension pg_stat_statements (its mean_time, which the runbook names, went with PostgreSQL 13); without it
-- the answer is unknown. The texts of queries are not read.
SELECT round((sum(total_exec_time) / nullif(sum(calls), 0))::numeric, 3)
  FROM pg_stat_statements
 WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
