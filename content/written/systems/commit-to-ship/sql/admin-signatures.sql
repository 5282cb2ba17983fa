-- CTS-08. The signatures of the admin actions, and of the payouts from escrows, of the last 30 days, newest first.
-- Read through views that leave out every other field (see reader.sql).
SELECT signature AS transaction, min(ts_unix) AS sent_at
  FROM (SELECT ts_unix, signature FROM public.admin_action_signatures
        UNION ALL
        SELECT ts_unix, signature FROM public.escrow_payout_signatures) AS sent
 WHERE ts_unix > extract(epoch FROM now()) - 30 * 86400
   -- What was sent a moment ago is not final yet.
   AND ts_unix < extract(epoch FROM now()) - 300
 GROUP BY signature
 ORDER BY max(ts_unix) DESC
 LIMIT 200
