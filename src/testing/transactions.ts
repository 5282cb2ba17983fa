import type pg from 'pg';

/** What a test says of a transaction; the rest is as it comes. */
export interface GivenTransaction {
  /** TPC, decimal text. */
  amount: string;
  type?: 'marketplace' | 'staking' | 'subscription';
  status?: 'pending' | 'verified';
  /** With an offset; without it, an hour ago. */
  created_at?: string;
}

/** Inserts transactions (verified unless said otherwise) in the reference ledger; returns their ids. */
export async function insertTransactions(
  client: pg.ClientBase,
  given: readonly GivenTransaction[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO public.tpc_transactions (user_id, type, amount, source_id, status, verified_at, created_at)
     SELECT gen_random_uuid(), coalesce(type, 'marketplace'), amount, 'order ' || ordinal,
       coalesce(status, 'verified'),
       CASE WHEN status = 'pending' THEN NULL ELSE coalesce(created_at, now() - interval '1 hour') END,
       coalesce(created_at, now() - interval '1 hour')
     FROM ROWS FROM (
       json_to_recordset($1) AS (amount numeric, type text, status text, created_at timestamptz)
     ) WITH ORDINALITY AS given (amount, type, status, created_at, ordinal)
     RETURNING id`,
    [JSON.stringify(given)],
  );
  return rows.map(({ id }) => id);
}
