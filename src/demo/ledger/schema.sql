-- The reference ledger: what the transparency pages are made from.
-- Amounts are TPC with six decimals; instants are kept with their microseconds.
-- Works on PostgreSQL 15 to 18 and on PGlite. Run functions.sql and access.sql after it.

CREATE TABLE public.tpc_distribution_settings (
  -- Exactly one row can exist: the split that the next batch will use.
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  referral_percentage numeric NOT NULL CHECK (referral_percentage >= 0),
  treasury_percentage numeric NOT NULL CHECK (treasury_percentage >= 0),
  buyback_percentage numeric NOT NULL CHECK (buyback_percentage >= 0),
  CHECK (referral_percentage + treasury_percentage + buyback_percentage = 100)
);

INSERT INTO public.tpc_distribution_settings (referral_percentage, treasury_percentage, buyback_percentage)
VALUES (25, 60, 15);

CREATE TABLE public.tpc_distribution_batches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now(),
  period_start timestamptz,
  period_end timestamptz,
  tx_count integer NOT NULL DEFAULT 0 CHECK (tx_count >= 0),
  revenue_sum numeric(18,6) NOT NULL DEFAULT 0,
  referral_sum numeric(18,6) NOT NULL DEFAULT 0,
  treasury_sum numeric(18,6) NOT NULL DEFAULT 0,
  buyback_sum numeric(18,6) NOT NULL DEFAULT 0,
  public_hash text,
  onchain_tx text,
  note text,
  created_by uuid -- private: who started the run
);

CREATE INDEX tpc_distribution_batches_created_at ON public.tpc_distribution_batches (created_at DESC);

CREATE TABLE public.tpc_transactions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid, -- private
  type text NOT NULL CHECK (type IN ('marketplace', 'staking', 'subscription')),
  amount numeric(18,6) NOT NULL CHECK (amount > 0),
  source_id text, -- private: the record in the system that the revenue came from
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'verified')),
  verified_at timestamptz,
  distributed boolean NOT NULL DEFAULT false,
  distributed_at timestamptz,
  batch_id uuid REFERENCES public.tpc_distribution_batches (id),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX tpc_transactions_created_at ON public.tpc_transactions (created_at);
CREATE INDEX tpc_transactions_batch_id ON public.tpc_transactions (batch_id);
CREATE INDEX tpc_transactions_due ON public.tpc_transactions (created_at)
  WHERE status = 'verified' AND NOT distributed;

CREATE TABLE public.tpc_distribution_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  transaction_id uuid NOT NULL REFERENCES public.tpc_transactions (id),
  type text NOT NULL CHECK (type IN ('referral', 'treasury', 'buyback')),
  amount numeric(18,6) NOT NULL CHECK (amount >= 0),
  batch_id uuid NOT NULL REFERENCES public.tpc_distribution_batches (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- The last line of defence against paying a transaction twice.
  UNIQUE (transaction_id, type)
);

CREATE INDEX tpc_distribution_logs_batch_id ON public.tpc_distribution_logs (batch_id);

CREATE TABLE public.tpc_changelog (
  created_at timestamptz NOT NULL DEFAULT now(),
  key text NOT NULL,
  old_value text,
  new_value text,
  reason text,
  admin_id uuid -- private
);

CREATE INDEX tpc_changelog_created_at ON public.tpc_changelog (created_at DESC);

CREATE TABLE public.tpc_public_wallets (
  name text PRIMARY KEY,
  address text NOT NULL,
  type text NOT NULL,
  explorer_url text
);

-- A published hash speaks for the figures beside it. Were the figures to change
-- quietly, every copy that a reader kept would look like a forgery, and the ledger would
-- have no trace of the change. A correction is a new, dated entry instead.
CREATE FUNCTION public.tpc_refuse_hashed_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.created_at, NEW.period_start, NEW.period_end, NEW.tx_count, NEW.revenue_sum,
      NEW.referral_sum, NEW.treasury_sum, NEW.buyback_sum, NEW.public_hash)
    IS DISTINCT FROM
     (OLD.id, OLD.created_at, OLD.period_start, OLD.period_end, OLD.tx_count, OLD.revenue_sum,
      OLD.referral_sum, OLD.treasury_sum, OLD.buyback_sum, OLD.public_hash)
  THEN
    RAISE EXCEPTION 'batch % has a public hash: its hashed figures cannot change', OLD.id
      USING ERRCODE = 'integrity_constraint_violation',
            HINT = 'Record a correction as a new entry instead.';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER tpc_refuse_hashed_change
BEFORE UPDATE ON public.tpc_distribution_batches
FOR EACH ROW WHEN (OLD.public_hash IS NOT NULL)
EXECUTE FUNCTION public.tpc_refuse_hashed_change();
