-- EVT-06. Which graduation decisions (kelulusan) have no evidence in the audit log? Each row is an offender. Read
-- through a view that only tells whether the evidence is there (see reader.sql): who decided, what, why and about
-- whom is never read.
SELECT decision_id
  FROM public.graduation_decision_evidence
 WHERE NOT has_evidence
