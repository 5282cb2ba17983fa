-- A TPC database as the field has it, on a host that gives its web roles every right by default: settings as JSON
-- beside private ones, behind policies that look into the table of people; transactions that name no batch;
-- batches without row-level security. Its distribution runs outside the database (schema `edge`, at the end). The
-- roles of the host's web are there before (see roles.ts).

CREATE SCHEMA auth;
CREATE TABLE auth.users (id uuid PRIMARY KEY, email text);
-- Who asks, as the host's gateway tells it: `request.jwt.claims` of the session.
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS
  $$SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid$$;
CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS
  $$SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'$$;

GRANT USAGE ON SCHEMA public, auth TO anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON FUNCTIONS TO anon, authenticated, service_role;

-- People. Whoever has a row may change it, the column `role` too.
CREATE TABLE public.profiles (
  id uuid PRIMARY KEY REFERENCES auth.users (id),
  username text UNIQUE,
  full_name text,
  phone_wa text,
  role text DEFAULT 'member'
);
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
CREATE POLICY profile_own_read ON public.profiles FOR SELECT USING (id = auth.uid());
CREATE POLICY profile_own_write ON public.profiles FOR UPDATE USING (id = auth.uid());
CREATE POLICY profile_own_insert ON public.profiles FOR INSERT WITH CHECK (id = auth.uid());

CREATE TABLE public.app_settings (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  is_public boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid REFERENCES public.profiles (id) -- private
);
ALTER TABLE public.app_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY settings_wallets_read ON public.app_settings FOR SELECT USING (key IN ('public_wallets'));
CREATE POLICY settings_admin_read ON public.app_settings FOR SELECT
  USING (EXISTS (SELECT FROM public.profiles AS person WHERE person.id = auth.uid() AND person.role = 'admin'));
CREATE POLICY settings_service ON public.app_settings FOR ALL
  USING (auth.role() = 'service_role') WITH CHECK (auth.role() = 'service_role');

-- Changes of two settings, written by a trigger: the whole row before and after, and so who changed it.
CREATE TABLE public.tpc_settings_changelog (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid, -- private
  old_value jsonb,
  new_value jsonb,
  summary text NOT NULL DEFAULT ''
);
ALTER TABLE public.tpc_settings_changelog ENABLE ROW LEVEL SECURITY;
CREATE POLICY settings_changelog_closed ON public.tpc_settings_changelog FOR SELECT USING (false);
CREATE POLICY settings_changelog_service ON public.tpc_settings_changelog FOR INSERT
  WITH CHECK (auth.role() = 'service_role');

CREATE FUNCTION public._changelog_app_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NEW.key IN ('distribution_split', 'public_wallets') THEN
    INSERT INTO tpc_settings_changelog (key, changed_by, old_value, new_value, summary)
      VALUES (NEW.key, auth.uid(), to_jsonb(OLD), to_jsonb(NEW), NEW.key || ' updated');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settings_changed AFTER UPDATE ON public.app_settings
  FOR EACH ROW EXECUTE FUNCTION public._changelog_app_settings();

-- Another log, of releases and incidents, which bears the name that the runbook's changelog has.
CREATE TABLE public.tpc_changelog (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now(),
  key text NOT NULL,
  old_value text,
  new_value text,
  reason text,
  admin_id text -- private
);
ALTER TABLE public.tpc_changelog ENABLE ROW LEVEL SECURITY;
CREATE POLICY changelog_read ON public.tpc_changelog FOR SELECT USING (true);

CREATE TABLE public.tpc_transactions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE, -- private
  type text NOT NULL CONSTRAINT documented_types CHECK (type IN ('marketplace', 'staking', 'subscription')),
  amount numeric(18,6) NOT NULL CHECK (amount > 0),
  source_id text, -- private
  status text NOT NULL DEFAULT 'pending' CONSTRAINT documented_statuses CHECK (status IN ('pending', 'verified')),
  verifier_note text, -- private
  verified_at timestamptz,
  distributed boolean NOT NULL DEFAULT false,
  distributed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE public.tpc_transactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY transaction_own_read ON public.tpc_transactions FOR SELECT USING (auth.uid() = user_id);
CREATE POLICY transaction_admin_read ON public.tpc_transactions FOR SELECT
  USING (EXISTS (SELECT FROM public.profiles AS person WHERE person.id = auth.uid() AND person.role = 'admin'));
CREATE POLICY transaction_service ON public.tpc_transactions FOR ALL
  USING (auth.role() = 'service_role') WITH CHECK (auth.role() = 'service_role');

CREATE TABLE public.tpc_distribution_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  transaction_id uuid NOT NULL REFERENCES public.tpc_transactions (id) ON DELETE CASCADE,
  type text NOT NULL CONSTRAINT documented_parts CHECK (type IN ('referral', 'treasury', 'buyback')),
  amount numeric(18,6) NOT NULL CHECK (amount >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (transaction_id, type)
);
ALTER TABLE public.tpc_distribution_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY log_admin_read ON public.tpc_distribution_logs FOR SELECT
  USING (EXISTS (SELECT FROM public.profiles AS person WHERE person.id = auth.uid() AND person.role = 'admin'));
CREATE POLICY log_service ON public.tpc_distribution_logs FOR INSERT WITH CHECK (auth.role() = 'service_role');

-- No row-level security, and every right by default: whoever has no login may write here.
CREATE TABLE public.tpc_distribution_batches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now(),
  period_start timestamptz,
  period_end timestamptz,
  tx_count integer NOT NULL DEFAULT 0,
  revenue_sum numeric(18,6) NOT NULL DEFAULT 0,
  referral_sum numeric(18,6) NOT NULL DEFAULT 0,
  treasury_sum numeric(18,6) NOT NULL DEFAULT 0,
  buyback_sum numeric(18,6) NOT NULL DEFAULT 0,
  note text,
  created_by uuid, -- private
  public_hash text,
  onchain_tx text
);

-- A later migration: the lines that were there before name no batch, nor do those of a batch that is deleted.
ALTER TABLE public.tpc_distribution_logs
  ADD COLUMN batch_id uuid REFERENCES public.tpc_distribution_batches (id) ON DELETE SET NULL;

-- The hash is of the text that the calling session prints: its TimeZone and DateStyle are in it.
CREATE FUNCTION public._batch_hash_payload(p_batch_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT concat_ws('|', id, created_at, coalesce(period_start::text, ''), coalesce(period_end::text, ''), tx_count,
                   revenue_sum, referral_sum, treasury_sum, buyback_sum)
    FROM tpc_distribution_batches WHERE id = p_batch_id
$$;
CREATE FUNCTION public.generate_batch_public_hash(p_batch_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  made text := encode(sha256(convert_to(_batch_hash_payload(p_batch_id), 'UTF8')), 'hex');
BEGIN
  UPDATE tpc_distribution_batches SET public_hash = made WHERE id = p_batch_id;
  RETURN made;
END $$;
-- Meant to close it; the right that the web roles have by default stays.
REVOKE ALL ON FUNCTION public.generate_batch_public_hash(uuid) FROM PUBLIC;

CREATE FUNCTION public.admin_set_distribution_split(p_referral numeric, p_treasury numeric, p_buyback numeric)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  made jsonb := jsonb_build_object('referral', p_referral, 'treasury', p_treasury, 'buyback', p_buyback);
BEGIN
  IF NOT EXISTS (SELECT FROM profiles WHERE id = auth.uid() AND role = 'admin') THEN
    RAISE EXCEPTION 'forbidden';
  END IF;
  IF least(p_referral, p_treasury, p_buyback) < 0 OR p_referral + p_treasury + p_buyback > 1 THEN
    RAISE EXCEPTION 'no split: %', made;
  END IF;
  INSERT INTO app_settings (key, value) VALUES ('distribution_split', made)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now(), updated_by = auth.uid();
  RETURN made;
END $$;

CREATE FUNCTION public.admin_set_batch_onchain_tx(p_batch_id uuid, p_onchain_tx text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM profiles WHERE id = auth.uid() AND role = 'admin') THEN
    RAISE EXCEPTION 'forbidden';
  END IF;
  IF length(p_onchain_tx) < 20 THEN
    RAISE EXCEPTION 'no signature';
  END IF;
  UPDATE tpc_distribution_batches SET onchain_tx = p_onchain_tx WHERE id = p_batch_id;
  RETURN '{"ok": true}';
END $$;

-- What the public API calls. Meant to be read by everyone.
CREATE FUNCTION public.get_public_metrics() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT jsonb_build_object(
    'total_revenue', (SELECT coalesce(sum(amount), 0) FROM tpc_transactions
                       WHERE type IN ('marketplace', 'staking', 'subscription')),
    'verified_revenue', (SELECT coalesce(sum(amount), 0) FROM tpc_transactions WHERE status = 'verified'),
    'distributed_revenue', (SELECT coalesce(sum(amount), 0) FROM tpc_transactions WHERE distributed),
    'tx_total', (SELECT count(*) FROM tpc_transactions WHERE type IN ('marketplace', 'staking', 'subscription')),
    'tx_verified', (SELECT count(*) FROM tpc_transactions WHERE status = 'verified'),
    'tx_distributed', (SELECT count(*) FROM tpc_transactions WHERE distributed),
    'distributed', (SELECT jsonb_build_object(
        'referral', coalesce(sum(amount) FILTER (WHERE type = 'referral'), 0),
        'treasury', coalesce(sum(amount) FILTER (WHERE type = 'treasury'), 0),
        'buyback', coalesce(sum(amount) FILTER (WHERE type = 'buyback'), 0)) FROM tpc_distribution_logs))
$$;
CREATE FUNCTION public.get_public_batches(p_limit integer DEFAULT 10)
RETURNS TABLE (id uuid, created_at timestamptz, period_start timestamptz, period_end timestamptz, tx_count integer,
  revenue_sum numeric, referral_sum numeric, treasury_sum numeric, buyback_sum numeric, public_hash text,
  onchain_tx text, note text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT b.id, b.created_at, b.period_start, b.period_end, b.tx_count, b.revenue_sum, b.referral_sum,
         b.treasury_sum, b.buyback_sum, b.public_hash, b.onchain_tx, b.note
    FROM tpc_distribution_batches AS b ORDER BY b.created_at DESC LIMIT greatest(p_limit, 1)
$$;
CREATE FUNCTION public.get_public_wallets() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$SELECT coalesce((SELECT value FROM app_settings WHERE key = 'public_wallets'), '{}')$$;
CREATE FUNCTION public.get_public_changelog(p_limit integer DEFAULT 20)
RETURNS TABLE (changed_at timestamptz, key text, summary text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.changed_at, c.key, c.summary FROM tpc_settings_changelog AS c
   ORDER BY c.changed_at DESC LIMIT greatest(p_limit, 1)
$$;

-- The platform's function outside the database, which runs with the rights of service_role: sums in floating point,
-- not rounded; log lines rounded by their column; a line that is there already is passed over, its transaction
-- still counted.
CREATE SCHEMA edge;
CREATE FUNCTION edge.distribute(p_at timestamptz, p_batch uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  split jsonb := (SELECT value FROM public.app_settings WHERE key = 'distribution_split');
  tx record;
  counted integer := 0;
  sums double precision[] := ARRAY[0, 0, 0, 0];
  shares double precision[] := ARRAY[split -> 'referral', split -> 'treasury', split -> 'buyback'];
BEGIN
  INSERT INTO public.tpc_distribution_batches (id, created_at, period_start, period_end, note)
    SELECT p_batch, p_at, min(created_at), max(created_at), 'Auto distribution batch'
      FROM public.tpc_transactions WHERE status = 'verified' AND NOT distributed;
  FOR tx IN SELECT id, amount::double precision AS amount FROM public.tpc_transactions
             WHERE status = 'verified' AND NOT distributed ORDER BY created_at, id
  LOOP
    counted := counted + 1;
    sums := ARRAY[sums[1] + tx.amount, sums[2] + tx.amount * shares[1], sums[3] + tx.amount * shares[2],
                  sums[4] + tx.amount * shares[3]];
    BEGIN
      INSERT INTO public.tpc_distribution_logs (transaction_id, batch_id, type, amount, created_at)
        SELECT tx.id, p_batch, part, (tx.amount * share)::text::numeric, p_at
          FROM unnest(ARRAY['referral', 'treasury', 'buyback'], shares) AS parts (part, share);
    EXCEPTION WHEN unique_violation THEN
      NULL;
    END;
    UPDATE public.tpc_transactions SET distributed = true, distributed_at = p_at WHERE id = tx.id;
  END LOOP;
  UPDATE public.tpc_distribution_batches
     SET tx_count = counted, revenue_sum = sums[1]::text::numeric, referral_sum = sums[2]::text::numeric,
         treasury_sum = sums[3]::text::numeric, buyback_sum = sums[4]::text::numeric
   WHERE id = p_batch;
  RETURN public.generate_batch_public_hash(p_batch);
END $$;

-- An honest month: one transaction distributed before there were batches, a batch at 15/20/5, a change of the
-- split, a batch at 10/20/5 (the field's documented example), and a transaction that waits.
INSERT INTO auth.users (id) VALUES
  ('aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa'), ('bbbbbbbb-dead-4bad-8bad-bbbbbbbbbbbb');
INSERT INTO public.profiles (id, username, full_name, role) VALUES
  ('aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa', 'never-published-admin', 'Never Published', 'admin'),
  ('bbbbbbbb-dead-4bad-8bad-bbbbbbbbbbbb', 'never-published-user', 'Never Published', 'member');

INSERT INTO public.app_settings (key, value, is_public, updated_by) VALUES
  ('distribution_split', '{"referral": 0.15, "treasury": 0.20, "buyback": 0.05}', false,
   'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa'),
  ('public_wallets', '{
    "treasury": {"label": "Treasury", "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"},
    "buyback": {"label": "Buyback", "address": "PASTE_BUYBACK_WALLET"},
    "burn": {"label": "Burn", "address": ""},
    "liquidity": {"address": "0x0000000000000000000000000000000000000000"}}', true, NULL),
  ('mail_password', '"never-to-be-published"', false, 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa');

UPDATE public.app_settings SET value = '{"referral": 0.10, "treasury": 0.20, "buyback": 0.05}'
 WHERE key = 'distribution_split';
UPDATE public.tpc_settings_changelog SET changed_at = '2026-01-10 12:00:00.5Z', summary = 'Less for referral.';

INSERT INTO public.tpc_changelog (created_at, key, old_value, new_value, reason, admin_id) VALUES
  ('2026-01-20 09:00:00Z', 'release_2', 'version 1', 'version 1 and 2', 'A longer history.', 'never-published-admin');

INSERT INTO public.tpc_distribution_batches (id, created_at, period_start, period_end, tx_count, revenue_sum,
    referral_sum, treasury_sum, buyback_sum, created_by) VALUES
  ('10000000-0000-4000-8000-000000000001', '2026-01-05 01:00:00Z', NULL, NULL, 1, 100, 15, 20, 5,
   'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa'),
  -- Its sums were made in floating point: the log adds up to a millionth less.
  ('20000000-0000-4000-8000-000000000001', '2026-01-26 01:02:03.123456Z', '2026-01-25Z', '2026-01-26Z', 4,
   1000.100010, 100.010001, 200.020002, 50.005001, 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa');
SET TimeZone = 'UTC';
SET DateStyle = 'ISO, MDY';
SELECT public.generate_batch_public_hash(id) FROM public.tpc_distribution_batches;
RESET TimeZone;
RESET DateStyle;

INSERT INTO public.tpc_transactions
    (id, user_id, type, amount, source_id, status, verified_at, distributed, distributed_at, created_at)
  SELECT md5('field ' || n)::uuid, 'bbbbbbbb-dead-4bad-8bad-bbbbbbbbbbbb', 'marketplace', amount, 'order ' || n,
         'verified', made, n < 6, CASE WHEN n < 6 THEN made END, made
    FROM (VALUES (0, 40, timestamptz '2025-12-20 10:00:00Z'), (1, 100, '2026-01-04 10:00:00Z'),
                 (2, 250.025002, '2026-01-25 01:00:00Z'), (3, 250.025003, '2026-01-25 02:00:00Z'),
                 (4, 250.025002, '2026-01-25 03:00:00Z'), (5, 250.025003, '2026-01-25 04:00:00Z'),
                 (6, 7.5, '2026-01-26 04:00:00Z')) AS tx (n, amount, made);

INSERT INTO public.tpc_distribution_logs (transaction_id, type, amount, batch_id, created_at)
  SELECT t.id, share.type, round(t.amount * share.fraction, 6), b.id, coalesce(b.created_at, t.created_at)
    FROM public.tpc_transactions AS t
    LEFT JOIN public.tpc_distribution_batches AS b ON t.amount <> 40 AND (t.amount = 100) = (b.tx_count = 1)
    CROSS JOIN LATERAL (VALUES ('referral', CASE b.tx_count WHEN 4 THEN 0.10 ELSE 0.15 END),
                               ('treasury', 0.20), ('buyback', 0.05)) AS share (type, fraction)
   WHERE t.distributed;
