-- What the ledger does. Each function names every object with its schema and fixes its own
-- search_path, because it runs with its owner's rights.
-- The session setting `tpc.admin_id` says who acts; unset, nobody is recorded.

-- The text whose SHA-256 is a batch's public hash: each field as PostgreSQL casts it to text,
-- null instants as empty text. TimeZone and DateStyle belong to the function, because a
-- session's own settings would change the text, and so the hash.
CREATE FUNCTION public.tpc_batch_hash_input(p_batch_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO, MDY'
AS $$
  SELECT b.id::text
    || '|' || b.created_at::text
    || '|' || coalesce(b.period_start::text, '')
    || '|' || coalesce(b.period_end::text, '')
    || '|' || b.tx_count::text
    || '|' || b.revenue_sum::text
    || '|' || b.referral_sum::text
    || '|' || b.treasury_sum::text
    || '|' || b.buyback_sum::text
  FROM public.tpc_distribution_batches b WHERE b.id = p_batch_id
$$;

-- Lower-case hex SHA-256 of the UTF-8 bytes of the batch's hash input; null for no such batch.
CREATE FUNCTION public.tpc_batch_hash(p_batch_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(sha256(convert_to(public.tpc_batch_hash_input(p_batch_id), 'UTF8')), 'hex')
$$;

-- Distributes what was created and verified before the instant (null: this moment), in one batch. Nothing due:
-- no batch, processed 0. The period is the time of verification: from the end of the batch
-- before (or from the earliest verification, where that is older) up to the instant.
CREATE FUNCTION public.tpc_distribute_at(
  p_instant timestamptz,
  p_batch_id uuid DEFAULT gen_random_uuid(),
  p_with_period boolean DEFAULT true
) RETURNS TABLE (batch_id uuid, processed integer, public_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  split public.tpc_distribution_settings;
  due_ids uuid[];
  due_count integer;
  revenue numeric;
  first_verified timestamptz;
  previous_end timestamptz;
BEGIN
  -- The lock on the settings lets one distribution run at a time, and no split change inside it.
  SELECT * INTO split FROM public.tpc_distribution_settings FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'tpc_distribution_settings is empty: there is no split to distribute by';
  END IF;
  -- Only now, under the lock: now() is the start of the transaction, and of two that wait for each
  -- other the order of their instants would not be the order in which the split was read and changed.
  p_instant := coalesce(p_instant, clock_timestamp());

  WITH due AS (
    SELECT t.id, t.amount, coalesce(t.verified_at, t.created_at) AS verified_at
    FROM public.tpc_transactions t
    WHERE t.status = 'verified' AND NOT t.distributed
      AND t.created_at < p_instant AND coalesce(t.verified_at, t.created_at) < p_instant
    ORDER BY t.created_at, t.id
    FOR UPDATE
  )
  SELECT array_agg(due.id), count(*), sum(due.amount), min(due.verified_at)
  INTO due_ids, due_count, revenue, first_verified FROM due;

  IF due_count = 0 THEN
    RETURN QUERY SELECT NULL::uuid, 0, NULL::text;
    RETURN;
  END IF;

  SELECT max(coalesce(b.period_end, b.created_at)) INTO previous_end
  FROM public.tpc_distribution_batches b WHERE b.created_at < p_instant;

  INSERT INTO public.tpc_distribution_batches
    (id, created_at, period_start, period_end, tx_count, revenue_sum, created_by)
  VALUES (
    p_batch_id, p_instant,
    CASE WHEN p_with_period THEN least(previous_end, first_verified) END,
    CASE WHEN p_with_period THEN p_instant END,
    due_count, revenue, nullif(current_setting('tpc.admin_id', true), '')::uuid
  );

  -- Times 0.01 and not divided by 100: a product of numerics is exact, while a quotient is
  -- rounded once before round() sees it. The id follows from the key, so that the same
  -- history replayed gives the same rows.
  INSERT INTO public.tpc_distribution_logs (id, transaction_id, type, amount, batch_id, created_at)
  SELECT encode(substring(sha256(convert_to(t.id::text || '/' || part.type, 'UTF8')) FOR 16), 'hex')::uuid,
    t.id, part.type, part.amount, p_batch_id, p_instant
  FROM public.tpc_transactions t
  CROSS JOIN LATERAL (SELECT round(t.amount * split.referral_percentage * 0.01, 6) AS amount) AS referral
  -- At a split without treasury two parts rounded up could pass the amount by a millionth.
  CROSS JOIN LATERAL (
    SELECT least(round(t.amount * split.buyback_percentage * 0.01, 6), t.amount - referral.amount) AS amount
  ) AS buyback
  CROSS JOIN LATERAL (VALUES
    ('referral', referral.amount),
    ('treasury', t.amount - referral.amount - buyback.amount),
    ('buyback', buyback.amount)
  ) AS part (type, amount)
  WHERE t.id = ANY (due_ids);

  UPDATE public.tpc_transactions t
  SET distributed = true, distributed_at = p_instant, batch_id = p_batch_id
  WHERE t.id = ANY (due_ids);

  UPDATE public.tpc_distribution_batches b
  SET referral_sum = s.referral, treasury_sum = s.treasury, buyback_sum = s.buyback
  FROM (
    SELECT sum(l.amount) FILTER (WHERE l.type = 'referral') AS referral,
      sum(l.amount) FILTER (WHERE l.type = 'treasury') AS treasury,
      sum(l.amount) FILTER (WHERE l.type = 'buyback') AS buyback
    FROM public.tpc_distribution_logs l WHERE l.batch_id = p_batch_id
  ) AS s
  WHERE b.id = p_batch_id;

  RETURN QUERY
    UPDATE public.tpc_distribution_batches b SET public_hash = public.tpc_batch_hash(p_batch_id)
    WHERE b.id = p_batch_id
    RETURNING b.id, b.tx_count, b.public_hash;
END $$;

-- The scheduled run, and the manual one of the runbook.
CREATE FUNCTION public.distribute_batch()
RETURNS TABLE (batch_id uuid, processed integer, public_hash text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM public.tpc_distribute_at(NULL)
$$;

-- Changes the split from the next batch on, and says so in the public changelog.
CREATE FUNCTION public.tpc_change_split_at(
  p_instant timestamptz,
  p_referral_percentage numeric,
  p_treasury_percentage numeric,
  p_buyback_percentage numeric,
  p_reason text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- Compact, and strings: a reader of JSON must not take a percentage for a float.
  value_format constant text := '{"referral":"%s","treasury":"%s","buyback":"%s"}';
  old_split public.tpc_distribution_settings;
BEGIN
  IF p_referral_percentage IS NULL OR p_treasury_percentage IS NULL OR p_buyback_percentage IS NULL THEN
    RAISE EXCEPTION 'a split needs all three percentages' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  IF least(p_referral_percentage, p_treasury_percentage, p_buyback_percentage) < 0 THEN
    RAISE EXCEPTION 'a percentage cannot be negative' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF p_referral_percentage + p_treasury_percentage + p_buyback_percentage <> 100 THEN
    RAISE EXCEPTION 'the percentages sum to %, not to 100',
      p_referral_percentage + p_treasury_percentage + p_buyback_percentage
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF p_reason IS NULL OR p_reason !~ '[^[:space:]]' THEN
    RAISE EXCEPTION 'a split change needs a reason' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  SELECT * INTO old_split FROM public.tpc_distribution_settings FOR UPDATE;
  -- Under the lock, like a batch: see tpc_distribute_at.
  p_instant := coalesce(p_instant, clock_timestamp());
  UPDATE public.tpc_distribution_settings
  SET referral_percentage = p_referral_percentage,
      treasury_percentage = p_treasury_percentage,
      buyback_percentage = p_buyback_percentage;

  INSERT INTO public.tpc_changelog (created_at, key, old_value, new_value, reason, admin_id)
  VALUES (
    p_instant, 'distribution_split',
    format(value_format, trim_scale(old_split.referral_percentage),
      trim_scale(old_split.treasury_percentage), trim_scale(old_split.buyback_percentage)),
    format(value_format, trim_scale(p_referral_percentage),
      trim_scale(p_treasury_percentage), trim_scale(p_buyback_percentage)),
    p_reason, nullif(current_setting('tpc.admin_id', true), '')::uuid
  );
END $$;

CREATE FUNCTION public.update_distribution_split(
  p_referral_percentage numeric,
  p_treasury_percentage numeric,
  p_buyback_percentage numeric,
  p_reason text
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT public.tpc_change_split_at(
    NULL, p_referral_percentage, p_treasury_percentage, p_buyback_percentage, p_reason
  )
$$;

-- Records the transaction that carries the batch's hash on chain. The same proof twice is no
-- error; another one is, because the first may already be published.
CREATE FUNCTION public.attach_batch_proof(p_batch_id uuid, p_onchain_tx text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  present text;
BEGIN
  -- A signature of 64 bytes in base58.
  IF p_onchain_tx IS NULL OR p_onchain_tx !~ '^[1-9A-HJ-NP-Za-km-z]{86,88}$' THEN
    RAISE EXCEPTION 'not a base58 transaction signature of 86 to 88 characters'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT b.onchain_tx INTO present FROM public.tpc_distribution_batches b WHERE b.id = p_batch_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no batch %', p_batch_id USING ERRCODE = 'no_data_found';
  END IF;
  IF present <> p_onchain_tx THEN
    RAISE EXCEPTION 'batch % already has another proof', p_batch_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE public.tpc_distribution_batches SET onchain_tx = p_onchain_tx WHERE id = p_batch_id;
END $$;
