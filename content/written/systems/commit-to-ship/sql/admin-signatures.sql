-- CTS-08. The signatures of the admin actions of the last 30 days that sent a transaction, newest first. Read
-- through a view that leaves out every other field of the event (see reader.sql).
SELECT signature AS transaction
  FROM public.admin_action_signatures
 WHERE ts_unix > extract(epoch FROM now()) - 30 * 86400
 ORDER BY ts_unix DESC
 LIMIT 200
