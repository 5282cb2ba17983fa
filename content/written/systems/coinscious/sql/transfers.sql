-- COI-09. How many token transfers in the last 24 hours? Who sent what to whom is not read.
SELECT count(*)
  FROM public.token_transfers
 WHERE "timestamp" > now() - interval '24 hours'
