import { compareInstants } from '../core/instant.ts';
import { DATASETS, type DatasetName, type DatasetShape } from '../ledger/dataset.ts';
import { outOfBounds } from '../ledger/out-of-bounds.ts';
import { SourceError } from '../postgres/source-error.ts';
import type { Content } from './content.ts';
import type { Complaint } from './guard.ts';
import { summary } from './judgement.ts';
import type { BoundedPass, Pass } from './reading.ts';

/** Rows that are records of their own. Any other dataset is a sum or a whole: without a row it would be another. */
const ROW_BY_ROW: readonly DatasetName[] = ['batches', 'changelog', 'wallets'];

/**
 * Holds every row against the bounds of the house. Of batches, changes and wallets the row alone is left out, by
 * name, and what was last published of it stands; a dataset that would be another without it fails as a whole.
 */
export function withinBounds(pass: Pass, content: Content): BoundedPass {
  const readings: Record<string, unknown> = { ...pass.readings };
  const failures = new Map(pass.failures);
  const found = new Map<DatasetName, readonly Complaint[]>();
  for (const [name, reading] of Object.entries(pass.readings) as [
    DatasetName,
    { rows: readonly object[] },
  ][]) {
    const shape = DATASETS[name] as unknown as DatasetShape<object>;
    const complaints = reading.rows.flatMap((row) => complaintsOf(name, shape.id(row), row));
    if (complaints.length === 0) continue;
    if (!ROW_BY_ROW.includes(name)) {
      delete readings[name];
      const lines = summary(complaints.map(({ detail }) => detail));
      failures.set(name, new SourceError('invalid-row', `${name} was refused.\n  invalid-row: ${lines}`));
      continue;
    }
    const left = new Set(complaints.map(({ row }) => row));
    const standing = ((content.rows[name] ?? []) as readonly object[]).filter((row) =>
      left.has(shape.id(row)),
    );
    const rows = [...reading.rows.filter((row) => !left.has(shape.id(row))), ...standing];
    readings[name] = { ...reading, rows: standing.length === 0 ? rows : rows.toSorted(inOrder(shape)) };
    found.set(
      name,
      complaints.map(({ id, detail }) => ({ id, detail })),
    );
  }
  return { ...pass, readings: readings as Pass['readings'], failures, outOfBounds: found };
}

function complaintsOf(name: DatasetName, id: string, row: object) {
  // An id is a text of the row too: one that is out of bounds itself is cut, so that it can be shown at all.
  const called = id.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, LONGEST_NAME);
  return outOfBounds(name, row).map(({ field, reason }) => ({
    row: id,
    id: called,
    detail: `${name} "${called}", ${field}: ${reason}. Correct it in the database.`,
  }));
}

/** Characters of an id by which a row is called. */
const LONGEST_NAME = 200;

/** The order of the sources: by time where rows have one, then by id. */
function inOrder({ id }: DatasetShape<object>) {
  return (a: { created_at?: string }, b: { created_at?: string }) =>
    (a.created_at !== undefined && b.created_at !== undefined
      ? compareInstants(a.created_at, b.created_at)
      : 0) || (id(a) < id(b) ? -1 : 1);
}
