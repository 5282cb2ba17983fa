-- A TPC database as the field has it: settings as JSON, transactions that name no batch, no row-level security.
CREATE TABLE public.tpc_settings (key text PRIMARY KEY, value jsonb NOT NULL);

CREATE TABLE public.tpc_settings_changelog (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid, -- private
  old_value jsonb,
  new_value jsonb,
  summary text
);

CREATE TABLE public.tpc_transactions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid, -- private
  type text NOT NULL,
  amount numeric(18,6) NOT NULL CHECK (amount > 0),
  source_id text, -- private
  status text NOT NULL DEFAULT 'pending',
  verified_at timestamptz,
  distributed boolean NOT NULL DEFAULT false,
  distributed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

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
  public_hash text,
  onchain_tx text,
  note text,
  created_by uuid -- private
);

CREATE TABLE public.tpc_distribution_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  transaction_id uuid NOT NULL REFERENCES public.tpc_transactions (id),
  type text NOT NULL CHECK (type IN ('referral', 'treasury', 'buyback')),
  amount numeric(18,6) NOT NULL CHECK (amount >= 0),
  batch_id uuid REFERENCES public.tpc_distribution_batches (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (transaction_id, type)
);

-- What an operator grants to publish: the public columns, and the settings.
GRANT SELECT ON public.tpc_settings TO tpc_reader;
GRANT SELECT (key, changed_at, old_value, new_value, summary) ON public.tpc_settings_changelog TO tpc_reader;
GRANT SELECT (id, type, amount, status, verified_at, distributed, distributed_at, created_at)
  ON public.tpc_transactions TO tpc_reader;
GRANT SELECT (transaction_id, type, amount, batch_id, created_at) ON public.tpc_distribution_logs TO tpc_reader;
GRANT SELECT (id, created_at, period_start, period_end, tx_count, revenue_sum, referral_sum, treasury_sum,
    buyback_sum, public_hash, onchain_tx, note)
  ON public.tpc_distribution_batches TO tpc_reader;

INSERT INTO public.tpc_settings (key, value) VALUES
  ('distribution_split', '{"referral": 0.10, "treasury": 0.20, "buyback": 0.05}'),
  ('public_wallets', '{
    "treasury": {"label": "Treasury", "address": "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"},
    "buyback": {"label": "Buyback", "address": "PASTE_BUYBACK_WALLET"},
    "burn": {"label": "Burn", "address": ""},
    "liquidity": {"address": "0x0000000000000000000000000000000000000000"}}'),
  ('mail_password', '"never-to-be-published"');

INSERT INTO public.tpc_settings_changelog (key, changed_at, changed_by, old_value, new_value, summary) VALUES
  ('distribution_split', '2026-01-10 12:00:00.5Z', 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa',
   '{"referral": 0.15, "treasury": 0.20, "buyback": 0.05}',
   '{"referral": 0.10, "treasury": 0.20, "buyback": 0.05}', 'Less for referral.'),
  ('support_hours', '2026-01-12 08:00:00Z', 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa', '"daily"', '"weekdays"', NULL);

INSERT INTO public.tpc_distribution_batches (id, created_at, period_start, period_end, tx_count, revenue_sum,
    referral_sum, treasury_sum, buyback_sum, public_hash, created_by) VALUES
  ('10000000-0000-4000-8000-000000000001', '2026-01-05 01:00:00Z', NULL, NULL, 1, 100, 15, 20, 5, NULL,
   'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa'),
  -- The field's documented example. Its sums were made in floating point: the log adds up to a millionth less.
  ('20000000-0000-4000-8000-000000000001', '2026-01-26 01:02:03.123456Z', '2026-01-25Z', '2026-01-26Z', 4,
   1000.100010, 100.010001, 200.020002, 50.005001,
   '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad', 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa');

UPDATE public.tpc_distribution_batches
   SET public_hash = encode(sha256(convert_to(id
         || '|2026-01-05 01:00:00+00|||1|100.000000|15.000000|20.000000|5.000000', 'UTF8')), 'hex')
 WHERE public_hash IS NULL;

INSERT INTO public.tpc_transactions
    (id, user_id, type, amount, source_id, status, verified_at, distributed, distributed_at, created_at)
  SELECT md5('field ' || n)::uuid, 'bbbbbbbb-dead-4bad-8bad-bbbbbbbbbbbb', 'marketplace', amount, 'order ' || n,
         'verified', made, n < 6, CASE WHEN n < 6 THEN made END, made
    FROM (VALUES (1, 100, timestamptz '2026-01-04 10:00:00Z'), (2, 250.025002, '2026-01-25 01:00:00Z'),
                 (3, 250.025003, '2026-01-25 02:00:00Z'), (4, 250.025002, '2026-01-25 03:00:00Z'),
                 (5, 250.025003, '2026-01-25 04:00:00Z'), (6, 7.5, '2026-01-26 04:00:00Z')) AS tx (n, amount, made);

INSERT INTO public.tpc_distribution_logs (transaction_id, type, amount, batch_id)
  SELECT t.id, share.type, round(t.amount * share.fraction, 6), b.id
    FROM public.tpc_transactions AS t
    JOIN public.tpc_distribution_batches AS b ON (t.amount = 100) = (b.tx_count = 1)
    CROSS JOIN LATERAL (VALUES ('referral', CASE b.tx_count WHEN 1 THEN 0.15 ELSE 0.10 END),
                               ('treasury', 0.20), ('buyback', 0.05)) AS share (type, fraction)
   WHERE t.distributed;
