import { FIXED_BATCH_FIELDS } from '../ledger/alteration.ts';
import type { DatasetName, RowOf } from '../ledger/dataset.ts';
import type { Flag, Refusal } from './guard.ts';
import { hashMismatch, hashMissing, hashNotRecomputable } from './guards/batch-hash.ts';
import { changedAfterPublication, goneAfterPublication } from './guards/changed-after-publication.ts';
import { fewerTransactions, olderThanPublished, totalFell } from './guards/gone-backwards.ts';
import {
  batchMissing,
  fewerThanDistributed,
  hiddenBatches,
  hiddenTransactions,
} from './guards/hidden-rows.ts';
import { duplicateDistribution, ledgerDiffers, transactionsCountedTwice } from './guards/ledger.ts';
import { lookupDiffers } from './guards/lookup.ts';
import { promiseMade } from './guards/promise.ts';
import { duplicateId, empty, emptyTotals, hiddenAgain, shrunk } from './guards/row-identity.ts';
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
      hiddenAgain('batches'),
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
      goneAfterPublication('batches'),
    ],
  },
  ledger: {
    refusals: [
      empty('ledger'),
      duplicateId('ledger'),
      olderThanPublished('ledger'),
      hiddenAgain('ledger'),
      shrunk('ledger'),
      hiddenTransactions('ledger'),
    ],
    sums: [],
    flags: [
      ledgerDiffers,
      transactionsCountedTwice,
      batchMissing,
      duplicateDistribution,
      changedAfterPublication('ledger'),
      goneAfterPublication('ledger'),
    ],
  },
  changelog: {
    refusals: [
      empty('changelog'),
      duplicateId('changelog'),
      olderThanPublished('changelog'),
      hiddenAgain('changelog'),
      shrunk('changelog'),
    ],
    sums: [],
    flags: [promiseMade, changedAfterPublication('changelog'), goneAfterPublication('changelog')],
  },
  split: { refusals: [empty('split'), duplicateId('split')], sums: [], flags: [brokenSplitHistory] },
  wallets: {
    refusals: [empty('wallets'), duplicateId('wallets'), hiddenAgain('wallets')],
    sums: [],
    flags: [walletLink, changedAfterPublication('wallets'), goneAfterPublication('wallets')],
  },
  metrics: {
    refusals: [
      emptyTotals,
      duplicateId('metrics'),
      fewerTransactions,
      hiddenTransactions('metrics'),
      fewerThanDistributed,
    ],
    sums: ['batches'],
    flags: [totalsDiffer, totalFell],
  },
  daily: {
    refusals: [
      empty('daily'),
      duplicateId('daily'),
      olderThanPublished('daily'),
      hiddenAgain('daily'),
      shrunk('daily'),
      hiddenTransactions('daily'),
    ],
    sums: ['batches'],
    flags: [daysDifferFromBatches, changedAfterPublication('daily'), goneAfterPublication('daily')],
  },
  lookup: {
    refusals: [
      empty('lookup'),
      duplicateId('lookup'),
      olderThanPublished('lookup'),
      hiddenAgain('lookup'),
      shrunk('lookup'),
      hiddenTransactions('lookup'),
    ],
    sums: [],
    flags: [lookupDiffers, changedAfterPublication('lookup'), goneAfterPublication('lookup')],
  },
};
