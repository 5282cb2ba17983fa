-- VOU-05. Which orders were delivered more than once? Each row is an offender. The audit log holds one entry for
-- each time an order enters a state (our assumption): the order itself can hold one delivery only.
SELECT "orderId"
  FROM public.order_audit_logs
 WHERE status = 'DELIVERED'
 GROUP BY "orderId"
HAVING count(*) > 1
