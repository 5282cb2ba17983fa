-- VOU-05. The transactions of the newest orders that are valid or delivered, each with the hash that it must bear
-- on the chain. Fifty of the last two days: older ones were asked before, and providers count each question.
SELECT "chainTxHash" AS transaction, "orderHash" AS mentions,
       floor(extract(epoch FROM "createdAt"))::bigint AS sent_at
  FROM public.orders
 WHERE status IN ('VALID', 'DELIVERED')
   AND "createdAt" > now() - interval '2 days'
 ORDER BY "createdAt" DESC
 LIMIT 50
