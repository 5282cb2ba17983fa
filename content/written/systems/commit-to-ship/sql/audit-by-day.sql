-- CTS-03. How many *_error, *_denied and admin_* events on each of the last 7 days (UTC)?
SELECT to_char(to_timestamp(ts_unix) AT TIME ZONE 'UTC', 'YYYY-MM-DD') || ' '
       || CASE WHEN event LIKE '%\_error%' THEN 'error'
               WHEN event LIKE '%\_denied%' THEN 'denied'
               ELSE 'admin' END AS label,
       count(*)
  FROM public.audit_logs
 WHERE (event LIKE '%\_error%' OR event LIKE '%\_denied%' OR event LIKE 'admin\_%')
   AND to_timestamp(ts_unix) AT TIME ZONE 'UTC' > date_trunc('day', now() AT TIME ZONE 'UTC') - interval '6 days'
 GROUP BY 1
 ORDER BY 1
