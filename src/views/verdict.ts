import type { Batch } from '../domain/batch.ts';
import { type HashVerdict, hashVerdict } from '../domain/batch-hash.ts';
import type { Reader } from '../i18n/reader.ts';

/**
 * The shapes of verdicts, which are not those of a status: two bars that are equal, two bars struck
 * through, two broken bars for what is absent, dots for what nobody has checked.
 */
export type Mark = 'equal' | 'unequal' | 'absent' | 'unchecked';

export interface Verdict {
  readonly verdict: HashVerdict;
  readonly mark: Mark;
  readonly text: string;
}

const MARKS: Record<HashVerdict, Mark> = { match: 'equal', mismatch: 'unequal', missing: 'absent' };

/** "hash matches", "hash does not match", "no hash": never "verified" (TPC-07). */
export function verdictOf(reader: Reader, batch: Batch): Verdict {
  const { verdict } = hashVerdict(batch);
  return { verdict, mark: MARKS[verdict], text: reader.t(`verdict.${verdict}`) };
}

/** How many batches have each verdict. */
export function tally(batches: readonly Batch[]): Record<HashVerdict, number> {
  const counts = { match: 0, mismatch: 0, missing: 0 };
  for (const batch of batches) counts[hashVerdict(batch).verdict] += 1;
  return counts;
}
