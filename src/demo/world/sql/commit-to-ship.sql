-- Commit To Ship's tables, empty: the rows need base58, and come from commit-to-ship/rows.ts.
CREATE TABLE public.commitments (
  id uuid PRIMARY KEY,
  amount_lamports bigint NOT NULL,
  deadline_unix bigint NOT NULL,
  escrow_pubkey text NOT NULL,
  escrow_secret_key text NOT NULL, -- private; the demo has none
  kind text NOT NULL CHECK (kind IN ('personal', 'creator_reward')),
  creator_fee_mode text CHECK (creator_fee_mode IN ('managed', 'assisted')),
  total_funded_lamports bigint NOT NULL DEFAULT 0,
  unlocked_lamports bigint NOT NULL DEFAULT 0,
  milestones_json jsonb NOT NULL DEFAULT '[]',
  status text NOT NULL CHECK (status IN ('created', 'resolving', 'resolved_success', 'resolved_failure', 'active',
                                         'completed', 'failed', 'archived')),
  resolved_at_unix bigint,
  resolved_tx_sig text
);

CREATE TABLE public.reward_release_locks (
  commitment_id uuid NOT NULL,
  milestone_id text NOT NULL,
  created_at_unix bigint NOT NULL,
  tx_sig text,
  PRIMARY KEY (commitment_id, milestone_id)
);

CREATE TABLE public.reward_milestone_payout_claims (
  commitment_id uuid NOT NULL,
  milestone_id text NOT NULL,
  created_at_unix bigint NOT NULL,
  to_pubkey text NOT NULL, -- private
  amount_lamports bigint NOT NULL,
  tx_sig text,
  PRIMARY KEY (commitment_id, milestone_id)
);

CREATE TABLE public.rate_limits (
  key text PRIMARY KEY, -- private: it holds the caller's IP address
  window_start_unix bigint NOT NULL,
  count integer NOT NULL,
  reset_at_unix bigint NOT NULL
);
