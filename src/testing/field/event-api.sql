-- The event system's tables as its migrations make them: every table has row-level security, and the audit log names
-- the decision. Invented rows; what only people are told stands in columns marked private.
CREATE TABLE public.events (id uuid PRIMARY KEY, name text NOT NULL, status text NOT NULL);
CREATE TABLE public.enrollments (
  id uuid PRIMARY KEY, event_id uuid NOT NULL REFERENCES public.events (id), participant_name text NOT NULL);
CREATE TABLE public.graduation_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid NOT NULL REFERENCES public.events (id),
  enrollment_id uuid NOT NULL REFERENCES public.enrollments (id),
  decision text NOT NULL,
  decided_by uuid NOT NULL, -- private
  decided_at timestamptz NOT NULL DEFAULT now(),
  note text, -- private
  UNIQUE (event_id, enrollment_id));
CREATE TABLE public.audit_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid REFERENCES public.events (id),
  actor_user_id uuid NOT NULL, -- private
  action text NOT NULL,
  entity_type text NOT NULL,
  entity_id uuid NOT NULL,
  metadata jsonb, -- private: it holds the note
  created_at timestamptz DEFAULT now());
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.enrollments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.graduation_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_members ON public.graduation_decisions FOR SELECT USING (decided_by::text = current_user);
CREATE POLICY of_members ON public.audit_logs FOR SELECT USING (actor_user_id::text = current_user);
