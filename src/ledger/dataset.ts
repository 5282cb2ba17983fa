import type { z } from 'zod';
import { type Instant, monthOf } from '../core/instant.ts';
import { batchSchema } from './batch.ts';
import { changelogEntrySchema } from './changelog.ts';
import { dailySchema } from './daily.ts';
import { ledgerRowSchema } from './ledger.ts';
import { lookupRowSchema } from './lookup.ts';
import { metricsSchema } from './metrics.ts';
import { splitSchema } from './split.ts';
import { walletSchema } from './wallet.ts';

/** What is true of a published table whatever its source is: its rows, their identity and their files. */
export interface DatasetShape<Row> {
  readonly row: z.ZodType<Row>;
  /** The identity of a row within its dataset: what the published record follows over time. */
  readonly id: (row: Row) => string;
  /** `YYYY-MM` of the file a row belongs in; null keeps the whole dataset in one file. */
  readonly month: (row: Row) => string | null;
  /** Columns that hold amounts of money: the operator must name their unit. */
  readonly money: readonly (keyof Row)[];
  /** Rows are only ever added: one that disappears is a rewrite, and the dataset is refused. */
  readonly appendOnly: boolean;
  /** Free text that people wrote: it enters the published record only as a salted hash. */
  readonly words: readonly (keyof Row)[];
  /** Long columns that the record does not hold: another column is their hash, and the schema holds them to it. */
  readonly hashed?: readonly (keyof Row)[];
  /** Published only by operators who ask for it: that it is absent is no lack. */
  readonly optIn?: boolean;
  /**
   * Whether the first value and every change of a row enter the published record. A day does once it is
   * over. Totals never do (null): they change with every transaction and are the sums of the days.
   */
  readonly recorded: ((row: Row, observedDay: string) => boolean) | null;
}

const always = () => true;
const oneFile = () => null;

function shape<Row>(declared: DatasetShape<Row>): DatasetShape<Row> {
  return declared;
}

/** Every dataset that is published, in the order in which a run reads them. */
export const DATASETS = {
  batches: shape({
    row: batchSchema,
    id: (batch) => batch.id,
    month: (batch: { created_at: Instant }) => monthOf(batch.created_at),
    money: ['revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'],
    appendOnly: true,
    words: ['note'],
    recorded: always,
  }),
  ledger: shape({
    row: ledgerRowSchema,
    id: (row) => row.batch_id,
    month: oneFile,
    money: ['amount_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'],
    appendOnly: true,
    words: [],
    recorded: always,
  }),
  changelog: shape({
    row: changelogEntrySchema,
    id: (entry) => entry.id,
    month: (entry: { created_at: Instant }) => monthOf(entry.created_at),
    money: [],
    appendOnly: true,
    words: ['old_value', 'new_value', 'reason'],
    recorded: always,
  }),
  split: shape({
    row: splitSchema,
    id: () => 'current',
    month: oneFile,
    money: [],
    appendOnly: false,
    words: [],
    recorded: always,
  }),
  wallets: shape({
    row: walletSchema,
    id: (wallet) => wallet.name,
    month: oneFile,
    money: [],
    appendOnly: false,
    words: [],
    recorded: always,
  }),
  metrics: shape({
    row: metricsSchema,
    id: () => 'current',
    month: oneFile,
    money: ['total_revenue', 'verified_revenue', 'distributed_revenue', 'referral', 'treasury', 'buyback'],
    appendOnly: false,
    words: [],
    recorded: null,
  }),
  daily: shape({
    row: dailySchema,
    id: (daily) => daily.day,
    month: (daily: { day: string }) => monthOf(daily.day),
    money: ['revenue', 'verified_revenue', 'distributed_revenue', 'referral', 'treasury', 'buyback'],
    appendOnly: true,
    words: [],
    recorded: (daily, observedDay) => daily.day < observedDay,
  }),
  lookup: shape({
    row: lookupRowSchema,
    id: (row) => row.batch_id,
    month: ({ created_at }) => (created_at === null ? null : monthOf(created_at)),
    money: [],
    appendOnly: true,
    words: [],
    hashed: ['hashes'],
    optIn: true,
    recorded: always,
  }),
};

/** Whether it is published only where an operator asks for it, so that none of it is no lack. */
export function isOptIn(name: DatasetName): boolean {
  return (DATASETS[name] as { readonly optIn?: boolean }).optIn === true;
}

export type DatasetName = keyof typeof DATASETS;
export type RowOf<Name extends DatasetName> = z.infer<(typeof DATASETS)[Name]['row']>;
export type Rows = { [Name in DatasetName]: readonly RowOf<Name>[] };

export const DATASET_NAMES = Object.keys(DATASETS) as [DatasetName, ...DatasetName[]];
