-- COI-09. How many compliance actions in the last 24 hours, by type and reason code? The runbook's query also
-- lists wallets and operators: they are never read. A code that does not look like one is told as OTHER, so
-- that a reason written as free text (which can name a person) does not reach a page.
SELECT coalesce(substring(action_type FROM '^[A-Za-z][A-Za-z_]{0,26}$'), 'OTHER') || ' / '
       || coalesce(substring(reason_code FROM '^[A-Z][A-Z0-9_]{0,26}$'), 'OTHER') AS label,
       count(*)
  FROM public.compliance_actions
 WHERE "timestamp" > now() - interval '24 hours'
 GROUP BY 1
 ORDER BY 1
