import { compare } from '../../core/money.ts';
import { compareWithLedger, countedTwice, type LedgerRow } from '../../ledger/ledger.ts';
import type { Flag } from '../guard.ts';

/** TPC-08: a batch and the ledger behind it state different figures, by more than rounding. */
export const ledgerDiffers: Flag<LedgerRow> = {
  name: 'ledger-differs',
  needs: ['batches'],
  find(rows, view) {
    const batches = new Map((view.rows('batches') ?? []).map((batch) => [batch.id, batch]));
    return rows.flatMap((row) => {
      const batch = batches.get(row.batch_id);
      if (batch === undefined) return [];
      if (countedTwice(batch, row)) return [];
      const different = compareWithLedger(batch, row).filter(({ verdict }) => verdict === 'different');
      if (different.length === 0) return [];
      const figures = different
        .map(({ figure, batch: a, ledger: b, tolerance }) => {
          const beyond = tolerance === '0' ? '' : `, beyond ${tolerance}`;
          return `${figure} ${a} (ledger ${b})${beyond}`;
        })
        .join(', ');
      return [{ id: row.batch_id, detail: `Batch of ${batch.created_at}: ${figures}.` }];
    });
  },
};

/**
 * TPC-18 C: a batch counts transactions that another batch distributed before: the distribution ran twice, and the
 * log holds each line once.
 */
export const transactionsCountedTwice: Flag<LedgerRow> = {
  name: 'counted-twice',
  needs: ['batches'],
  find(rows, view) {
    const batches = new Map((view.rows('batches') ?? []).map((batch) => [batch.id, batch]));
    return rows.flatMap((row) => {
      const batch = batches.get(row.batch_id);
      if (batch === undefined || !countedTwice(batch, row)) return [];
      const detail = `Batch of ${batch.created_at}: it counts ${batch.tx_count} transactions, of which ${row.tx_elsewhere} (${row.amount_elsewhere}) were distributed by another batch before. The distribution ran twice.`;
      return [{ id: row.batch_id, detail }];
    });
  },
};

/** TPC-12: the same transaction was distributed twice to the same part. */
export const duplicateDistribution: Flag<LedgerRow> = {
  name: 'duplicate-distribution',
  find: (rows) =>
    rows
      .filter((row) => compare(row.duplicates, '0') > 0)
      .map((row) => ({
        id: row.batch_id,
        detail: `Batch ${row.batch_id}: ${row.duplicates} pairs of (transaction_id, type) occur more than once.`,
      })),
};
