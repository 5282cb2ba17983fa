import { alteredFields } from '../../ledger/alteration.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { Complaint, Flag } from '../guard.ts';

/**
 * A published value was altered or taken away (see `alteredFields`), without a reason stated for that change. `fields`
 * limits it to some columns.
 */
export function changedAfterPublication(name: DatasetName, fields?: readonly string[]): Flag<unknown> {
  return {
    name: 'changed-after-publication',
    find(_rows, view) {
      const complaints: Complaint[] = [];
      for (const [id, row] of view.record.get(name) ?? []) {
        const changes = row.changes.filter(
          (change) =>
            alteredFields({ changes: [change] }, fields).length > 0 &&
            !view.isSettledAlteration(name, id, change.seen_at),
        );
        if (changes.length === 0) continue;
        const altered = alteredFields({ changes }, fields).join(', ');
        const seen = changes.map(({ seen_at }) => seen_at).join(' and ');
        complaints.push({
          id,
          detail: `${id}: ${altered} changed after publication. The first value stays beside it. If it was rightly changed, say why in system.yaml: transparency.alterations, { dataset: ${name}, row: "${id}", seen: ${seen}, … }.`,
        });
      }
      return complaints;
    },
  };
}

/**
 * A row that was published, and that the source does not show any more, without a reason stated for it. What it last
 * was stays published either way.
 */
export function goneAfterPublication(name: DatasetName): Flag<unknown> {
  return {
    name: 'gone-after-publication',
    find: (_rows, view) =>
      [...(view.record.get(name) ?? [])]
        .filter(([id, row]) => row.gone !== null && !view.isSettledRemoval(name, id))
        .map(([id, row]) => ({
          id,
          detail: `${id} was published and is gone since ${row.gone}. ${settling(name, id)}`,
        })),
  };
}

/** How an operator settles that a row was rightly taken out. */
export function settling(name: DatasetName, id: string): string {
  return `If it was rightly removed, say why in system.yaml: transparency.removals, { dataset: ${name}, row: "${id}", … }.`;
}
