-- Invented voucher orders of 29 days, in the hours in which a reception is open in Jakarta.
CREATE TABLE public.orders (
  "orderId" uuid PRIMARY KEY,
  "customerAddress" text NOT NULL, -- private
  "tokenId" integer NOT NULL,
  amount integer NOT NULL,
  "siteId" text NOT NULL,
  status text NOT NULL
    CHECK (status IN ('CREATED', 'PENDING_CHAIN', 'VALID', 'DELIVERED', 'EXPIRED', 'CANCELLED')),
  "orderHash" text NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "chainTxHash" text,
  "chainBlockNumber" bigint,
  "deliveredAt" timestamptz,
  "deliveredBy" text, -- private
  "deliveredNote" text -- private
);

CREATE TABLE public.order_audit_logs (
  "orderId" uuid NOT NULL REFERENCES public.orders ("orderId"),
  status text NOT NULL,
  "createdAt" timestamptz NOT NULL
);
CREATE INDEX order_audit_logs_order ON public.order_audit_logs ("orderId");

CREATE TABLE public.listener_state (
  id integer PRIMARY KEY CHECK (id = 1),
  "lastBlock" bigint NOT NULL,
  "updatedAt" timestamptz NOT NULL
);

CREATE TABLE public.chain_events (kind text NOT NULL, "blockTime" timestamptz NOT NULL);

INSERT INTO public.orders
SELECT demo_uuid('order ' || at), substr(demo_hash('customer ' || at), 1, 42), demo_number('token ' || at, 3) + 1, 1,
       'jakarta-' || demo_number('site ' || at, 1) + 1, state, demo_hash('order ' || at), at, at + interval '30 minutes',
       CASE WHEN state IN ('VALID', 'DELIVERED') THEN demo_hash('transaction ' || at) END,
       CASE WHEN state IN ('VALID', 'DELIVERED') THEN 60000000 + extract(epoch FROM at)::bigint / 10000 END,
       CASE WHEN state = 'DELIVERED' THEN at + interval '14 minutes' END,
       CASE WHEN state = 'DELIVERED' THEN 'Petugas Contoh' END,
       CASE WHEN state = 'DELIVERED' THEN 'Kode QR sesuai' END
  FROM (SELECT at,
               CASE WHEN at > now() - interval '1 minute' THEN 'CREATED'
                    WHEN demo_number('lost ' || at, 11) = 0 AND at < now() - interval '31 minutes' THEN 'EXPIRED'
                    WHEN demo_number('cancelled ' || at, 29) = 0 THEN 'CANCELLED'
                    WHEN at > now() - interval '4 minutes' THEN 'PENDING_CHAIN'
                    WHEN at > now() - interval '20 minutes' THEN 'VALID'
                    ELSE 'DELIVERED' END AS state
          FROM (SELECT hour + demo_number('minute ' || hour || n, 3540) * interval '1 second' AS at
                  FROM generate_series(date_trunc('hour', now()) - interval '29 days', now(), '1 hour') AS hour
                 CROSS JOIN generate_series(1, 4) AS n
                 WHERE extract(hour FROM hour AT TIME ZONE 'Asia/Jakarta') BETWEEN 8 AND 21
                   AND n <= 2 + demo_number('many ' || hour, 2)) AS instants
         WHERE at <= now()) AS planned;

INSERT INTO public.order_audit_logs
SELECT "orderId", 'CREATED', "createdAt" FROM public.orders
UNION ALL
SELECT "orderId", 'PENDING_CHAIN', "createdAt" + interval '80 seconds' FROM public.orders
 WHERE status IN ('PENDING_CHAIN', 'VALID', 'DELIVERED')
UNION ALL
SELECT "orderId", 'VALID',
       "createdAt" + interval '80 seconds' + (25 + demo_number('wait ' || "orderId", 60)) * interval '1 second'
  FROM public.orders WHERE status IN ('VALID', 'DELIVERED')
UNION ALL
SELECT "orderId", 'DELIVERED', "deliveredAt" FROM public.orders WHERE status = 'DELIVERED'
UNION ALL
SELECT "orderId", 'EXPIRED', "expiresAt" FROM public.orders WHERE status = 'EXPIRED'
UNION ALL
SELECT "orderId", 'CANCELLED', "createdAt" + interval '5 minutes' FROM public.orders WHERE status = 'CANCELLED';

INSERT INTO public.chain_events
SELECT 'REDEEM', "createdAt" + interval '80 seconds' FROM public.orders WHERE "chainTxHash" IS NOT NULL
UNION ALL
SELECT 'MINT', "createdAt" - interval '90 minutes' FROM public.orders;

INSERT INTO public.listener_state VALUES (1, 60000000, now() - interval '8 seconds');
