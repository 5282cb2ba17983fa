import { compare, type Decimal, sumOf, withDecimals } from '../../core/money.ts';
import { type Batch, PARTS } from '../../ledger/batch.ts';
import { compareWithLedger, type LedgerDifference, type LedgerRow } from '../../ledger/ledger.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import type { Split } from '../../ledger/split.ts';
import type { Reader } from '../../words/reader.ts';
import { amountPiece } from './segment.ts';
import { type Table, tableOf } from './table.ts';
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
    table: tableOf(
      [
        { id: 'figure', label: t('batch.field'), cell: ({ figure }) => t(`field.${figure}`) },
        {
          id: 'batch',
          label: t('batch.ledger.batch'),
          align: 'right',
          cell: (line) => amountPiece(reader, line.batch),
        },
        {
          id: 'ledger',
          label: t('batch.ledger.ledger'),
          align: 'right',
          cell: (line) => amountPiece(reader, line.ledger),
        },
        {
          id: 'difference',
          label: t('batch.ledger.difference'),
          align: 'right',
          cell: ({ difference }) => amountPiece(reader, difference),
        },
        {
          id: 'tolerance',
          label: t('batch.ledger.tolerance'),
          align: 'right',
          cell: ({ tolerance }) => format.decimal(tolerance),
        },
        {
          id: 'finding',
          label: t('batch.ledger.finding'),
          class: 'nowrap',
          cell: ({ verdict }) => ({
            kind: 'verdict',
            mark: LEDGER_MARKS[verdict],
            text: t(`batch.ledger.${verdict}`),
          }),
        },
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
    table: tableOf(
      [
        {
          id: 'part',
          label: t('batch.share.part'),
          cell: (part) => t(`field.${part}_sum`),
          sum: t('batch.share.sum'),
        },
        {
          id: 'percent',
          label: t('batch.share.percent'),
          align: 'right',
          cell: (part) => format.percent(split[part]),
          sum: format.percent(rule.share_sum),
        },
        {
          id: 'actual',
          label: t('batch.share.actual'),
          align: 'right',
          cell: (part) => amountPiece(reader, batch[`${part}_sum`]),
          sum: amountPiece(reader, sumOf(PARTS.map((part) => batch[`${part}_sum`]))),
        },
        {
          id: 'expected',
          label: t('batch.share.expected'),
          align: 'right',
          cell: (part) => aligned(rule.parts[part].expected),
          sum: aligned(rule.expected),
        },
        {
          id: 'difference',
          label: t('batch.share.difference'),
          align: 'right',
          cell: (part) => aligned(rule.parts[part].difference),
          sum: aligned(rule.difference),
        },
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
