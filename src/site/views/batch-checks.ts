import { compare, type Decimal, sumOf, withDecimals } from '../../core/money.ts';
import { type Batch, PARTS, type Part } from '../../ledger/batch.ts';
import { compareWithLedger, type LedgerDifference, type LedgerRow } from '../../ledger/ledger.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import type { Split } from '../../ledger/split.ts';
import type { AmountText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import type { Mark } from './verdict.ts';

/** A batch against its own ledger (TPC-08): figure by figure, differences by rounding named as such. */
export interface LedgerTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly batch: AmountText;
    readonly ledger: AmountText;
    readonly difference: AmountText;
    readonly tolerance: string;
    readonly mark: Mark;
    readonly finding: string;
    readonly alarming: boolean;
  }[];
  readonly duplicates: { readonly text: string; readonly mark: Mark };
}

/** A batch against the split it was bound to: every difference, the tolerance, and whether it holds. */
export interface ShareTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly percent: string;
    readonly actual: AmountText;
    readonly expected: AmountText;
    readonly difference: AmountText;
  }[];
  readonly sum: ShareTable['rows'][number];
  readonly verdict: { readonly text: string; readonly mark: Mark };
}

const LEDGER_MARKS: Record<LedgerDifference['verdict'], Mark> = {
  equal: 'equal',
  rounding: 'equal',
  different: 'unequal',
};

export function ledgerTable(reader: Reader, batch: Batch, ledger: LedgerRow): LedgerTable {
  const { t, format } = reader;
  const doubled = compare(ledger.duplicates, '0') > 0;
  const count = { count: Number(ledger.duplicates), n: format.count(ledger.duplicates) };
  return {
    caption: t('batch.ledger.caption'),
    head: [
      t('batch.field'),
      t('batch.ledger.batch'),
      t('batch.ledger.ledger'),
      t('batch.ledger.difference'),
      t('batch.ledger.tolerance'),
      t('batch.ledger.finding'),
    ],
    rows: compareWithLedger(batch, ledger).map((line) => ({
      name: t(`field.${line.figure}`),
      batch: format.amount(line.batch),
      ledger: format.amount(line.ledger),
      difference: format.amount(line.difference),
      tolerance: format.decimal(line.tolerance),
      mark: LEDGER_MARKS[line.verdict],
      finding: t(`batch.ledger.${line.verdict}`),
      alarming: line.verdict === 'different',
    })),
    duplicates: {
      text: doubled ? t('batch.ledger.duplicates', count) : t('batch.ledger.noDuplicates'),
      mark: doubled ? 'unequal' : 'equal',
    },
  };
}

export function shareTable(reader: Reader, batch: Batch, split: Split): ShareTable {
  const { t, format } = reader;
  const rule = shareRule(batch, split);
  const actual = (part: Part) => batch[`${part}_sum`];
  // One number of decimals for the columns whose values have more than the database's six.
  const exact = [rule, ...PARTS.map((part) => rule.parts[part])].flatMap((row) => [
    row.expected,
    row.difference,
  ]);
  const decimals = Math.max(6, ...exact.map((value) => value.split('.')[1]?.length ?? 0));
  const aligned = (value: Decimal) => format.amount(withDecimals(value, decimals));
  const values = { tolerance: format.decimal(rule.tolerance), n: format.count(batch.tx_count) };
  return {
    caption: t('batch.share.caption'),
    head: [
      t('batch.share.part'),
      t('batch.share.percent'),
      t('batch.share.actual'),
      t('batch.share.expected'),
      t('batch.share.difference'),
    ],
    rows: PARTS.map((part) => ({
      name: t(`field.${part}_sum`),
      percent: format.percent(split[part]),
      actual: format.amount(actual(part)),
      expected: aligned(rule.parts[part].expected),
      difference: aligned(rule.parts[part].difference),
    })),
    sum: {
      name: t('batch.share.sum'),
      percent: format.percent(rule.share_sum),
      actual: format.amount(sumOf(PARTS.map(actual))),
      expected: aligned(rule.expected),
      difference: aligned(rule.difference),
    },
    verdict: {
      text: t(rule.holds ? 'batch.share.holds' : 'batch.share.broken', values),
      mark: rule.holds ? 'equal' : 'unequal',
    },
  };
}
