import { compare, type Decimal, sumOf, withDecimals } from '../../core/money.ts';
import { type Batch, PARTS, type Part } from '../../ledger/batch.ts';
import { compareWithLedger, type LedgerDifference, type LedgerRow } from '../../ledger/ledger.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import type { Split } from '../../ledger/split.ts';
import type { Reader } from '../../words/reader.ts';
import { amountPiece } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';
import type { Mark, Verdict } from './verdict.ts';

/** A batch held against something else, figure by figure, and what comes of it as a whole. */
export interface BatchCheck {
  readonly table: Table;
  readonly verdict: Pick<Verdict, 'mark' | 'text'>;
}

const LEDGER_MARKS: Record<LedgerDifference['verdict'], Mark> = {
  equal: 'equal',
  rounding: 'equal',
  different: 'unequal',
};

/** Against its own ledger (TPC-08): differences by rounding are named as such. */
export function ledgerCheck(reader: Reader, batch: Batch, ledger: LedgerRow): BatchCheck {
  const { t, format } = reader;
  const doubled = compare(ledger.duplicates, '0') > 0;
  const count = { count: Number(ledger.duplicates), n: format.count(ledger.duplicates) };
  return {
    table: tableOf<LedgerDifference>(
      [
        column('figure', t('batch.field'), (line) => t(`field.${line.figure}`)),
        figure('batch', t('batch.ledger.batch'), (line) => amountPiece(reader, line.batch)),
        figure('ledger', t('batch.ledger.ledger'), (line) => amountPiece(reader, line.ledger)),
        figure('difference', t('batch.ledger.difference'), ({ difference }) =>
          amountPiece(reader, difference),
        ),
        figure('tolerance', t('batch.ledger.tolerance'), ({ tolerance }) => format.decimal(tolerance)),
        column(
          'finding',
          t('batch.ledger.finding'),
          ({ verdict }) => ({
            kind: 'verdict',
            mark: LEDGER_MARKS[verdict],
            text: t(`batch.ledger.${verdict}`),
          }),
          { class: 'nowrap' },
        ),
      ],
      compareWithLedger(batch, ledger),
      { caption: t('batch.ledger.caption'), differs: ({ verdict }) => verdict === 'different' },
    ),
    verdict: {
      text: doubled ? t('batch.ledger.duplicates', count) : t('batch.ledger.noDuplicates'),
      mark: doubled ? 'unequal' : 'equal',
    },
  };
}

/** Against the split it was bound to: every difference, the tolerance, and whether it holds. */
export function shareCheck(reader: Reader, batch: Batch, split: Split): BatchCheck {
  const { t, format } = reader;
  const rule = shareRule(batch, split);
  // One number of decimals for the columns whose values have more than the database's six.
  const exact = [rule, ...PARTS.map((part) => rule.parts[part])].flatMap((row) => [
    row.expected,
    row.difference,
  ]);
  const decimals = Math.max(6, ...exact.map((value) => value.split('.')[1]?.length ?? 0));
  const aligned = (value: Decimal) => amountPiece(reader, withDecimals(value, decimals));
  const values = { tolerance: format.decimal(rule.tolerance), n: format.count(batch.tx_count) };
  return {
    table: tableOf<Part>(
      [
        column('part', t('batch.share.part'), (part) => t(`field.${part}_sum`), {
          sum: t('batch.share.sum'),
        }),
        figure('percent', t('batch.share.percent'), (part) => format.percent(split[part]), {
          sum: format.percent(rule.share_sum),
        }),
        figure('actual', t('batch.share.actual'), (part) => amountPiece(reader, batch[`${part}_sum`]), {
          sum: amountPiece(reader, sumOf(PARTS.map((part) => batch[`${part}_sum`]))),
        }),
        figure('expected', t('batch.share.expected'), (part) => aligned(rule.parts[part].expected), {
          sum: aligned(rule.expected),
        }),
        figure('difference', t('batch.share.difference'), (part) => aligned(rule.parts[part].difference), {
          sum: aligned(rule.difference),
        }),
      ],
      PARTS,
      { caption: t('batch.share.caption') },
    ),
    verdict: {
      text: t(rule.holds ? 'batch.share.holds' : 'batch.share.broken', values),
      mark: rule.holds ? 'equal' : 'unequal',
    },
  };
}
