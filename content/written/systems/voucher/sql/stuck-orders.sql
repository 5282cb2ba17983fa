-- VOU-04. Which orders wait longer than they may? Each row is an offender. An order lives 30 minutes: one that is
-- still CREATED five minutes after its end was never marked expired. A chain transaction is confirmed within
-- two minutes (p95): ten minutes in PENDING_CHAIN means that nobody is listening. Five and ten are ours.
SELECT "orderId"
  FROM public.orders
 WHERE (status = 'CREATED' AND "expiresAt" < now() - interval '5 minutes')
    OR (status = 'PENDING_CHAIN' AND "createdAt" < now() - interval '40 minutes')
    OR (status = 'PENDING_CHAIN' AND EXISTS (
          SELECT 1
            FROM public.order_audit_logs AS log
           WHERE log."orderId" = orders."orderId"
             AND log.status = 'PENDING_CHAIN'
             AND log."createdAt" < now() - interval '10 minutes'))
