import { alteredFields } from '../../domain/alteration.ts';
import type { DatasetName } from '../../domain/dataset.ts';
import type { Complaint, Flag } from '../guard.ts';

/**
 * A published value was altered or taken away (see `alteredFields`). `fields` limits it to some columns.
 */
export function changedAfterPublication(name: DatasetName, fields?: readonly string[]): Flag<unknown> {
  return {
    name: 'changed-after-publication',
    find(_rows, view) {
      const complaints: Complaint[] = [];
      for (const [id, row] of view.record.get(name) ?? []) {
        const altered = alteredFields(row, fields);
        if (row.gone !== null)
          complaints.push({ id, detail: `${id} was published and is gone since ${row.gone}.` });
        else if (altered.length > 0) {
          const detail = `${id}: ${altered.join(', ')} changed after publication. The first value stays beside it.`;
          complaints.push({ id, detail });
        }
      }
      return complaints;
    },
  };
}
