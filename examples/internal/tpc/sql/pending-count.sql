-- How many transactions wait for a distribution? The limit stands in the routine.
SELECT count(*) AS pending
  FROM public.tpc_transactions
 WHERE status = 'pending'
