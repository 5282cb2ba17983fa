-- Invented events, enrollments and graduation decisions. No person stands behind any row.
CREATE TABLE public.events (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  program_type text NOT NULL CHECK (program_type IN ('ORIENTASI', 'KSR_DASAR', 'NON_KSR')),
  status text NOT NULL CHECK (status IN ('draft', 'published', 'ongoing', 'completed', 'cancelled')),
  start_date date NOT NULL,
  end_date date NOT NULL
);

CREATE TABLE public.enrollments (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES public.events (id),
  participant_name text NOT NULL, -- private
  status text NOT NULL CHECK (status IN ('registered', 'validated', 'active', 'withdrawn')),
  review_status text NOT NULL CHECK (review_status IN ('pending_review', 'approved', 'rejected')),
  created_at timestamptz NOT NULL
);

CREATE TABLE public.graduation_decisions (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES public.events (id),
  enrollment_id uuid NOT NULL REFERENCES public.enrollments (id),
  decision text NOT NULL CHECK (decision IN ('lulus', 'tidak_lulus', 'ditunda')),
  decided_by uuid NOT NULL, -- private
  decided_at timestamptz NOT NULL,
  note text, -- private
  UNIQUE (event_id, enrollment_id)
);

INSERT INTO public.events
SELECT demo_uuid('event ' || n), 'Kegiatan contoh ' || n,
       (ARRAY['ORIENTASI', 'KSR_DASAR', 'NON_KSR'])[n % 3 + 1],
       (ARRAY['completed', 'completed', 'ongoing', 'published'])[n],
       current_date - 120 + n * 30, current_date - 100 + n * 30
  FROM generate_series(1, 4) AS n;

INSERT INTO public.enrollments
SELECT demo_uuid('enrollment ' || e || ' ' || n), demo_uuid('event ' || e), 'Peserta Contoh ' || n,
       CASE WHEN demo_number('withdrawn ' || e || n, 19) = 0 THEN 'withdrawn' ELSE 'active' END, 'approved',
       now() - (130 - e * 30) * interval '1 day' + n * interval '17 minutes'
  FROM generate_series(1, 4) AS e CROSS JOIN generate_series(1, 24) AS n;

INSERT INTO public.graduation_decisions
SELECT demo_uuid('decision ' || enrollments.id), event_id, enrollments.id,
       (ARRAY['lulus', 'lulus', 'lulus', 'tidak_lulus', 'ditunda'])[demo_number(enrollments.id::text, 4) + 1],
       demo_uuid('committee'), end_date + time '10:00' + demo_number('at ' || enrollments.id, 600) * interval '1 minute',
       NULL
  FROM public.enrollments JOIN public.events ON events.id = event_id
 WHERE events.status = 'completed' AND enrollments.status = 'active';

INSERT INTO public.audit_logs (event_id, actor_user_id, action, entity_type, entity_id, metadata, created_at)
SELECT event_id, demo_uuid('committee'), 'enrollment.approved', 'enrollment', id, '{}'::jsonb, created_at + interval '1 day'
  FROM public.enrollments
UNION ALL
SELECT event_id, decided_by, 'graduation.decided', 'graduation_decision', id,
       jsonb_build_object('enrollmentId', enrollment_id, 'decision', decision, 'note', note), decided_at
  FROM public.graduation_decisions;

ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.enrollments ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.graduation_decisions ENABLE ROW LEVEL SECURITY;
