-- Commit To Ship's tables as its migrations and the application itself make them: ids are text, milestones a JSON text.
CREATE TABLE public.commitments (
  id text PRIMARY KEY,
  authority text NOT NULL, -- private
  amount_lamports bigint NOT NULL,
  deadline_unix bigint NOT NULL,
  escrow_pubkey text NOT NULL,
  escrow_secret_key text NOT NULL, -- private
  kind text NOT NULL DEFAULT 'personal',
  creator_pubkey text,
  creator_fee_mode text,
  total_funded_lamports bigint NOT NULL DEFAULT 0,
  unlocked_lamports bigint NOT NULL DEFAULT 0,
  milestones_json text,
  status text NOT NULL,
  created_at_unix bigint NOT NULL,
  resolved_at_unix bigint,
  resolved_tx_sig text);
CREATE TABLE public.audit_logs (
  id bigserial PRIMARY KEY, ts_unix bigint NOT NULL, event text NOT NULL, fields jsonb NOT NULL DEFAULT '{}');
CREATE TABLE public.reward_release_locks (
  commitment_id text, milestone_id text, created_at_unix bigint NOT NULL, tx_sig text,
  PRIMARY KEY (commitment_id, milestone_id));
CREATE TABLE public.reward_milestone_payout_claims (
  commitment_id text, milestone_id text, created_at_unix bigint NOT NULL, to_pubkey text NOT NULL,
  amount_lamports bigint NOT NULL, tx_sig text, PRIMARY KEY (commitment_id, milestone_id));
CREATE TABLE public.milestone_failure_distributions (
  id text PRIMARY KEY, commitment_id text NOT NULL, milestone_id text NOT NULL, created_at_unix bigint NOT NULL,
  forfeited_lamports bigint NOT NULL, buyback_lamports bigint NOT NULL, voter_pot_lamports bigint NOT NULL,
  buyback_tx_sig text NOT NULL, voter_pot_tx_sig text, vote_reward_tx_sig text, status text NOT NULL);
CREATE TABLE public.milestone_failure_distribution_allocations (
  distribution_id text, wallet_pubkey text, amount_lamports bigint NOT NULL, weight double precision NOT NULL);
CREATE TABLE public.milestone_failure_distribution_claims (
  distribution_id text, wallet_pubkey text, claimed_at_unix bigint NOT NULL, amount_lamports bigint NOT NULL, tx_sig text);

-- One of each, by name: a test changes what it is about.
CREATE FUNCTION public.reward(name text, funded bigint, milestones text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.commitments (id, authority, amount_lamports, deadline_unix, escrow_pubkey, escrow_secret_key, kind,
                                  creator_fee_mode, total_funded_lamports, milestones_json, status, created_at_unix)
  VALUES (name, 'private', 0, 1, 'escrow-of-' || name, 'private', 'creator_reward', 'assisted', funded, milestones,
          'active', 1) $$;
CREATE FUNCTION public.personal(name text, amount bigint, state text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.commitments (id, authority, amount_lamports, deadline_unix, escrow_pubkey, escrow_secret_key,
                                  status, created_at_unix)
  VALUES (name, 'private', amount, 1, 'escrow-of-' || name, 'private', state, 1) $$;
CREATE FUNCTION public.logged(event text, fields jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.audit_logs (ts_unix, event, fields) VALUES (extract(epoch FROM now()) - 60, event, fields) $$;
