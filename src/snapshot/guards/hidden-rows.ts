import { compare, sumOf } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { LedgerRow } from '../../ledger/ledger.ts';
import type { Metrics } from '../../ledger/metrics.ts';
import type { Flag, Refusal, View } from '../guard.ts';

const CHECK_POLICY = 'Check the SELECT policy on the transactions.';

/** Row-level security hides rows without an error; a batch that the ledger names but nobody shows is a sign. */
export const hiddenBatches: Refusal<Batch> = {
  name: 'hidden-rows',
  find: (rows, view) =>
    view.rowsMayBeHidden('batches')
      ? notShown(rows, view).map((id) => ({
          id,
          detail: `The ledger names batch ${id}, but the batch is not visible. Check the SELECT policy on the batches.`,
        }))
      : [],
};

/** TPC-08: the same where no policy hides any: the ledger names a batch that is not there and never was published. */
export const batchMissing: Flag<LedgerRow> = {
  name: 'batch-missing',
  needs: ['batches'],
  find: (_rows, view) =>
    notShown(view.rows('batches') ?? [], view)
      .filter((id) => view.record.get('batches')?.has(id) !== true)
      .map((id) => ({ id, detail: `The ledger names batch ${id}, and there is no such batch.` })),
};

function notShown(batches: readonly Batch[], view: View): string[] {
  const shown = new Set(batches.map((batch) => batch.id));
  return (view.rows('ledger') ?? [])
    .map((row) => row.batch_id)
    .filter((id) => !shown.has(id) && !view.isLeftOut('batches', id));
}

/**
 * For what is summed over transactions: a batch counts more transactions than this role can see, while
 * row-level security is active. Without it the same difference is no access fault but a finding of its own.
 */
export function hiddenTransactions(name: DatasetName): Refusal<unknown> {
  return {
    name: 'hidden-rows',
    find(_rows, view) {
      return view.rowsMayBeHidden(name) ? fewerThanCounted(view) : [];
    },
  };
}

/** The same question asked of the totals alone, for a run in which the ledger could not be read. */
export const fewerThanDistributed: Refusal<Metrics> = {
  name: 'hidden-rows',
  find([metrics], view) {
    if (metrics === undefined || !view.rowsMayBeHidden('metrics')) return [];
    const { tx_total, tx_distributed } = metrics;
    if (compare(tx_total, tx_distributed) >= 0) return [];
    const detail = `The batches count ${tx_distributed} transactions, but ${tx_total} are visible. ${CHECK_POLICY}`;
    return [{ id: 'tx_total', detail }];
  },
};

function fewerThanCounted(view: View) {
  // What another batch distributed before is not hidden: it is counted twice.
  const counted = new Map(
    (view.rows('ledger') ?? []).map((row) => [
      row.batch_id,
      sumOf([row.tx_counted, row.tx_elsewhere ?? '0']),
    ]),
  );
  return (view.rows('batches') ?? []).flatMap(({ id, tx_count }) => {
    const visible = counted.get(id);
    if (visible === undefined || compare(visible, tx_count) >= 0) return [];
    const detail = `Batch ${id} counts ${tx_count} transactions, but ${visible} are visible. ${CHECK_POLICY}`;
    return [{ id, detail }];
  });
}
