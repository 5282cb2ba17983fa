-- VOU-09. How far is the number of minting events of the last 60 minutes from what is usual? The answer is the
-- distance from the median of the same 60 minutes on the 28 days before, in usual spreads (1.4826 times the
-- median deviation, never less than the square root of the median or 1, so that small counts do not alarm).
-- That the listener keeps the events it reads in chain_events (kind, blockTime) is our assumption.
WITH days AS (
  SELECT ago, (SELECT count(*)
                 FROM public.chain_events
                WHERE kind = 'MINT'
                  AND "blockTime" > now() - ago * interval '1 day' - interval '60 minutes'
                  AND "blockTime" <= now() - ago * interval '1 day') AS events
    FROM generate_series(0, 28) AS ago),
usual AS (
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY events) AS median FROM days WHERE ago > 0),
spread AS (
  SELECT median,
         greatest(1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(events - median)),
                  sqrt(median), 1) AS width
    FROM days CROSS JOIN usual WHERE ago > 0 GROUP BY median)
SELECT round((abs(days.events - spread.median) / spread.width)::numeric, 2)
  FROM days CROSS JOIN spread
 WHERE days.ago = 0
