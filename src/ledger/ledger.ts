import { z } from 'zod';
import {
  absolute,
  amountSchema,
  compare,
  countSchema,
  type Decimal,
  minus,
  sumOf,
  times,
  trimmed,
} from '../core/money.ts';
import type { Batch } from './batch.ts';

/**
 * What the ledger behind one batch says of it (TPC-08): its transactions counted and summed, its
 * distribution log summed by part, and how many (transaction_id, type) pairs occur more than once.
 */
export const ledgerRowSchema = z.strictObject({
  batch_id: z.guid(),
  tx_counted: countSchema,
  amount_sum: amountSchema,
  referral_sum: amountSchema,
  treasury_sum: amountSchema,
  buyback_sum: amountSchema,
  duplicates: countSchema,
  /**
   * Where the batch counts more transactions than the log has lines for: those of its period whose lines name another
   * batch. Absent where there are none.
   */
  tx_elsewhere: countSchema.exactOptional(),
  amount_elsewhere: amountSchema.exactOptional(),
  /** How many lines of the log each part is summed over; absent in what was published before they were counted. */
  referral_lines: countSchema.optional(),
  treasury_lines: countSchema.optional(),
  buyback_lines: countSchema.optional(),
});

export type LedgerRow = z.infer<typeof ledgerRowSchema>;

/** The figures that a batch and its ledger both state, under the batch's names. */
const COMPARED = {
  tx_count: 'tx_counted',
  revenue_sum: 'amount_sum',
  referral_sum: 'referral_sum',
  treasury_sum: 'treasury_sum',
  buyback_sum: 'buyback_sum',
} as const satisfies Partial<Record<keyof Batch, keyof LedgerRow>>;

export type ComparedFigure = keyof typeof COMPARED;

export interface LedgerDifference {
  readonly figure: ComparedFigure;
  readonly batch: Decimal;
  readonly ledger: Decimal;
  /** Batch minus ledger, exact. */
  readonly difference: Decimal;
  /** How far rounding alone can take the two apart. */
  readonly tolerance: Decimal;
  /** `equal`; `rounding`: within the tolerance; `different`. */
  readonly verdict: 'equal' | 'rounding' | 'different';
}

/** Each figure of a batch against its ledger; a difference by rounding is named as such, never hidden. */
export function compareWithLedger(batch: Batch, ledger: LedgerRow): LedgerDifference[] {
  return (Object.keys(COMPARED) as ComparedFigure[]).map((figure) => {
    const [a, b] = [batch[figure], ledger[COMPARED[figure]]];
    const difference = minus(a, b);
    const tolerance = toleranceOf(figure, ledger);
    return { figure, batch: a, ledger: b, difference, tolerance, verdict: judge(difference, tolerance) };
  });
}

/** A part that is summed unrounded, against the sum of its lines, each rounded to six decimals: half a millionth a line. */
const ROUNDING_PER_LINE = '0.0000005';

/** Amounts have no more decimals than their sum: only a sum once made in floating point can be a millionth off. */
const FLOATING_POINT = '0.000001';

function toleranceOf(figure: ComparedFigure, ledger: LedgerRow): Decimal {
  switch (figure) {
    case 'tx_count':
      return '0';
    case 'revenue_sum':
      return FLOATING_POINT;
    case 'referral_sum':
      return perLine(ledger.referral_lines ?? ledger.tx_counted);
    case 'treasury_sum':
      return perLine(ledger.treasury_lines ?? ledger.tx_counted);
    case 'buyback_sum':
      return perLine(ledger.buyback_lines ?? ledger.tx_counted);
    default:
      return figure satisfies never;
  }
}

function perLine(lines: string): Decimal {
  return trimmed(times(ROUNDING_PER_LINE, lines));
}

function judge(difference: Decimal, tolerance: Decimal): LedgerDifference['verdict'] {
  if (compare(difference, '0') === 0) return 'equal';
  return compare(absolute(difference), tolerance) <= 0 ? 'rounding' : 'different';
}

/**
 * Whether a batch counts, beside its own transactions, exactly those that another batch distributed before it: the
 * distribution ran twice, and lines that were there already were passed over.
 */
export function countedTwice(batch: Batch, ledger: LedgerRow): boolean {
  const { tx_elsewhere, amount_elsewhere } = ledger;
  if (tx_elsewhere === undefined || amount_elsewhere === undefined) return false;
  const together = {
    ...ledger,
    tx_counted: sumOf([ledger.tx_counted, tx_elsewhere]),
    amount_sum: sumOf([ledger.amount_sum, amount_elsewhere]),
  };
  const figures = compareWithLedger(batch, together).filter(
    ({ figure }) => figure === 'tx_count' || figure === 'revenue_sum',
  );
  return figures.every(({ verdict }) => verdict !== 'different');
}
