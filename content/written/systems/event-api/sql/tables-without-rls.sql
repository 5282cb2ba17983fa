-- EVT-05. Which of the tables that hold people's data have no row-level security? Each row is an offender, and a
-- table that is not there at all is one too: nothing is then known to protect it.
SELECT expected.name
  FROM (VALUES ('events'), ('enrollments'), ('graduation_decisions'), ('audit_logs')) AS expected (name)
  LEFT JOIN pg_catalog.pg_class AS tables
    ON tables.oid = to_regclass('public.' || expected.name)
 WHERE tables.relrowsecurity IS NOT TRUE
