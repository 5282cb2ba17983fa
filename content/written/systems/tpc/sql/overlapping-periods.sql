-- TPC-18 C. Which batches cover time that an earlier batch covers too? Each row is an offender.
-- Periods are half open: one may begin at the instant at which another ends. A batch that was run by hand
-- may have no period, and a batch without a hash is what a crash leaves: neither is a second batch.
SELECT id
  FROM (SELECT id, period_start,
               max(period_end) OVER (ORDER BY period_start, created_at, id
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_until
          FROM public.tpc_distribution_batches
         WHERE public_hash IS NOT NULL
           AND period_start IS NOT NULL
           AND period_end IS NOT NULL) AS periods
 WHERE period_start < covered_until
