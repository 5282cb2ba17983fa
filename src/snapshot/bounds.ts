import { compareInstants } from '../core/instant.ts';
import { DATASETS, type DatasetName, type DatasetShape } from '../ledger/dataset.ts';
import { outOfBounds } from '../ledger/out-of-bounds.ts';
import { SourceError } from '../postgres/source-error.ts';
import type { UnreadableRow } from '../postgres/table.ts';
import type { Content } from './content.ts';
import type { Complaint } from './guard.ts';
import { summary } from './judgement.ts';
import type { BoundedPass, LeftOut, Pass } from './reading.ts';

/** Rows that are records of their own. Any other dataset is a sum or a whole: without a row it would be another. */
const ROW_BY_ROW: readonly DatasetName[] = ['batches', 'changelog', 'wallets'];

/**
 * Holds every row against what can be read and the bounds of the house. Of batches, changes and wallets the row alone
 * is left out, by name, and what was last published of it stands; a dataset that would be another without it fails as a
 * whole.
 */
export function withinBounds(pass: Pass, content: Content): BoundedPass {
  const readings: Record<string, unknown> = { ...pass.readings };
  const failures = new Map(pass.failures);
  const found = new Map<DatasetName, readonly LeftOut[]>();
  for (const [name, reading] of Object.entries(pass.readings) as [
    DatasetName,
    { rows: readonly object[]; unreadable: readonly UnreadableRow[] },
  ][]) {
    const shape = DATASETS[name] as unknown as DatasetShape<object>;
    const beyond = reading.rows.flatMap((row) => beyondBounds(name, shape.id(row), row));
    if (beyond.length > 0 && !ROW_BY_ROW.includes(name)) {
      delete readings[name];
      const lines = summary(beyond.map(({ detail }) => detail));
      failures.set(name, new SourceError('invalid-row', `${name} was refused.\n  invalid-row: ${lines}`));
      continue;
    }
    const faults = [...beyond, ...reading.unreadable.flatMap(unreadableFaults)];
    if (faults.length === 0) continue;
    const published = (content.rows[name] ?? []) as readonly object[];
    const inDoubt = rowsInDoubt(shape, reading, published);
    const left = new Set([...faults.flatMap(({ row }) => row ?? []), ...inDoubt]);
    const standing = published.filter((row) => left.has(shape.id(row)));
    const rows = [...reading.rows.filter((row) => !left.has(shape.id(row))), ...standing];
    readings[name] = { ...reading, rows: standing.length === 0 ? rows : rows.toSorted(inOrder(shape)) };
    const stands = new Set(standing.map(shape.id));
    const isFigure = (field: string | null) =>
      field === null || (shape.money as readonly string[]).includes(field) || COUNTED.includes(field);
    found.set(name, [
      ...faults.map(({ row, field, ...fault }) => ({
        ...fault,
        // No sum has what is dated ahead: only one that was published before is in what stands.
        figuresMayDiffer:
          fault.guard === 'dated-ahead'
            ? row !== null && stands.has(row)
            : row === null || !stands.has(row) || isFigure(field),
      })),
      ...inDoubt.map((id) => ({
        guard: 'unreadable-row' as const,
        id,
        detail: `${name} "${id}" was published and may be a row of which the id can not be read now.`,
        figuresMayDiffer: true,
      })),
    ]);
  }
  return { ...pass, readings: readings as Pass['readings'], failures, leftOut: found };
}

/** Why a row is left out; `row` is its id, null where nobody can tell it. */
interface Fault extends Complaint {
  readonly guard: LeftOut['guard'];
  readonly row: string | null;
  readonly field: string | null;
}

/** Beside the columns of money, those by which a row is counted in totals and days. */
const COUNTED: readonly string[] = ['tx_count', 'created_at'];

function beyondBounds(name: DatasetName, id: string, row: object): Fault[] {
  // An id is a text of the row too: one that is out of bounds itself is cut, so that it can be shown at all.
  const called = id.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, LONGEST_NAME);
  return outOfBounds(name, row).map(({ field, reason }) => ({
    guard: 'out-of-bounds',
    row: id,
    id: called,
    field,
    detail: `${name} "${called}", ${field}: ${reason}. Correct it in the database.`,
  }));
}

function unreadableFaults({ id, name, isAhead, faults }: UnreadableRow): Fault[] {
  return faults.map(({ column, detail }) => ({
    guard: isAhead ? 'dated-ahead' : 'unreadable-row',
    row: id,
    id: name,
    field: column,
    detail: `${detail}. Correct it in the database.`,
  }));
}

/**
 * Published rows that are not found while there is a row of which the id can not be read: each may be that one, so none
 * is told as gone. Where they are most of what was published, that is no explanation, and the guards judge.
 */
function rowsInDoubt(
  { id }: DatasetShape<object>,
  { rows, unreadable }: { rows: readonly object[]; unreadable: readonly UnreadableRow[] },
  published: readonly object[],
): string[] {
  if (unreadable.every((row) => row.id !== null)) return [];
  const there = new Set([...rows.map(id), ...unreadable.flatMap((row) => row.id ?? [])]);
  const missing = published.map(id).filter((one) => !there.has(one));
  return missing.length * 2 > published.length ? [] : missing;
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
