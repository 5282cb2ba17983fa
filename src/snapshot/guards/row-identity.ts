import { compare } from '../../core/money.ts';
import { DATASETS, type DatasetName, type DatasetShape, type RowOf } from '../../ledger/dataset.ts';
import type { Metrics } from '../../ledger/metrics.ts';
import type { Refusal, View } from '../guard.ts';
import { settling } from './changed-after-publication.ts';

type Shape<Name extends DatasetName> = DatasetShape<RowOf<Name>>;

/** No rows at all, where the operator has not said that this can be the truth. */
export function empty<Name extends DatasetName>(name: Name): Refusal<RowOf<Name>> {
  return {
    name: 'empty',
    find: (rows, view) =>
      rows.length > 0 ? [] : [{ id: name, detail: `The source has no ${name}. ${hintAt(name, view)}.` }],
  };
}

/** The same for totals, which are one row whatever there is: nothing but zeros is what no rights look like. */
export const emptyTotals: Refusal<Metrics> = {
  name: 'empty',
  find(rows, view) {
    const [totals] = rows;
    if (totals === undefined) return empty('metrics').find(rows, view);
    if (Object.values(totals).some((total) => compare(total, '0') !== 0)) return [];
    return [{ id: 'metrics', detail: `Every total is zero. ${hintAt('metrics', view)}.` }];
  },
};

function hintAt(name: DatasetName, view: View): string {
  return view.rowsMayBeHidden(name)
    ? 'Row-level security is active and may hide them all: give the role a SELECT policy'
    : 'If there really are none, set may_be_empty for it in system.yaml';
}

/** Two rows that claim to be the same one. */
export function duplicateId<Name extends DatasetName>(name: Name): Refusal<RowOf<Name>> {
  const shape = DATASETS[name] as unknown as Shape<Name>;
  return {
    name: 'duplicate-id',
    find(rows) {
      const groups = Map.groupBy(rows, shape.id);
      return [...groups]
        .filter(([, same]) => same.length > 1)
        .map(([id, same]) => ({ id, detail: `${id} occurs ${same.length} times; it must be unique.` }));
    },
  };
}

/**
 * Most of what was published is gone at once, though nothing can hide it: an emptied table, or another database. Of
 * fewer rows each is recorded as gone, and the rest goes on.
 */
export function shrunk<Name extends DatasetName>(name: Name): Refusal<RowOf<Name>> {
  return {
    name: 'shrunk',
    find(rows, view) {
      const missing = missingFrom(name, rows, view);
      const published = view.published(name)?.length ?? 0;
      if (view.rowsMayBeHidden(name) || missing.length * 2 <= published) return [];
      return missing.map((id) => ({
        id,
        detail: `${id} was published and the source no longer has it, as ${missing.length} of ${published} rows. Is this the right database? ${settling(name, id)}`,
      }));
    },
  };
}

/** Rows that were published are not seen any more, and a policy decides which rows this role sees: that is not gone. */
export function hiddenAgain<Name extends DatasetName>(name: Name): Refusal<RowOf<Name>> {
  return {
    name: 'hidden-rows',
    find(rows, view) {
      if (!view.rowsMayBeHidden(name)) return [];
      return missingFrom(name, rows, view).map((id) => ({
        id,
        detail: `${id} was published and is not visible any more, and a SELECT policy decides which rows this role sees. Give the role a policy that shows it.`,
      }));
    },
  };
}

/** The rows that stand as published and are not among these, without those that a correction says were removed. */
function missingFrom<Name extends DatasetName>(
  name: Name,
  rows: readonly RowOf<Name>[],
  view: View,
): string[] {
  if (view.reread(name)) return []; // Read from another place than before: the record says so.
  const shape = DATASETS[name] as unknown as Shape<Name>;
  const present = new Set(rows.map(shape.id));
  const before = view.published(name) ?? [];
  return before.map(shape.id).filter((id) => !present.has(id) && !view.isSettledRemoval(name, id));
}
