import type { Batch } from '../../ledger/batch.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { AmountText, TimeText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Batches as a table; on a phone each row becomes two lines. */
export interface BatchTable {
  readonly caption: string;
  readonly head: Readonly<
    Record<'batch' | 'transactions' | 'revenue' | 'referral' | 'treasury' | 'buyback' | 'verdict', string>
  >;
  readonly rows: readonly BatchRow[];
}

export interface BatchRow {
  readonly href: string;
  readonly date: string;
  readonly time: TimeText;
  readonly transactions: string;
  readonly revenue: AmountText;
  readonly referral: AmountText;
  readonly treasury: AmountText;
  readonly buyback: AmountText;
  readonly verdict: Verdict;
}

/** The batches in the order in which they are given. */
export function batchTable(
  reader: Reader,
  publication: Publication,
  batches: readonly Batch[],
  unit: string,
): BatchTable {
  const { t } = reader;
  return {
    caption: t('batches.caption', { unit }),
    head: {
      batch: t('batches.batch'),
      transactions: t('batches.transactions'),
      revenue: t('batches.revenue'),
      referral: t('field.referral_sum'),
      treasury: t('field.treasury_sum'),
      buyback: t('field.buyback_sum'),
      verdict: t('batches.verdict'),
    },
    rows: batches.map((batch) => row(reader, publication, batch)),
  };
}

function row(reader: Reader, publication: Publication, batch: Batch): BatchRow {
  const { format, paths, language } = reader;
  return {
    href: paths.page(language, { name: 'batch', id: batch.id }),
    date: format.date(batch.created_at),
    time: format.time(batch.created_at),
    transactions: format.count(batch.tx_count),
    revenue: format.amount(batch.revenue_sum),
    referral: format.amount(batch.referral_sum),
    treasury: format.amount(batch.treasury_sum),
    buyback: format.amount(batch.buyback_sum),
    verdict: verdictOf(reader, publication, batch),
  };
}
