-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run by the owner of the tables, again after an update of this file; then make the login of the checks a member: GRANT coinscious_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'coinscious_reader') THEN
    CREATE ROLE coinscious_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

GRANT USAGE ON SCHEMA public TO coinscious_reader;
GRANT SELECT (action_type, reason_code, "timestamp") ON public.compliance_actions TO coinscious_reader;
GRANT SELECT ("timestamp") ON public.token_transfers TO coinscious_reader;
GRANT SELECT (holder_count, "timestamp") ON public.snapshots TO coinscious_reader;
GRANT SELECT (alert_type, severity, created_at) ON public.alerts TO coinscious_reader;

-- Row-level security hides rows without an error, and what is hidden would look well. Where it is on, the role
-- sees every row (of the columns above).
DO $$
DECLARE
  watched regclass;
BEGIN
  FOREACH watched IN ARRAY ARRAY[to_regclass('public.compliance_actions'),
                              to_regclass('public.token_transfers'),
                              to_regclass('public.snapshots'),
                              to_regclass('public.alerts')]
  LOOP
    IF (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = watched) THEN
      EXECUTE format('DROP POLICY IF EXISTS coinscious_reader_select ON %s', watched);
      EXECUTE format('CREATE POLICY coinscious_reader_select ON %s FOR SELECT TO coinscious_reader USING (true)', watched);
    END IF;
  END LOOP;
END $$;
