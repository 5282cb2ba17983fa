-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run by the owner of the tables, again after an update of this file or of the application's tables; then make the login of the checks a member: GRANT cts_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'cts_reader') THEN
    CREATE ROLE cts_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

-- Of an admin action only its transactions, under each name that an event gives them: the other fields can name
-- people and their wallets. Resolving a commitment sends one too, and a sweep of many logs no signature at all.
CREATE OR REPLACE VIEW public.admin_action_signatures AS
SELECT logs.ts_unix, named.signature
  FROM public.audit_logs AS logs
 CROSS JOIN LATERAL (VALUES (logs.fields ->> 'signature'), (logs.fields ->> 'txSig'), (logs.fields ->> 'buybackTxSig'),
                            (logs.fields ->> 'voterPotTxSig'), (logs.fields ->> 'voteRewardTxSig'),
                            (logs.fields ->> 'refundSignature')) AS named (signature)
 WHERE (logs.event LIKE 'admin\_%' OR logs.event = 'launch_refund_manual')
   AND logs.event NOT LIKE '%\_error%'
   AND logs.event NOT LIKE '%\_denied%'
   AND named.signature NOT IN ('', 'none', 'pending')
UNION
SELECT resolved_at_unix, resolved_tx_sig
  FROM public.commitments
 WHERE resolved_tx_sig NOT IN ('', 'none', 'pending');

-- What was paid out of escrows, and what of it is set aside in one for voters who have not claimed it yet: the tables
-- come with the application's versions, so each view is made of those that are there. Wallets are not read.
DO $$
DECLARE
  paid text[] := ARRAY['SELECT NULL::bigint AS ts_unix, NULL::text AS signature WHERE false'];
  reserved text[] := ARRAY['SELECT NULL::text AS commitment_id, NULL::numeric AS lamports WHERE false'];
  place record;
BEGIN
  FOR place IN
    SELECT names.name, columns.column_name
      FROM (VALUES ('failure_distributions'), ('milestone_failure_distributions'), ('reward_release_locks'),
                   ('reward_milestone_payout_claims')) AS names (name)
      JOIN information_schema.columns
        ON columns.table_schema = 'public' AND columns.table_name = names.name AND columns.column_name LIKE '%tx\_sig'
     ORDER BY 1, 2
  LOOP
    paid := paid || format('SELECT created_at_unix, %1$I FROM public.%2$I WHERE %1$I NOT IN (%3$L, %4$L, %5$L)',
                           place.column_name, place.name, '', 'none', 'pending');
  END LOOP;
  FOR place IN
    SELECT name
      FROM (VALUES ('failure_distribution'), ('milestone_failure_distribution')) AS names (name)
     WHERE to_regclass('public.' || name || 's') IS NOT NULL
       AND to_regclass('public.' || name || '_allocations') IS NOT NULL
       AND to_regclass('public.' || name || '_claims') IS NOT NULL
  LOOP
    reserved := reserved || format(
      'SELECT made.commitment_id, allocated.amount_lamports::numeric
         FROM public.%1$I AS made JOIN public.%2$I AS allocated ON allocated.distribution_id = made.id
       UNION ALL
       SELECT made.commitment_id, -claimed.amount_lamports::numeric
         FROM public.%1$I AS made JOIN public.%3$I AS claimed ON claimed.distribution_id = made.id
        WHERE claimed.tx_sig <> %4$L',
      place.name || 's', place.name || '_allocations', place.name || '_claims', '');
  END LOOP;
  EXECUTE 'CREATE OR REPLACE VIEW public.escrow_payout_signatures AS ' || array_to_string(paid, ' UNION ');
  EXECUTE format('CREATE OR REPLACE VIEW public.escrow_reserved AS
                  SELECT commitment_id, sum(lamports) AS lamports FROM (%s) AS parts
                   GROUP BY commitment_id HAVING sum(lamports) > 0', array_to_string(reserved, ' UNION ALL '));
END $$;

-- Hosts such as Supabase give every new view of this schema to the public roles of their API: not this one.
DO $$
DECLARE
  public_role text;
BEGIN
  FOREACH public_role IN ARRAY ARRAY['anon', 'authenticated'] LOOP
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = public_role) THEN
      EXECUTE format('REVOKE ALL ON %s FROM %I', 'public.admin_action_signatures, public.escrow_payout_signatures, public.escrow_reserved', public_role);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO cts_reader;
GRANT SELECT (ts_unix, event) ON public.audit_logs TO cts_reader;
GRANT SELECT ON public.admin_action_signatures, public.escrow_payout_signatures, public.escrow_reserved TO cts_reader;
GRANT SELECT (id, kind, status, amount_lamports, total_funded_lamports, creator_fee_mode, escrow_pubkey,
              milestones_json, resolved_at_unix)
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
      EXECUTE format('DROP POLICY IF EXISTS cts_reader_select ON %s', watched);
      EXECUTE format('CREATE POLICY cts_reader_select ON %s FOR SELECT TO cts_reader USING (true)', watched);
    END IF;
  END LOOP;
END $$;
