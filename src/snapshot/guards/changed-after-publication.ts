import { HASHED_FIELDS } from '../../domain/batch.ts';
import type { DatasetName } from '../../domain/dataset.ts';
import type { Fields, RowRecord } from '../../domain/record.ts';
import type { Complaint, Flag } from '../guard.ts';

/**
 * A published value was altered or taken away. `fields` limits it to some columns. What was empty and is
 * filled in later (a proof, a note, a hash) is no alteration: the record shows it as an addition.
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

/** The columns of a batch that must not change once published: what is hashed, the hash, and a proof. */
export const FIXED_BATCH_FIELDS: readonly string[] = [...HASHED_FIELDS, 'public_hash', 'onchain_tx'];

function alteredFields({ changes }: RowRecord, fields?: readonly string[]): string[] {
  const altered = changes.flatMap(({ before, after }) => differing(before, after));
  return [...new Set(altered)].filter((field) => fields === undefined || fields.includes(field)).toSorted();
}

function differing(before: Fields, after: Fields): string[] {
  return Object.keys(before).filter((field) => before[field] !== after[field]);
}
