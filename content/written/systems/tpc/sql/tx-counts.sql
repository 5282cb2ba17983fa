-- TPC-18 C, TPC-12. Which hashed batches count another number of transactions than they hold? Each row is an
-- offender: "transaction count inconsistencies" is how the runbook sees a transaction that was processed twice.
SELECT batches.id
  FROM public.tpc_distribution_batches AS batches
  LEFT JOIN public.tpc_transactions AS transactions ON transactions.batch_id = batches.id
 WHERE batches.public_hash IS NOT NULL
 GROUP BY batches.id, batches.tx_count
HAVING count(transactions.id) <> batches.tx_count
