-- CTS-09. Which approved milestones have been due for more than an hour and are still not claimable? Each row is
-- an offender: the scheduled normalization should have moved it on. The hour is ours.
SELECT commitments.id, milestone ->> 'id' AS milestone
  FROM public.commitments
 CROSS JOIN LATERAL jsonb_array_elements(milestones_json::jsonb) AS milestone
 WHERE kind = 'creator_reward'
   AND status IN ('created', 'active')
   AND milestone ->> 'status' = 'approved'
   AND (milestone ->> 'dueAtUnix')::numeric < extract(epoch FROM now()) - 3600
