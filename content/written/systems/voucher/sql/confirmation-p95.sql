-- VOU-03. Within how many seconds did 95 % of the orders of the last 7 days go from PENDING_CHAIN to VALID? That
-- the audit log holds each state an order enters (orderId, status, createdAt) is our assumption.
SELECT round(percentile_cont(0.95) WITHIN GROUP (
         ORDER BY extract(epoch FROM valid."createdAt" - pending."createdAt"))::numeric, 1)
  FROM public.order_audit_logs AS pending
  JOIN public.order_audit_logs AS valid USING ("orderId")
 WHERE pending.status = 'PENDING_CHAIN'
   AND valid.status = 'VALID'
   AND valid."createdAt" > now() - interval '7 days'
