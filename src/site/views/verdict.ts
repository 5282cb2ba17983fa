import type { Batch } from '../../ledger/batch.ts';
import { HASH_VERDICTS, type HashVerdict } from '../../ledger/batch-hash.ts';
import { hashOf, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';

/**
 * The shapes of verdicts, which are not those of a status: two bars that are equal, two bars struck
 * through, a broken bar for what is absent, two broken bars for what can not be told, dots for what nobody has checked.
 */
export type Mark = 'equal' | 'unequal' | 'absent' | 'untold' | 'unchecked';

export interface Verdict {
  readonly verdict: HashVerdict;
  readonly mark: Mark;
  readonly text: string;
}

const MARKS: Record<HashVerdict, Mark> = {
  match: 'equal',
  mismatch: 'unequal',
  missing: 'absent',
  'not-recomputable': 'untold',
};

/** "hash matches", "does not match", "no hash", "not recomputable": never "verified" (TPC-07). */
export function verdictOf(reader: Reader, publication: Publication, batch: Batch): Verdict {
  const { verdict } = hashOf(publication, batch);
  return { verdict, mark: MARKS[verdict], text: reader.t(`verdict.${verdict}`) };
}

/** How many batches have each verdict. */
export function tally(publication: Publication, batches: readonly Batch[]): Record<HashVerdict, number> {
  const counts = Object.fromEntries(HASH_VERDICTS.map((verdict) => [verdict, 0])) as Record<
    HashVerdict,
    number
  >;
  for (const batch of batches) counts[hashOf(publication, batch).verdict] += 1;
  return counts;
}
