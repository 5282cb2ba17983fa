-- CTS-07. The unlock schedule of every open reward: what is unlocked when, in lamports, by the state of its
-- milestone. Neither commitments nor escrows are named: the schedule is published as sums by day.
SELECT milestone ->> 'dueAtUnix' AS due,
       milestone ->> 'unlockLamports' AS amount,
       milestone ->> 'status' AS status
  FROM public.commitments
 CROSS JOIN LATERAL jsonb_array_elements(milestones_json::jsonb) AS milestone
 WHERE kind = 'creator_reward'
   AND commitments.status IN ('created', 'active', 'resolving')
 ORDER BY 1, 2
