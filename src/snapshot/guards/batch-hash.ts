import type { Batch } from '../../domain/batch.ts';
import { type HashVerdict, hashVerdict } from '../../domain/batch-hash.ts';
import type { Flag } from '../guard.ts';

/** TPC-07: the hash is not that of the figures, in any form that is known. Shown as such, never dropped. */
export const hashMismatch: Flag<Batch> = {
  name: 'hash-mismatch',
  find: (rows) =>
    withVerdict(rows, 'mismatch', (batch) => `its public hash is not that of its figures (${batch.id})`),
};

/** A batch without a hash: a distribution that crashed leaves one behind. */
export const hashMissing: Flag<Batch> = {
  name: 'hash-missing',
  find: (rows) => withVerdict(rows, 'missing', (batch) => `it has no public hash (${batch.id})`),
};

function withVerdict(rows: readonly Batch[], verdict: HashVerdict, problem: (batch: Batch) => string) {
  return rows
    .filter((batch) => hashVerdict(batch).verdict === verdict)
    .map((batch) => ({ id: batch.id, detail: `Batch of ${batch.created_at}: ${problem(batch)}.` }));
}
