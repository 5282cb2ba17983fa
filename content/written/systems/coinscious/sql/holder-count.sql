-- COI-06. How many addresses does the platform's latest count hold? Only a count of the last 24 hours is an
-- answer; without one the share of the threshold is unknown. No address is read.
SELECT holder_count
  FROM public.snapshots
 WHERE "timestamp" > now() - interval '24 hours'
 ORDER BY "timestamp" DESC
 LIMIT 1
