-- VOU-02. Which orders broke the one-way order CREATED, PENDING_CHAIN, VALID, DELIVERED? Each row is an offender:
-- delivered without a chain transaction or without ever being valid, delivered after it expired or was
-- cancelled, or back in an earlier state. The ranks are those of the audit log (see confirmation-p95.sql).
WITH ranked AS (
  SELECT "orderId", "createdAt",
         CASE status WHEN 'CREATED' THEN 1 WHEN 'PENDING_CHAIN' THEN 2 WHEN 'VALID' THEN 3
                     WHEN 'DELIVERED' THEN 4 WHEN 'EXPIRED' THEN 5 WHEN 'CANCELLED' THEN 5 END AS rank
    FROM public.order_audit_logs)
SELECT "orderId"
  FROM public.orders
 WHERE "deliveredAt" IS NOT NULL
   AND (status <> 'DELIVERED' OR "chainTxHash" IS NULL OR "deliveredAt" < "createdAt")
UNION
SELECT "orderId"
  FROM public.orders
 WHERE status = 'DELIVERED'
   AND NOT EXISTS (SELECT 1 FROM ranked WHERE ranked."orderId" = orders."orderId" AND ranked.rank = 3)
UNION
SELECT later."orderId"
  FROM ranked AS later
  JOIN ranked AS earlier USING ("orderId")
 WHERE later."createdAt" > earlier."createdAt"
   AND later.rank < earlier.rank
