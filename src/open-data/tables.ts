import type { Anchor } from '../chain/anchor.ts';
import { anchorOf, NO_ANCHORS } from '../chain/anchor-book.ts';
import { type Batch, PARTS, type Part } from '../ledger/batch.ts';
import { formName, type HashCheck } from '../ledger/batch-hash.ts';
import { type ChangelogEntry, latestFirst } from '../ledger/changelog.ts';
import type { Daily } from '../ledger/daily.ts';
import {
  type ComparedFigure,
  compareWithLedger,
  type LedgerDifference,
  type LedgerRow,
} from '../ledger/ledger.ts';
import type { Metrics } from '../ledger/metrics.ts';
import { hashOf, historyOf, newestFirst, type Publication } from '../ledger/publication.ts';
import type { SplitPeriod } from '../ledger/split.ts';
import { type Wallet, walletVerdict } from '../ledger/wallet.ts';
import type { OpenDataset } from '../words/paths.ts';
import { type Column, field, type OpenTable, tableOf } from './table.ts';

/** A batch, and what its hash comes to. */
export type CheckedBatch = Batch & { readonly hash: HashCheck };
type AnchoredBatch = CheckedBatch & { readonly anchor: Anchor };

/** The columns of the database under their own names, then what this site computed. */
export const BATCHES: readonly Column<CheckedBatch>[] = [
  field('id'),
  field('created_at'),
  field('period_start'),
  field('period_end'),
  field('tx_count', 'integer'),
  field('revenue_sum', 'number'),
  field('referral_sum', 'number'),
  field('treasury_sum', 'number'),
  field('buyback_sum', 'number'),
  // Any text of any kind can stand in these two: a real hash or signature never begins with what is defused.
  field('public_hash', 'string', 'free'),
  field('onchain_tx', 'string', 'free'),
  field('note', 'string', 'free'),
  { name: 'hash_input', type: 'string', text: 'verbatim', value: ({ hash }) => hash.hash_input },
  { name: 'hash_verdict', type: 'string', text: 'verbatim', value: ({ hash }) => hash.verdict },
];

/** The form that matched; archives have been written without it, so it stands in the download alone. */
const HASH_FORM: Column<CheckedBatch> = {
  name: 'hash_form',
  type: 'string',
  text: 'verbatim',
  value: ({ hash }) => (hash.form === null ? null : formName(hash.form)),
};

/** What was found of the stated transaction; archives have been written without it. */
const ANCHOR: readonly Column<AnchoredBatch>[] = [
  { name: 'onchain_state', type: 'string', text: 'verbatim', value: ({ anchor }) => anchor.state },
  {
    name: 'onchain_reason',
    type: 'string',
    text: 'verbatim',
    value: ({ anchor }) =>
      anchor.state === 'mismatch' ? anchor.rules.join(' ') : anchor.state === 'unknown' ? anchor.doubt : null,
  },
];

const METRICS: readonly Column<Metrics>[] = [
  field('total_revenue', 'number'),
  field('verified_revenue', 'number'),
  field('distributed_revenue', 'number'),
  field('tx_total', 'integer'),
  field('tx_verified', 'integer'),
  field('tx_distributed', 'integer'),
  field('referral', 'number'),
  field('treasury', 'number'),
  field('buyback', 'number'),
];

export const DAILY: readonly Column<Daily>[] = [
  field('day', 'date'),
  field('revenue', 'number'),
  field('tx_count', 'integer'),
  field('verified_revenue', 'number'),
  field('tx_verified', 'integer'),
  field('distributed_revenue', 'number'),
  field('tx_distributed', 'integer'),
  field('referral', 'number'),
  field('treasury', 'number'),
  field('buyback', 'number'),
];

const SPLIT: readonly Column<SplitPeriod>[] = [
  { name: 'referral', type: 'number', text: 'verbatim', value: ({ split }) => split?.referral ?? null },
  { name: 'treasury', type: 'number', text: 'verbatim', value: ({ split }) => split?.treasury ?? null },
  { name: 'buyback', type: 'number', text: 'verbatim', value: ({ split }) => split?.buyback ?? null },
  { name: 'platform', type: 'number', text: 'verbatim', value: ({ split }) => split?.platform ?? null },
  field('since'),
  field('reason', 'string', 'free'),
];

export const CHANGELOG: readonly Column<ChangelogEntry>[] = [
  field('id', 'string', 'free'),
  field('created_at'),
  field('key', 'string', 'free'),
  field('old_value', 'string', 'free'),
  field('new_value', 'string', 'free'),
  field('reason', 'string', 'free'),
];

/** What the log behind a batch says, and how it compares with the batch itself; null where there is no such batch. */
type ComparedLedger = LedgerRow & { readonly compared: readonly LedgerDifference[] | null };

const ofLedger = (figure: ComparedFigure, value: 'difference' | 'tolerance'): Column<ComparedLedger> => ({
  name: `${figure.replace(/_sum$/, '')}_${value}`,
  type: 'number',
  text: 'verbatim',
  value: ({ compared }) => compared?.find((line) => line.figure === figure)?.[value] ?? null,
});

const lines = (part: Part): Column<ComparedLedger> => ({
  name: `${part}_lines`,
  type: 'integer',
  text: 'verbatim',
  value: (row) => row[`${part}_lines`] ?? null,
});

const LEDGER: readonly Column<ComparedLedger>[] = [
  field('batch_id'),
  field('tx_counted', 'integer'),
  field('amount_sum', 'number'),
  field('referral_sum', 'number'),
  field('treasury_sum', 'number'),
  field('buyback_sum', 'number'),
  field('duplicates', 'integer'),
  ...PARTS.map(lines),
  ...(['tx_count', 'revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum'] as const).flatMap(
    (figure) => [ofLedger(figure, 'difference'), ofLedger(figure, 'tolerance')],
  ),
];

function walletColumns(wallets: readonly Wallet[]): readonly Column<Wallet>[] {
  const computed = (name: string, value: (wallet: Wallet) => string): Column<Wallet> => ({
    name,
    type: 'string',
    text: 'verbatim',
    value,
  });
  return [
    field('name', 'string', 'free'),
    field('address', 'string', 'free'),
    field('type', 'string', 'free'),
    field('explorer_url', 'string', 'free'),
    computed('state', (wallet) => walletVerdict(wallet, wallets).state),
    computed('link', (wallet) => walletVerdict(wallet, wallets).link),
    computed('problems', (wallet) => walletVerdict(wallet, wallets).problems.join(' ')),
  ];
}

/** One dataset as it is downloaded: newest first, days oldest first as a series is read. */
export function openTable(publication: Publication, dataset: OpenDataset, anchors = NO_ANCHORS): OpenTable {
  const { rows } = publication;
  switch (dataset) {
    case 'batches':
      return tableOf(
        dataset,
        [...BATCHES, HASH_FORM, ...ANCHOR],
        newestFirst(rows.batches).map((batch) => ({
          ...batch,
          hash: hashOf(publication, batch),
          anchor: anchorOf(anchors, publication, batch),
        })),
      );
    case 'metrics':
      return tableOf(dataset, METRICS, rows.metrics);
    case 'daily':
      return tableOf(
        dataset,
        DAILY,
        rows.daily.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      );
    case 'split':
      return tableOf(dataset, SPLIT, historyOf(publication)?.periods ?? []);
    case 'wallets':
      return tableOf(dataset, walletColumns(rows.wallets), rows.wallets);
    case 'changelog':
      return tableOf(dataset, CHANGELOG, latestFirst(rows.changelog));
    case 'ledger': {
      const batches = new Map(rows.batches.map((batch) => [batch.id, batch]));
      const compared = (row: LedgerRow) => {
        const batch = batches.get(row.batch_id);
        return batch === undefined ? null : compareWithLedger(batch, row);
      };
      return tableOf(
        dataset,
        LEDGER,
        rows.ledger.map((row) => ({ ...row, compared: compared(row) })),
      );
    }
    default:
      return dataset satisfies never;
  }
}
