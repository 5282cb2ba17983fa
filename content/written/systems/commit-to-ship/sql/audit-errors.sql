-- CTS-03. How many *_error and *_denied events in the last 24 hours, by event? The fields of an event, which can
-- name people, are not read; what does not look like an event's name is told as "other".
SELECT coalesce(substring(event FROM '^[a-z][a-z0-9_]{0,55}$'), 'other') AS label, count(*)
  FROM public.audit_logs
 WHERE (event LIKE '%\_error%' OR event LIKE '%\_denied%')
   AND ts_unix > extract(epoch FROM now()) - 86400
 GROUP BY 1
 ORDER BY 1
