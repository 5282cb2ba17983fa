-- CTS-07. What must each open commitment's escrow hold now, in lamports? Personal: its amount. Reward: every
-- milestone that is claimable, or approved and due, and not yet released: its lamports or, where it has none, its
-- percentage of what was funded, rounded down as the platform does. What is set aside for voters is on top. What is not
-- due yet need not be there yet. NULL is what can not be told: a percentage of nothing funded, a commitment that is
-- being resolved at this moment, a state or kind that is not known here. Keys of escrows are never read; the label
-- tells apart whose duty funding is.
WITH milestones AS (
  SELECT commitments.id, milestone ->> 'status' AS status,
         CASE WHEN milestone ->> 'unlockLamports' ~ '^[0-9]+([.][0-9]+)?$' AND (milestone ->> 'unlockLamports')::numeric > 0
              THEN floor((milestone ->> 'unlockLamports')::numeric)
              WHEN milestone ->> 'unlockPercent' ~ '^[0-9]+([.][0-9]+)?$' AND (milestone ->> 'unlockPercent')::numeric > 0
                   AND total_funded_lamports > 0
              THEN floor(total_funded_lamports * (milestone ->> 'unlockPercent')::numeric / 100) END AS lamports,
         coalesce(nullif((milestone ->> 'claimableAtUnix')::numeric, 0), nullif((milestone ->> 'dueAtUnix')::numeric, 0)) AS due
    FROM public.commitments
   CROSS JOIN LATERAL jsonb_array_elements(
           CASE jsonb_typeof(milestones_json::jsonb) WHEN 'array' THEN milestones_json::jsonb END) AS milestone
   WHERE kind = 'creator_reward'
     AND commitments.status <> 'failed'),
owed AS (
  SELECT id, CASE WHEN bool_and(lamports IS NOT NULL) THEN sum(lamports) END AS lamports
    FROM (SELECT id, CASE WHEN status IN ('claimable', 'approved') THEN lamports END AS lamports
            FROM milestones
           WHERE status IS NULL
              OR status NOT IN ('locked', 'approved', 'released', 'failed')
              OR (status = 'approved' AND due <= extract(epoch FROM now()))) AS due_now
   GROUP BY id),
open AS (
  SELECT escrow_pubkey, CASE WHEN status <> 'resolving' THEN amount_lamports::numeric END AS lamports, 'personal' AS label
    FROM public.commitments
   WHERE kind = 'personal'
     AND status NOT IN ('resolved_success', 'resolved_failure', 'completed', 'failed')
     AND resolved_at_unix IS NULL
  UNION ALL
  SELECT escrow_pubkey, owed.lamports,
         'reward-' || CASE WHEN creator_fee_mode IN ('managed', 'assisted') THEN creator_fee_mode ELSE 'other' END
    FROM owed JOIN public.commitments USING (id)
  UNION ALL
  SELECT escrow_pubkey, reserved.lamports, 'reserved'
    FROM public.escrow_reserved AS reserved JOIN public.commitments ON commitments.id::text = reserved.commitment_id
  UNION ALL
  SELECT escrow_pubkey, NULL, 'other'
    FROM public.commitments
   WHERE kind NOT IN ('personal', 'creator_reward'))
SELECT escrow_pubkey AS account,
       CASE WHEN bool_and(lamports IS NOT NULL) THEN sum(lamports) END AS expected,
       max(label) AS label
  FROM open
 GROUP BY escrow_pubkey
