-- CTS-03. How many admin_* events in the last 24 hours, by event? Who acted is not read.
SELECT coalesce(substring(event FROM '^[a-z][a-z0-9_]{0,55}$'), 'other') AS label, count(*)
  FROM public.audit_logs
 WHERE event LIKE 'admin\_%'
   AND event NOT LIKE '%\_error%'
   AND event NOT LIKE '%\_denied%'
   AND ts_unix > extract(epoch FROM now()) - 86400
 GROUP BY 1
 ORDER BY 1
