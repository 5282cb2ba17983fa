-- CTS-09. Which approved milestones could have been claimed for more than an hour and are still not claimable? Each
-- row is an offender: the scheduled normalization should have moved it on. The hour is ours. A milestone may be claimed
-- from claimableAtUnix on (its completion and the delay for votes), which can lie long after its due date; one that
-- has no such time yet is held to its due date.
SELECT commitments.id, milestone ->> 'id' AS milestone
  FROM public.commitments
 CROSS JOIN LATERAL jsonb_array_elements(
         CASE jsonb_typeof(milestones_json::jsonb) WHEN 'array' THEN milestones_json::jsonb END) AS milestone
 WHERE kind = 'creator_reward'
   AND status IN ('created', 'active')
   AND milestone ->> 'status' = 'approved'
   AND coalesce(nullif((milestone ->> 'claimableAtUnix')::numeric, 0), nullif((milestone ->> 'dueAtUnix')::numeric, 0))
       < extract(epoch FROM now()) - 3600
