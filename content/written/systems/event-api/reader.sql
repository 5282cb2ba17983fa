-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run once by the owner; then make the login of the checks a member: GRANT event_api_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'event_api_reader') THEN
    CREATE ROLE event_api_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

GRANT USAGE ON SCHEMA public TO event_api_reader;
GRANT SELECT (event_id, enrollment_id, decided_at) ON public.graduation_decisions TO event_api_reader;
GRANT SELECT (event_id, action, entity_id, created_at) ON public.audit_logs TO event_api_reader;

-- Row-level security hides rows without an error: a hidden decision would look like one with evidence.
CREATE POLICY event_api_reader_select ON public.graduation_decisions
  FOR SELECT TO event_api_reader USING (true);
CREATE POLICY event_api_reader_select ON public.audit_logs
  FOR SELECT TO event_api_reader USING (true);
