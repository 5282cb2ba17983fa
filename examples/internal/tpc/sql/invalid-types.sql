-- Which pending transactions are of a type that is not distributed? Each row is an offender.
SELECT id
  FROM public.tpc_transactions
 WHERE status = 'pending'
   AND type NOT IN ('marketplace', 'staking', 'subscription')
 ORDER BY created_at
