-- Invented indexer tables. The addresses are hashes that nobody holds a key to.
CREATE TABLE public.compliance_actions (
  transaction_hash text NOT NULL,
  block_number bigint NOT NULL,
  log_index integer NOT NULL,
  action_type text NOT NULL,
  wallet_address text NOT NULL, -- private
  operator_address text NOT NULL, -- private
  reason_code text,
  details text, -- private
  "timestamp" timestamptz NOT NULL,
  PRIMARY KEY (transaction_hash, log_index)
);

CREATE TABLE public.token_transfers (
  transaction_hash text NOT NULL,
  log_index integer NOT NULL,
  from_address text NOT NULL, -- private
  to_address text NOT NULL, -- private
  amount numeric(78,0) NOT NULL,
  "timestamp" timestamptz NOT NULL,
  PRIMARY KEY (transaction_hash, log_index)
);

CREATE TABLE public.snapshots (
  "timestamp" timestamptz PRIMARY KEY,
  holder_count integer NOT NULL,
  total_supply numeric(78,0) NOT NULL
);

CREATE TABLE public.alerts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  alert_type text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  title text NOT NULL, -- private
  message text NOT NULL, -- private
  created_at timestamptz NOT NULL
);

INSERT INTO public.compliance_actions
SELECT demo_hash('compliance ' || n), 20000000 + n, 0,
       (ARRAY['WHITELIST_ADD', 'WHITELIST_ADD', 'WHITELIST_REMOVE', 'WALLET_FREEZE', 'WALLET_UNFREEZE'])[n % 5 + 1],
       substr(demo_hash('wallet ' || n), 1, 42), substr(demo_hash('operator'), 1, 42),
       (ARRAY['KYC_APPROVED', 'KYC_APPROVED', 'KYC_EXPIRED', 'UNDER_REVIEW', 'REVIEW_CLOSED'])[n % 5 + 1],
       NULL, now() - n * interval '3 hours 7 minutes'
  FROM generate_series(0, 200) AS n;

INSERT INTO public.token_transfers
SELECT demo_hash('transfer ' || n), 0, substr(demo_hash('wallet ' || n % 97), 1, 42),
       substr(demo_hash('wallet ' || n % 89), 1, 42), 1000000000000000000 * (1 + n % 40)::numeric,
       now() - n * interval '11 minutes'
  FROM generate_series(0, 400) AS n;

INSERT INTO public.snapshots
SELECT date_trunc('hour', now()) - n * interval '1 hour', 1284 - n / 30, 25000000000000000000000000
  FROM generate_series(0, 240) AS n;

INSERT INTO public.alerts (alert_type, severity, title, message, created_at)
SELECT (ARRAY['INDEXER_LAG', 'SLOW_QUERY', 'RPC_RETRY'])[n % 3 + 1], (ARRAY['HIGH', 'MEDIUM', 'LOW'])[n % 3 + 1],
       'Invented alert', 'Invented alert', now() - n * interval '9 hours'
  FROM generate_series(0, 40) AS n
UNION ALL
SELECT 'COMPLIANCE_VIOLATION', 'CRITICAL', 'Invented alert', 'Invented alert', now() - interval '52 days';

-- Stands in for the extension, which the embedded database does not have.
CREATE TABLE public.pg_stat_statements (dbid oid, calls bigint, total_exec_time double precision);
INSERT INTO public.pg_stat_statements
SELECT (SELECT oid FROM pg_database WHERE datname = current_database()), 1000 * n, 14200.5 * n
  FROM generate_series(1, 5) AS n;
GRANT SELECT ON public.pg_stat_statements TO PUBLIC;
