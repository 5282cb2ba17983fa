/** What an archive becomes in a database: amounts of any scale, so that no digit is lost; instants as instants. */
export const TABLES_SQL = `
  CREATE SCHEMA archive;
  CREATE TABLE archive.metrics (
    day date PRIMARY KEY, revenue numeric NOT NULL, tx_count numeric NOT NULL, verified_revenue numeric NOT NULL,
    tx_verified numeric NOT NULL, distributed_revenue numeric NOT NULL, tx_distributed numeric NOT NULL,
    referral numeric NOT NULL, treasury numeric NOT NULL, buyback numeric NOT NULL);
  CREATE TABLE archive.batches (
    id uuid PRIMARY KEY, created_at timestamptz NOT NULL, period_start timestamptz, period_end timestamptz,
    tx_count numeric NOT NULL, revenue_sum numeric NOT NULL, referral_sum numeric NOT NULL,
    treasury_sum numeric NOT NULL, buyback_sum numeric NOT NULL, public_hash text, onchain_tx text, note text,
    hash_input text NOT NULL, hash_verdict text NOT NULL);
  CREATE TABLE archive.changelog (
    id text PRIMARY KEY, created_at timestamptz NOT NULL, key text NOT NULL, old_value text, new_value text,
    reason text);`;

/** Rows as a JSON array, in the order of the columns. */
export function insertSql(table: string, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return `INSERT INTO archive.${table} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::archive.${table}, $1::jsonb)`;
}

/** Exact sums of some columns, as text; `rows` beside them. */
export function sumsSql(table: string, columns: readonly string[]): string {
  const sums = columns.map((name) => `coalesce(sum("${name}"), 0)::text AS "${name}"`);
  return `SELECT ${['count(*)::text AS rows', ...sums].join(', ')} FROM archive.${table}`;
}

/**
 * Every batch whose hash, computed by Postgres from its figures in each documented form (see `batch-hash.ts`), does
 * not come to the verdict the archive states, or whose hash input is none of these. A hash input of another form
 * counts as a match where it has the hash; whether it says the figures too is asked of it afterwards. Whether a hash
 * that fits none is wrong, or not recomputable, an archive alone does not tell.
 */
const HASHES_SQL = `
  WITH texts AS (
    SELECT *, ARRAY[created_at, period_start, period_end]::text[] AS pg,
           ARRAY(SELECT to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                   FROM unnest(ARRAY[created_at, period_start, period_end]) WITH ORDINALITY AS t (at, n) ORDER BY n) AS ms
      FROM archive.batches),
  forms AS (
    SELECT *, ARRAY[pg, ARRAY(SELECT replace(regexp_replace(at, '\\+00$', '+00:00'), ' ', 'T')
                                FROM unnest(pg) WITH ORDINALITY AS t (at, n) ORDER BY n), ms] AS times
      FROM texts),
  inputs AS (
    SELECT forms.*,
           ARRAY(SELECT concat_ws('|', id::text, times[n][1], coalesce(times[n][2], ''), coalesce(times[n][3], ''),
                                  tx_count::text, revenue_sum::text, referral_sum::text, treasury_sum::text,
                                  buyback_sum::text)
                   FROM generate_series(1, 3) AS n) AS inputs
      FROM forms),
  verdicts AS (
    SELECT *, CASE WHEN public_hash IS NULL THEN 'missing'
                   WHEN public_hash IN (SELECT encode(sha256(convert_to(input, 'UTF8')), 'hex')
                                          FROM unnest(inputs) AS input) THEN 'match'
                   WHEN public_hash = encode(sha256(convert_to(hash_input, 'UTF8')), 'hex') THEN 'match'
                   WHEN hash_verdict = 'not-recomputable' THEN hash_verdict
                   ELSE 'mismatch' END AS verdict,
           public_hash = encode(sha256(convert_to(hash_input, 'UTF8')), 'hex') AS hashed
      FROM inputs)`;
export const DIFFERENT_SQL = `${HASHES_SQL}
  SELECT id::text, verdict, hash_verdict FROM verdicts
   WHERE verdict <> hash_verdict OR NOT (hash_input = ANY (inputs) OR coalesce(hashed, false)) ORDER BY id LIMIT 100`;
/** Batches whose hash input has their hash, in a form of another session. */
export const OTHER_FORMS_SQL = `${HASHES_SQL}
  SELECT id::text, created_at::text, period_start::text, period_end::text, tx_count::text, revenue_sum::text,
         referral_sum::text, treasury_sum::text, buyback_sum::text, public_hash, onchain_tx, note, hash_input
    FROM verdicts WHERE hashed AND NOT hash_input = ANY (inputs) ORDER BY id`;
export const COUNTS_SQL = `${HASHES_SQL} SELECT verdict, count(*)::int AS count FROM verdicts GROUP BY verdict`;

/** What a database holds besides Postgres itself. */
export const CONTENTS_SQL = `
  SELECT format('%I.%I', nspname, relname) AS name
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
   WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' ORDER BY 1 LIMIT 5`;
