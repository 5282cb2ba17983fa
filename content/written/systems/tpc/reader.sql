-- The role that a snapshot takes on, for a database in the field's form: it reads public columns, and of the settings
-- and of their changes nothing but the values that are public. Run by the owner of the tables, again after each
-- change of their form; then make the login of the snapshot a member: GRANT tpc_reader TO <login>.
--
-- Never grant the role anything on the settings themselves, on their changelog or on a table of people (profiles):
-- the views below are read with the rights of their owner, so that none of it is needed.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tpc_reader') THEN
    CREATE ROLE tpc_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

-- Settings: the keys that are public, by name. The site shows of their JSON what it knows, and counts the rest.
CREATE OR REPLACE VIEW public.tpc_public_settings WITH (security_barrier) AS
SELECT key, value
  FROM public.app_settings
 WHERE key IN ('distribution_split', 'public_wallets');

-- Changes of settings: the field's trigger writes the whole row before and after, with the id of a person in it.
-- Out of it comes the value; where the row is the value itself, as earlier ones are, it stays as it is.
CREATE OR REPLACE VIEW public.tpc_public_settings_changelog WITH (security_barrier) AS
SELECT changed_at, key,
       CASE WHEN old_value ->> 'key' = key AND old_value ? 'value' THEN old_value -> 'value' ELSE old_value END
         AS old_value,
       CASE WHEN new_value ->> 'key' = key AND new_value ? 'value' THEN new_value -> 'value' ELSE new_value END
         AS new_value,
       summary
  FROM public.tpc_settings_changelog
 WHERE key IN ('distribution_split', 'public_wallets');

-- Some hosts give their web roles every right on whatever is new: the views are for this role.
REVOKE ALL ON public.tpc_public_settings, public.tpc_public_settings_changelog FROM PUBLIC;
DO $$
DECLARE
  web text;
BEGIN
  FOR web IN SELECT rolname FROM pg_catalog.pg_roles WHERE rolname IN ('anon', 'authenticated') LOOP
    EXECUTE format('REVOKE ALL ON public.tpc_public_settings, public.tpc_public_settings_changelog FROM %I', web);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO tpc_reader;
GRANT SELECT ON public.tpc_public_settings, public.tpc_public_settings_changelog TO tpc_reader;
-- The ids are for joining, and where system.yaml asks for `lookup` they are hashed here too: none is read as it is.
GRANT SELECT (id, type, amount, status, verified_at, distributed, distributed_at, created_at)
  ON public.tpc_transactions TO tpc_reader;
GRANT SELECT (transaction_id, type, amount, batch_id, created_at) ON public.tpc_distribution_logs TO tpc_reader;
GRANT SELECT (id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum,
    buyback_sum, public_hash, onchain_tx, note)
  ON public.tpc_distribution_batches TO tpc_reader;

-- Wallets that are a table of their own, where there is one.
DO $$
BEGIN
  IF to_regclass('public.official_wallets') IS NOT NULL THEN
    GRANT SELECT (name, chain, address, purpose, is_active, explorer_url) ON public.official_wallets TO tpc_reader;
  END IF;
END $$;

-- Row-level security hides rows without an error, and sums over what is left would be wrong. Where it is on, the
-- role sees every row (of the columns above); beside this policy, one that looks into a table of people is not asked.
DO $$
DECLARE
  read regclass;
BEGIN
  FOREACH read IN ARRAY ARRAY[to_regclass('public.tpc_transactions'), to_regclass('public.tpc_distribution_logs'),
                              to_regclass('public.tpc_distribution_batches'), to_regclass('public.official_wallets')]
  LOOP
    CONTINUE WHEN read IS NULL;
    EXECUTE format('DROP POLICY IF EXISTS tpc_reader_select ON %s', read);
    IF (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = read) THEN
      EXECUTE format('CREATE POLICY tpc_reader_select ON %s FOR SELECT TO tpc_reader USING (true)', read);
    END IF;
  END LOOP;
END $$;
