import { z } from 'zod';
import { sha256Hex } from '../../core/canonical.ts';
import { instantSchema } from '../../core/instant.ts';
import { compare, countSchema } from '../../core/money.ts';
import { HASH_DIGITS, type LookupRow, listText } from '../../ledger/lookup.ts';
import { SourceError } from '../../postgres/source-error.ts';
import type { TableSource } from '../../postgres/table.ts';

/** The runbook's form: a transaction names its batch itself. */
const BY_TRANSACTION =
  'SELECT batch_id, id::text AS id FROM public.tpc_transactions WHERE batch_id IS NOT NULL';

/** The field's form: only the log names a batch, up to three lines a transaction. */
const BY_LOG = `SELECT DISTINCT batch_id, transaction_id::text AS id FROM public.tpc_distribution_logs
                 WHERE batch_id IS NOT NULL`;

/** A UUID of version 4 (RFC 9562), as Postgres prints it. */
const RANDOM = '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

const wireSchema = z.strictObject({
  batch_id: z.guid(),
  created_at: instantSchema.nullable(),
  tx_listed: countSchema,
  hashes: z.string(),
  not_random: countSchema,
  alike: countSchema,
});

type Wire = z.infer<typeof wireSchema>;

/** Which transactions each batch paid, where transactions have a `batch_id`. */
export const lookup = lookupFrom('public.tpc_transactions', BY_TRANSACTION);

/** The same where they have none. */
export const lookupByLog = lookupFrom('public.tpc_distribution_logs', BY_LOG);

/**
 * Ids are hashed where they are: none leaves the database. That they can not be guessed is asked there, too: of version 4
 * each, and no two alike in half of their digits, as of a million random ones once in two million sets two are. Serial
 * numbers that are dressed as version 4 are.
 */
function lookupFrom(table: string, paid: string): TableSource<Wire, LookupRow> {
  return {
    tables: [table, 'public.tpc_distribution_batches'],
    sql: `WITH paid AS (${paid}),
               alike AS (
                 SELECT 'begins ' || left(id, 18) AS half FROM paid GROUP BY 1 HAVING count(DISTINCT id) > 1
                 UNION ALL
                 SELECT 'ends ' || right(id, 17) FROM paid GROUP BY 1 HAVING count(DISTINCT id) > 1),
               hashed AS (
                 SELECT batch_id, left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), ${HASH_DIGITS}) AS hash,
                        id ~ '${RANDOM}' AS is_random,
                        'begins ' || left(id, 18) IN (SELECT half FROM alike)
                          OR 'ends ' || right(id, 17) IN (SELECT half FROM alike) AS is_alike
                   FROM paid)
          SELECT hashed.batch_id, batches.created_at, count(*) AS tx_listed,
                 string_agg(hash, '' ORDER BY hash COLLATE "C") AS hashes,
                 count(*) FILTER (WHERE NOT is_random) AS not_random,
                 count(*) FILTER (WHERE is_alike) AS alike
            FROM hashed LEFT JOIN public.tpc_distribution_batches AS batches ON batches.id = hashed.batch_id
           GROUP BY hashed.batch_id, batches.created_at
           ORDER BY hashed.batch_id`,
    columns: {
      batch_id: 'uuid',
      created_at: 'timestamptz',
      tx_listed: 'integer',
      hashes: 'text',
      not_random: 'integer',
      alike: 'integer',
    },
    wire: wireSchema,
    toRows(rows) {
      assertNotGuessable(rows);
      return rows.map(({ batch_id, created_at, tx_listed, hashes }) => ({
        batch_id,
        created_at,
        tx_listed,
        hashes_sha256: sha256Hex(listText(hashes)),
        hashes,
      }));
    },
  };
}

/** Batches that are named in full; beyond, only their number. */
const NAMED = 20;

/** @throws SourceError `guessable-id` naming each batch, and no id */
function assertNotGuessable(rows: readonly Wire[]): void {
  const found = rows.flatMap(({ batch_id, tx_listed, not_random, alike }) => [
    ...(compare(not_random, '0') > 0
      ? [`batch ${batch_id}: ${not_random} of ${tx_listed} ids are no random UUIDs (version 4)`]
      : []),
    ...(compare(alike, '0') > 0
      ? [
          `batch ${batch_id}: ${alike} of ${tx_listed} ids share half of their digits with another, as random ones do not`,
        ]
      : []),
  ]);
  if (found.length === 0) return;
  const more = found.length > NAMED ? [`and ${found.length - NAMED} more`] : [];
  throw new SourceError(
    'guessable-id',
    [
      "lookup was refused: ids of transactions can be guessed, and hashes of them would be a list of everybody's payments.",
      ...[...found.slice(0, NAMED), ...more].map((line) => `guessable-id: ${line}.`),
      'Take lookup out of system.yaml (transparency.datasets), or give transactions ids by gen_random_uuid().',
    ].join('\n  '),
  );
}
