-- VOU-02. How many orders were created, valid, delivered and expired on each of the last 7 days (UTC)? An order
-- counts as valid on the day it was created, once it has its transaction. Customers are not read.
SELECT to_char(day, 'YYYY-MM-DD') || ' ' || what AS label, count(*)
  FROM (SELECT date_trunc('day', "createdAt" AT TIME ZONE 'UTC') AS day, 'created' AS what FROM public.orders
        UNION ALL
        SELECT date_trunc('day', "createdAt" AT TIME ZONE 'UTC'), 'valid'
          FROM public.orders WHERE "chainTxHash" IS NOT NULL AND status IN ('VALID', 'DELIVERED')
        UNION ALL
        SELECT date_trunc('day', "deliveredAt" AT TIME ZONE 'UTC'), 'delivered'
          FROM public.orders WHERE status = 'DELIVERED'
        UNION ALL
        SELECT date_trunc('day', "expiresAt" AT TIME ZONE 'UTC'), 'expired'
          FROM public.orders WHERE status = 'EXPIRED') AS counted
 WHERE day > date_trunc('day', now() AT TIME ZONE 'UTC') - interval '7 days'
 GROUP BY 1
 ORDER BY 1
