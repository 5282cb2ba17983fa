-- TPC-18 C, TPC-12. Which hashed batches count another number of transactions than they hold? Each row is an
-- offender: "transaction count inconsistencies" is how the runbook sees a transaction that was processed twice.
-- Counted by the log, which names a transaction's batch in every form of this database; the transactions
-- themselves name it in the runbook's form only.
SELECT batches.id
  FROM public.tpc_distribution_batches AS batches
  LEFT JOIN public.tpc_distribution_logs AS log ON log.batch_id = batches.id
 WHERE batches.public_hash IS NOT NULL
 GROUP BY batches.id, batches.tx_count
HAVING count(DISTINCT log.transaction_id) IS DISTINCT FROM batches.tx_count
