-- CTS-06. How many release locks are older than 15 minutes (ours; the runbook says "stale") and have no
-- transaction? The runbook's table is reward_release_locks, the field's live one is
-- reward_milestone_payout_claims. A table that is not there cannot be named in plain SQL, so each is asked
-- through query_to_xml once to_regclass has found it; with neither there is no answer, which is unknown.
SELECT sum((xpath('/row/stale/text()', query_to_xml(
         format('SELECT count(*) AS stale FROM %s WHERE coalesce(tx_sig, %L) = %L AND created_at_unix < %s',
                to_regclass(name), '', '', floor(extract(epoch FROM now()))::bigint - 900),
         false, true, '')))[1]::text::bigint)
  FROM (VALUES ('public.reward_release_locks'), ('public.reward_milestone_payout_claims')) AS locks (name)
 WHERE to_regclass(name) IS NOT NULL
