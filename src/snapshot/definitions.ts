import { FIXED_BATCH_FIELDS } from '../domain/alteration.ts';
import type { DatasetName, RowOf } from '../domain/dataset.ts';
import type { Flag, Refusal } from './guard.ts';
import { hashMismatch, hashMissing, hashNotRecomputable } from './guards/batch-hash.ts';
import { changedAfterPublication } from './guards/changed-after-publication.ts';
import { olderThanPublished, smallerTotals } from './guards/gone-backwards.ts';
import { fewerThanDistributed, hiddenBatches, hiddenTransactions } from './guards/hidden-rows.ts';
import { duplicateDistribution, ledgerDiffers, transactionsCountedTwice } from './guards/ledger.ts';
import { promiseMade } from './guards/promise.ts';
import { duplicateId, empty, emptyTotals, shrunk } from './guards/row-identity.ts';
import { brokenSplitHistory, shareRuleBroken } from './guards/share-rule.ts';
import { daysDifferFromBatches, totalsDiffer } from './guards/totals.ts';
import { walletLink } from './guards/wallet-link.ts';

interface Definition<Row> {
  /** Any complaint, and the dataset keeps its last good files. The first that complains names the reason. */
  readonly refusals: readonly Refusal<Row>[];
  /** Datasets, read before this one, whose rows it sums: when those are refused, its figures are too. */
  readonly sums: readonly DatasetName[];
  /** Complaints are published beside the data. */
  readonly flags: readonly Flag<Row>[];
}

/** What guards each dataset. A dataset without an entry here does not compile. */
export const DEFINITIONS: { readonly [Name in DatasetName]: Definition<RowOf<Name>> } = {
  batches: {
    refusals: [
      empty('batches'),
      duplicateId('batches'),
      olderThanPublished('batches'),
      shrunk('batches'),
      hiddenBatches,
    ],
    sums: [],
    flags: [
      hashMismatch,
      hashNotRecomputable,
      hashMissing,
      shareRuleBroken,
      changedAfterPublication('batches', FIXED_BATCH_FIELDS),
    ],
  },
  ledger: {
    refusals: [empty('ledger'), duplicateId('ledger'), shrunk('ledger'), hiddenTransactions('ledger')],
    sums: [],
    flags: [
      ledgerDiffers,
      transactionsCountedTwice,
      duplicateDistribution,
      changedAfterPublication('ledger'),
    ],
  },
  changelog: {
    refusals: [
      empty('changelog'),
      duplicateId('changelog'),
      olderThanPublished('changelog'),
      shrunk('changelog'),
    ],
    sums: [],
    flags: [promiseMade, changedAfterPublication('changelog')],
  },
  split: { refusals: [empty('split'), duplicateId('split')], sums: [], flags: [brokenSplitHistory] },
  wallets: {
    refusals: [empty('wallets'), duplicateId('wallets')],
    sums: [],
    flags: [walletLink, changedAfterPublication('wallets')],
  },
  metrics: {
    refusals: [
      emptyTotals,
      duplicateId('metrics'),
      smallerTotals,
      hiddenTransactions('metrics'),
      fewerThanDistributed,
    ],
    sums: ['batches'],
    flags: [totalsDiffer],
  },
  daily: {
    refusals: [empty('daily'), duplicateId('daily'), shrunk('daily'), hiddenTransactions('daily')],
    sums: ['batches'],
    flags: [daysDifferFromBatches, changedAfterPublication('daily')],
  },
};
