import { compareInstants, monthOf } from '../../core/instant.ts';
import { addMonths } from '../../core/month.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Asked } from '../answers.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';
import type { Computed, RoutineItem } from '../model/routine.ts';
import { audited } from './audit.ts';
import {
  batchAt,
  batchComplete,
  batchHash,
  batchId,
  batchProcessed,
  batchProof,
  batchSums,
} from './batch-review.ts';
import { batchesOfWeek, duplicates, weekFigures } from './figures.ts';
import { notVouching } from './published-then.ts';
import { escrowReconciled, sourcesAgree } from './reconciled.ts';
import {
  type SplitChange,
  splitChangeAt,
  splitEntry,
  splitNextBatch,
  splitSum,
  splitValues,
} from './split-change.ts';

/** What an item says of its computation. */
type Stated = Pick<Extract<RoutineItem, { computed: unknown }>, 'may_be_empty'>;
type Compute = (inputs: ReportInputs, asked: Asked | undefined, stated: Stated) => ItemAnswer;

/** Only over data that vouch for what is true at the time of the report. */
function over(datasets: readonly DatasetName[], compute: Compute): Compute {
  return (inputs, asked, stated) => {
    const silent = notVouching(inputs.publication, datasets, inputs.at);
    return silent === null ? compute(inputs, asked, stated) : notKnown(silent);
  };
}

/** Of the batch that was the latest when the routine was due. */
function batch(review: (batch: Batch, publication: Publication) => ItemAnswer, needs: DatasetName[] = []) {
  return over(['batches', ...needs], ({ publication, due_at }) => {
    const latest = batchAt(publication, due_at);
    return latest === undefined ? notKnown('no-batch') : review(latest, publication);
  });
}

/** Of the change of the split that was the latest when the routine was due. */
function split(review: (change: SplitChange) => ItemAnswer) {
  return over(['split', 'changelog', 'batches'], ({ publication, due_at }) => {
    const change = splitChangeAt(publication, due_at);
    return change === null ? notKnown('no-change') : review(change);
  });
}

/** What each computed item is. A name without a function does not compile. */
export const COMPUTATIONS: { readonly [Name in Computed]: Compute } = {
  'batch-processed': batch(batchProcessed),
  'batch-id': batch(batchId),
  'batch-hash': batch(batchHash),
  'batch-sums': batch(batchSums, ['split', 'changelog']),
  'batch-complete': batch(batchComplete),
  'batch-proof': batch(batchProof),
  'batches-of-week': over(['batches'], batchesOfWeek),
  'week-summary': over(['daily'], weekFigures),
  duplicates: over(['ledger'], (inputs, _, { may_be_empty }) => duplicates(inputs, may_be_empty)),
  'split-sum': split(splitSum),
  'split-entry': split(splitEntry),
  'split-values': split(splitValues),
  'split-next-batch': split(splitNextBatch),
  'data-mismatch': over(['metrics', 'batches'], sourcesAgree),
  escrow: (inputs, asked, { may_be_empty }) => escrowReconciled(inputs, asked, may_be_empty),
  audit: audited,
  'archive-restored': archiveRestored,
};

/**
 * VOU-07's spirit, for ourselves: whether the archive of the month before the one in which the routine was due was
 * restored into an empty Postgres, and gave the same. Before the first archive nothing is known of that.
 */
function archiveRestored({ restore, at, due_at }: ReportInputs): ItemAnswer {
  if (restore === null || compareInstants(restore.tested_at, at) > 0) return notKnown('no-restore-yet');
  const evidence = {
    'archive-month': restore.month,
    'tested-at': restore.tested_at,
    'archive-sha256': restore.archive_sha256 === '' ? undefined : restore.archive_sha256,
    differences: String(restore.differences.length),
  };
  if (restore.month < addMonths(monthOf(due_at), -1)) return notKnown('out-of-date', evidence);
  return restore.result === 'passed' ? passed(evidence) : failed('restore-differs', evidence);
}
