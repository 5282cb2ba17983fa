-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run once by the owner; then make the login of the checks a member: GRANT cts_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'cts_reader') THEN
    CREATE ROLE cts_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

-- Of an admin action only its transaction: the other fields can name people and their wallets.
CREATE VIEW public.admin_action_signatures AS
SELECT ts_unix, fields ->> 'signature' AS signature
  FROM public.audit_logs
 WHERE (event LIKE 'admin\_commitment\_%' OR event LIKE 'admin\_reward\_milestone\_release\_%'
        OR event LIKE 'admin\_pumpfun\_launch\_%')
   AND fields ->> 'signature' <> '';

GRANT USAGE ON SCHEMA public TO cts_reader;
GRANT SELECT (ts_unix, event) ON public.audit_logs TO cts_reader;
GRANT SELECT ON public.admin_action_signatures TO cts_reader;
GRANT SELECT (id, kind, status, amount_lamports, creator_fee_mode, escrow_pubkey, milestones_json)
  ON public.commitments TO cts_reader;

-- Either table, or both: the runbook names the first, the field uses the second.
DO $$
DECLARE
  locks regclass;
BEGIN
  FOREACH locks IN ARRAY ARRAY[to_regclass('public.reward_release_locks'),
                               to_regclass('public.reward_milestone_payout_claims')]
  LOOP
    IF locks IS NOT NULL THEN
      EXECUTE format('GRANT SELECT (created_at_unix, tx_sig) ON %s TO cts_reader', locks);
    END IF;
  END LOOP;
END $$;

-- Row-level security hides rows without an error, and what is hidden would look well. Where it is on, the role
-- sees every row (of the columns above).
DO $$
DECLARE
  watched regclass;
BEGIN
  FOREACH watched IN ARRAY ARRAY[to_regclass('public.audit_logs'),
                              to_regclass('public.commitments'),
                              to_regclass('public.reward_release_locks'),
                              to_regclass('public.reward_milestone_payout_claims')]
  LOOP
    IF (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = watched) THEN
      EXECUTE format('CREATE POLICY cts_reader_select ON %s FOR SELECT TO cts_reader USING (true)', watched);
    END IF;
  END LOOP;
END $$;
