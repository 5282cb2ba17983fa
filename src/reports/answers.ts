import type { EscrowBalance, Unlock } from '../status/escrow.ts';
import type { Reason } from '../status/sample.ts';
import type { ThreeAnswers } from './items/data-mismatch.ts';

/** What was asked for one item at the time of a report, ready to be looked at without any source. */
export type Asked =
  | {
      readonly kind: 'rows';
      /** How many rows there are; counting ends at 100 000. */
      readonly count: number;
      /** The first column of the first rows, where the item keeps a sample. */
      readonly sample: readonly string[];
      /** The only value of the only row, as text; null where that is not what came. */
      readonly value: string | null;
    }
  | { readonly kind: 'three'; readonly three: Omit<ThreeAnswers, 'site'> }
  | {
      readonly kind: 'escrow';
      readonly escrows: readonly EscrowBalance[];
      readonly unlocks: readonly Unlock[];
    }
  /** Could not be asked. */
  | { readonly kind: 'silent'; readonly reason: Reason };

/** By the id of the item. */
export type Answers = ReadonlyMap<string, Asked>;

/** Beyond this rows are not counted any more: "at least so many" is told as so many. */
export const MOST_COUNTED = 100_000;
