-- TPC-18 D. How many transactions are distributed? Held against the figure that the public API gives.
SELECT count(*)
  FROM public.tpc_transactions
 WHERE distributed
