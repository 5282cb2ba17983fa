-- COI-04. How many critical alerts about compliance did the platform raise in the last 24 hours, by type? Titles
-- and messages are not read: they can name people.
SELECT coalesce(substring(alert_type FROM '^[A-Za-z][A-Za-z0-9_]{0,39}$'), 'OTHER') AS label, count(*)
  FROM public.alerts
 WHERE severity = 'CRITICAL'
   AND alert_type ~* 'compliance|threshold|12g'
   AND created_at > now() - interval '24 hours'
 GROUP BY 1
 ORDER BY 1
