-- EVT-06. Which graduation decisions (kelulusan) have no evidence in the audit log? Each row is an offender.
-- That the audited entity is the decided enrollment is our reading: the notes name no id of a decision. Who
-- decided, what, and why is not read.
SELECT decisions.event_id, decisions.enrollment_id
  FROM public.graduation_decisions AS decisions
 WHERE NOT EXISTS (
         SELECT 1
           FROM public.audit_logs AS evidence
          WHERE evidence.action = 'graduation.decided'
            AND evidence.event_id = decisions.event_id
            AND evidence.entity_id::text = decisions.enrollment_id::text
            AND evidence.created_at >= decisions.decided_at - interval '1 minute')
