-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run by the owner of the tables, again after an update of this file; then make the login of the checks a member: GRANT event_api_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'event_api_reader') THEN
    CREATE ROLE event_api_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

-- Of a decision only whether the audit log has its evidence: an entry "graduation.decided" that names the decision,
-- and says the same of whom and what was decided. The note in it, and who decided, stay where they are.
CREATE OR REPLACE VIEW public.graduation_decision_evidence AS
SELECT decisions.id AS decision_id, decisions.event_id,
       EXISTS (SELECT 1
                 FROM public.audit_logs AS evidence
                WHERE evidence.action = 'graduation.decided'
                  AND evidence.event_id = decisions.event_id
                  AND evidence.entity_id = decisions.id
                  AND coalesce(evidence.metadata ->> 'enrollmentId', decisions.enrollment_id::text)
                      = decisions.enrollment_id::text
                  AND coalesce(evidence.metadata ->> 'decision', decisions.decision) = decisions.decision) AS has_evidence
  FROM public.graduation_decisions AS decisions;

-- Hosts such as Supabase give every new view of this schema to the public roles of their API: not this one.
DO $$
DECLARE
  public_role text;
BEGIN
  FOREACH public_role IN ARRAY ARRAY['anon', 'authenticated'] LOOP
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = public_role) THEN
      EXECUTE format('REVOKE ALL ON %s FROM %I', 'public.graduation_decision_evidence', public_role);
    END IF;
  END LOOP;
END $$;

-- The view is read as its owner, whom row-level security of the owner's own tables does not keep from any row.
GRANT USAGE ON SCHEMA public TO event_api_reader;
GRANT SELECT ON public.graduation_decision_evidence TO event_api_reader;
