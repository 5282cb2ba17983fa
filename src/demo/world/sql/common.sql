-- What the invented tables of the other systems share. All of them stand in one embedded database, because
-- starting one takes seconds and hundreds of megabytes; only audit_logs is a name that two systems use, so that
-- table has the columns of both, and each reader sees its own.

-- A number from 0 to `most`, the same for the same text.
CREATE FUNCTION public.demo_number(text text, most integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
  SELECT (('x' || substr(md5(text), 1, 8))::bit(32)::bigint % (most + 1))::integer
$$;

CREATE FUNCTION public.demo_uuid(text text) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$ SELECT md5(text)::uuid $$;

CREATE FUNCTION public.demo_hash(text text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT '0x' || encode(sha256(convert_to(text, 'UTF8')), 'hex') $$;

CREATE TABLE public.audit_logs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The event API's columns.
  event_id uuid,
  actor_user_id uuid, -- private
  action text,
  entity_type text,
  entity_id uuid,
  metadata jsonb, -- private
  created_at timestamptz,
  -- Commit To Ship's columns.
  ts_unix bigint,
  event text,
  fields jsonb -- private
);

ALTER TABLE public.audit_logs ENABLE ROW LEVEL SECURITY;
