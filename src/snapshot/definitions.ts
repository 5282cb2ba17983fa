import type { DatasetName, RowOf } from '../domain/dataset.ts';
import type { Flag, Refusal } from './guard.ts';
import { hashMismatch, hashMissing } from './guards/batch-hash.ts';
import { changedAfterPublication, FIXED_BATCH_FIELDS } from './guards/changed-after-publication.ts';
import { olderThanPublished, smallerTotals } from './guards/gone-backwards.ts';
import { hiddenBatches, hiddenTransactions } from './guards/hidden-rows.ts';
import { duplicateDistribution, ledgerDiffers } from './guards/ledger.ts';
import { duplicateId, shrunk } from './guards/row-identity.ts';
import { brokenSplitHistory, shareRuleBroken } from './guards/share-rule.ts';
import { daysDifferFromBatches, totalsDiffer } from './guards/totals.ts';
import { walletLink } from './guards/wallet-link.ts';

interface Definition<Row> {
  /** Any complaint, and the dataset keeps its last good files. */
  readonly refusals: readonly Refusal<Row>[];
  /** Complaints are published beside the data. */
  readonly flags: readonly Flag<Row>[];
}

/** What guards each dataset, besides `empty`. A dataset without an entry here does not compile. */
export const DEFINITIONS: { readonly [Name in DatasetName]: Definition<RowOf<Name>> } = {
  batches: {
    refusals: [duplicateId('batches'), shrunk('batches'), olderThanPublished('batches'), hiddenBatches],
    flags: [
      hashMismatch,
      hashMissing,
      shareRuleBroken,
      changedAfterPublication('batches', FIXED_BATCH_FIELDS),
    ],
  },
  ledger: {
    refusals: [duplicateId('ledger'), shrunk('ledger'), hiddenTransactions('ledger')],
    flags: [ledgerDiffers, duplicateDistribution, changedAfterPublication('ledger')],
  },
  changelog: {
    refusals: [duplicateId('changelog'), shrunk('changelog'), olderThanPublished('changelog')],
    flags: [changedAfterPublication('changelog')],
  },
  split: { refusals: [duplicateId('split')], flags: [brokenSplitHistory] },
  wallets: {
    refusals: [duplicateId('wallets')],
    flags: [walletLink, changedAfterPublication('wallets')],
  },
  metrics: {
    refusals: [duplicateId('metrics'), smallerTotals, hiddenTransactions('metrics')],
    flags: [totalsDiffer],
  },
  daily: {
    refusals: [duplicateId('daily'), shrunk('daily'), hiddenTransactions('daily')],
    flags: [daysDifferFromBatches, changedAfterPublication('daily')],
  },
};
