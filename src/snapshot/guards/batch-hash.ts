import type { Batch } from '../../ledger/batch.ts';
import { type HashCheck, hashKnowledge, hashVerdict } from '../../ledger/batch-hash.ts';
import type { Flag, View } from '../guard.ts';

/** TPC-07: the hash is wrong, and there is ground to say so. Shown as such, never dropped. */
export const hashMismatch: Flag<Batch> = {
  name: 'hash-mismatch',
  looked: hashed,
  find: (rows, view) =>
    checked(rows, view)
      .filter(({ check }) => check.verdict === 'mismatch')
      .map(({ batch, check }) => ({
        id: batch.id,
        detail: `Batch of ${batch.created_at}: its public hash is not that of its figures (${batch.id}; ${check.ground}).`,
      })),
};

/**
 * TPC-07: no known form gives the hash, and nothing says that it is wrong. Where hashes are made in a session with
 * another zone or date style than UTC and ISO, `transparency.hash_sessions` in system.yaml declares it.
 */
export const hashNotRecomputable: Flag<Batch> = {
  name: 'hash-not-recomputable',
  looked: hashed,
  find: (rows, view) =>
    checked(rows, view)
      .filter(({ check }) => check.verdict === 'not-recomputable')
      .map(({ batch }) => ({
        id: batch.id,
        detail:
          `Batch of ${batch.created_at}: no known form of its figures gives its public hash (${batch.id}). Is it made in ` +
          'a session with another time zone or date style? Declare it in system.yaml: transparency.hash_sessions.',
      })),
};

/** A batch without a hash: a distribution that crashed leaves one behind. */
export const hashMissing: Flag<Batch> = {
  name: 'hash-missing',
  find: (rows) =>
    rows
      .filter(({ public_hash }) => public_hash === null)
      .map(({ id, created_at }) => ({
        id,
        detail: `Batch of ${created_at}: it has no public hash (${id}).`,
      })),
};

function hashed(rows: readonly Batch[]): number {
  return rows.filter(({ public_hash }) => public_hash !== null).length;
}

function checked(rows: readonly Batch[], { hash, record }: View): { batch: Batch; check: HashCheck }[] {
  const knowledge = hashKnowledge(rows, hash, (id) => record.get('batches')?.get(id));
  return rows.map((batch) => ({ batch, check: hashVerdict(batch, knowledge) }));
}
