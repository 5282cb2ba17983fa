-- CTS-07. What must each open commitment's escrow hold now, in lamports? Personal: its amount. Reward: every
-- milestone of the unlock schedule that is claimable, or approved and due, and not yet released. What is not due
-- yet need not be there yet. Keys of escrows are never read; the label tells apart whose duty funding is.
SELECT escrow_pubkey AS account, amount_lamports::numeric AS expected, 'personal' AS label
  FROM public.commitments
 WHERE kind = 'personal'
   AND status IN ('created', 'active', 'resolving')
UNION ALL
SELECT escrow_pubkey, sum((milestone ->> 'unlockLamports')::numeric),
       'reward-' || CASE WHEN creator_fee_mode IN ('managed', 'assisted') THEN creator_fee_mode ELSE 'other' END
  FROM public.commitments
 CROSS JOIN LATERAL jsonb_array_elements(milestones_json::jsonb) AS milestone
 WHERE kind = 'creator_reward'
   AND status IN ('created', 'active', 'resolving')
   AND (milestone ->> 'status' = 'claimable'
        OR (milestone ->> 'status' = 'approved'
            AND (milestone ->> 'dueAtUnix')::numeric <= extract(epoch FROM now())))
 GROUP BY id, escrow_pubkey, creator_fee_mode
