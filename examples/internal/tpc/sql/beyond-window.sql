-- Which transactions have been pending for longer than 24 hours? Each row is an offender.
SELECT id
  FROM public.tpc_transactions
 WHERE status = 'pending'
   AND created_at < now() - interval '24 hours'
 ORDER BY created_at
