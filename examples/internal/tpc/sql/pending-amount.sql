-- How much waits for a distribution?
SELECT coalesce(sum(amount), 0) AS pending
  FROM public.tpc_transactions
 WHERE status = 'pending'
