-- Who may see what: tpc_reader reads the public columns and nothing else, and nobody but the
-- owner writes or runs a function. A login for the site is made a member of tpc_reader.

-- Roles belong to the whole cluster: another database may have made it already, or be
-- making it at this moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tpc_reader') THEN
    CREATE ROLE tpc_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$;

GRANT USAGE ON SCHEMA public TO tpc_reader;

ALTER TABLE public.tpc_transactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tpc_distribution_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tpc_distribution_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tpc_changelog ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tpc_public_wallets ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.tpc_distribution_settings ENABLE ROW LEVEL SECURITY;

-- Every row is public, by column: a hidden row would make totals that nobody can check.
CREATE POLICY tpc_reader_select ON public.tpc_transactions FOR SELECT TO tpc_reader USING (true);
CREATE POLICY tpc_reader_select ON public.tpc_distribution_logs FOR SELECT TO tpc_reader USING (true);
CREATE POLICY tpc_reader_select ON public.tpc_distribution_batches FOR SELECT TO tpc_reader USING (true);
CREATE POLICY tpc_reader_select ON public.tpc_changelog FOR SELECT TO tpc_reader USING (true);
CREATE POLICY tpc_reader_select ON public.tpc_public_wallets FOR SELECT TO tpc_reader USING (true);
CREATE POLICY tpc_reader_select ON public.tpc_distribution_settings FOR SELECT TO tpc_reader USING (true);

-- Some hosts grant everything new in public to their web roles by default; there a REVOKE
-- from PUBLIC alone would leave the functions open to anyone.
DO $$
DECLARE
  grantee text;
BEGIN
  FOR grantee IN
    SELECT 'PUBLIC'
    UNION ALL
    SELECT quote_ident(rolname) FROM pg_roles WHERE rolname IN ('anon', 'authenticated')
  LOOP
    EXECUTE 'REVOKE ALL ON TABLE public.tpc_transactions, public.tpc_distribution_logs,
      public.tpc_distribution_batches, public.tpc_changelog, public.tpc_public_wallets,
      public.tpc_distribution_settings FROM ' || grantee;
    EXECUTE 'REVOKE ALL ON FUNCTION public.tpc_refuse_hashed_change(),
      public.tpc_batch_hash_input(uuid), public.tpc_batch_hash(uuid),
      public.tpc_distribute_at(timestamptz, uuid, boolean), public.distribute_batch(),
      public.tpc_change_split_at(timestamptz, numeric, numeric, numeric, text),
      public.update_distribution_split(numeric, numeric, numeric, text),
      public.attach_batch_proof(uuid, text) FROM ' || grantee;
  END LOOP;
END $$;

GRANT SELECT (id, type, amount, status, verified_at, distributed, distributed_at, batch_id, created_at)
  ON public.tpc_transactions TO tpc_reader;
GRANT SELECT (transaction_id, type, amount, batch_id, created_at)
  ON public.tpc_distribution_logs TO tpc_reader;
GRANT SELECT (id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum,
    buyback_sum, public_hash, onchain_tx, note)
  ON public.tpc_distribution_batches TO tpc_reader;
GRANT SELECT (created_at, key, old_value, new_value, reason) ON public.tpc_changelog TO tpc_reader;
GRANT SELECT (name, address, type, explorer_url) ON public.tpc_public_wallets TO tpc_reader;
GRANT SELECT (referral_percentage, treasury_percentage, buyback_percentage)
  ON public.tpc_distribution_settings TO tpc_reader;
