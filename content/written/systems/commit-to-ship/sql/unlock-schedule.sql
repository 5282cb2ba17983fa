-- CTS-07. The unlock schedule of every open reward: what is unlocked when, in lamports, by the state of its
-- milestone; a percentage is one of what was funded so far. NULL: it follows no date. Neither commitments nor escrows
-- are named: the schedule is published as sums by day.
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
     AND commitments.status NOT IN ('completed', 'failed', 'archived'))
SELECT due, coalesce(lamports, 0) AS amount, status
  FROM milestones
 ORDER BY 1, 2
