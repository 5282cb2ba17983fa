-- VOU-05. Which deliveries do not say by whom, when and with what note? Each row is an offender. Read through a
-- view that only tells whether something is there (see reader.sql): who delivered is never read.
SELECT "orderId"
  FROM public.order_delivery_evidence
 WHERE NOT (has_time AND has_person AND has_note)
