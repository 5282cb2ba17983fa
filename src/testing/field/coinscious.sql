-- COINSCIOUS's tables as its schema makes them.
CREATE TABLE public.token_transfers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), transaction_hash varchar(66) NOT NULL, block_number bigint NOT NULL,
  log_index integer NOT NULL, from_address varchar(42) NOT NULL, to_address varchar(42) NOT NULL,
  amount numeric(78, 0) NOT NULL, partition bytea NOT NULL, "timestamp" timestamptz NOT NULL,
  created_at timestamptz DEFAULT now());
CREATE TABLE public.compliance_actions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), transaction_hash varchar(66) NOT NULL, block_number bigint NOT NULL,
  log_index integer NOT NULL, action_type varchar(50) NOT NULL, wallet_address varchar(42) NOT NULL,
  operator_address varchar(42) NOT NULL, reason_code varchar(66), details jsonb, "timestamp" timestamptz NOT NULL,
  created_at timestamptz DEFAULT now());
CREATE TABLE public.snapshots (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), snapshot_id bigint NOT NULL UNIQUE, transaction_hash varchar(66) NOT NULL,
  block_number bigint NOT NULL, total_supply numeric(78, 0) NOT NULL, holder_count integer NOT NULL,
  "timestamp" timestamptz NOT NULL, created_at timestamptz DEFAULT now());
CREATE TABLE public.alerts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), alert_type varchar(50) NOT NULL, severity varchar(20) NOT NULL,
  title varchar(200) NOT NULL, message text NOT NULL, data jsonb, sent_at timestamptz,
  created_at timestamptz DEFAULT now());
