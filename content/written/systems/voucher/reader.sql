-- The role that the checks take on: it reads the columns that their questions need and nothing else.
-- Run by the owner of the tables, again after an update of this file; then make the login of the checks a member: GRANT voucher_reader TO <login>.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'voucher_reader') THEN
    CREATE ROLE voucher_reader NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- Another database of the same server made it at this moment.
END $$;

-- Whether a delivery says by whom, when and with what note: not what it says, which names people.
CREATE OR REPLACE VIEW public.order_delivery_evidence AS
SELECT "orderId",
       "deliveredAt" IS NOT NULL AS has_time,
       coalesce("deliveredBy", '') <> '' AS has_person,
       coalesce("deliveredNote", '') <> '' AS has_note
  FROM public.orders
 WHERE status = 'DELIVERED';

-- Hosts such as Supabase give every new view of this schema to the public roles of their API: not this one.
DO $$
DECLARE
  public_role text;
BEGIN
  FOREACH public_role IN ARRAY ARRAY['anon', 'authenticated'] LOOP
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = public_role) THEN
      EXECUTE format('REVOKE ALL ON %s FROM %I', 'public.order_delivery_evidence', public_role);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO voucher_reader;
GRANT SELECT ("orderId", status, "orderHash", "createdAt", "expiresAt", "chainTxHash", "deliveredAt")
  ON public.orders TO voucher_reader;
GRANT SELECT ON public.order_delivery_evidence TO voucher_reader;
GRANT SELECT ("orderId", status, "createdAt") ON public.order_audit_logs TO voucher_reader;
GRANT SELECT ("updatedAt") ON public.listener_state TO voucher_reader;
GRANT SELECT (kind, "blockTime") ON public.chain_events TO voucher_reader;

-- Row-level security hides rows without an error, and what is hidden would look well. Where it is on, the role
-- sees every row (of the columns above).
DO $$
DECLARE
  watched regclass;
BEGIN
  FOREACH watched IN ARRAY ARRAY[to_regclass('public.orders'),
                              to_regclass('public.order_audit_logs'),
                              to_regclass('public.listener_state'),
                              to_regclass('public.chain_events')]
  LOOP
    IF (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = watched) THEN
      EXECUTE format('DROP POLICY IF EXISTS voucher_reader_select ON %s', watched);
      EXECUTE format('CREATE POLICY voucher_reader_select ON %s FOR SELECT TO voucher_reader USING (true)', watched);
    END IF;
  END LOOP;
END $$;
