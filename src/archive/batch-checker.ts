import { sha256Hex } from '../core/canonical.ts';
import { type Batch, batchSchema } from '../ledger/batch.ts';
import { HASH_VERDICTS, type HashVerdict, hashVerdict, saysFigures } from '../ledger/batch-hash.ts';
import type { Cells, TableShape } from './tables.ts';

/** How many batches came to what. */
export type HashCounts = Record<HashVerdict, number>;

/** What this site computed beside the columns of the database. */
const COMPUTED = ['hash_input', 'hash_verdict'];

/**
 * Looks at batches one by one, in their order: the hash is computed anew and must be what the row states, and each
 * row must come after the one before, so that none stands twice. Counts verdicts in `hashes`. Whether a hash that no
 * documented form gives is wrong, or made in a form that is not known, an archive does not tell: there the row's own
 * word stands, unless its hash input says the figures and has the hash.
 */
export function batchChecker(columns: TableShape['columns'], hashes: HashCounts): (cells: Cells) => string[] {
  const names = columns.map(({ name }) => name);
  let last = '';
  return (cells) => {
    const row = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null]));
    const fields = Object.entries(row).filter(([name]) => !COMPUTED.includes(name));
    const parsed = batchSchema.safeParse(Object.fromEntries(fields));
    if (!parsed.success)
      return [`is no batch: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`];
    const { verdict, hash_input } = verdictOf(parsed.data, row);
    hashes[verdict] += 1;
    const problems: string[] = [];
    const place = `${parsed.data.created_at} ${parsed.data.id}`;
    if (place <= last) problems.push(`batch ${parsed.data.id} does not come after the one before it`);
    last = place;
    if (row.hash_input !== hash_input || row.hash_verdict !== verdict)
      problems.push(
        `the hash of batch ${parsed.data.id} comes to "${verdict}", the row states "${row.hash_verdict ?? ''}"` +
          (row.hash_input === hash_input ? '' : ' and another hash input'),
      );
    return problems;
  };
}

/** No batch counted yet. */
export function noHashes(): HashCounts {
  return Object.fromEntries(HASH_VERDICTS.map((verdict) => [verdict, 0])) as HashCounts;
}

function verdictOf(batch: Batch, row: Readonly<Record<string, string | null>>) {
  const own = hashVerdict(batch);
  if (own.verdict === 'match' || own.verdict === 'missing') return own;
  const input = row.hash_input ?? '';
  if (sha256Hex(input) === batch.public_hash && saysFigures(input, batch))
    return { verdict: 'match' as const, hash_input: input };
  const verdict =
    row.hash_verdict === 'not-recomputable' ? ('not-recomputable' as const) : ('mismatch' as const);
  return { verdict, hash_input: own.hash_input };
}
