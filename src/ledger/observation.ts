import { addDuration, dayOf, type IsoInstant } from '../core/instant.ts';
import { DATASETS, type DatasetName, type DatasetShape, type RowOf } from './dataset.ts';
import {
  type Fields,
  type PublishedRecord,
  type RecordEntry,
  type RowRecord,
  type SealedWords,
  seal,
} from './record.ts';
import { TAKEN_DOWN } from './takedown.ts';

/** What a run brings to the record besides its rows. */
export interface Observer {
  readonly seenAt: IsoInstant;
  /** Every sealed text so far, by digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
  /** 32 random hexadecimal digits, new at each call. */
  readonly newSalt: () => string;
  /** Where the rows were read before and are read now, where that differs: what is different then is no change. */
  readonly reread?: { readonly from: string; readonly to: string } | undefined;
}

/** What rows read now add to the record: entries, and the words that entries hold as hashes. */
export interface Observation<Name extends string = DatasetName> {
  readonly entries: readonly RecordEntry<Name>[];
  readonly words: readonly SealedWords[];
}

/** Rows of one kind as the record is to hold them. */
export interface ObservedRows<Name extends string> {
  readonly dataset: Name;
  readonly rows: readonly { readonly id: string; readonly fields: object }[];
  /** The fields that hold words of people. */
  readonly words: readonly string[];
  /** Every row that is there, recorded or not: what is known and not among these is gone. */
  readonly present: ReadonlySet<string>;
}

/** What was made before midnight may be committed, or seen, a little after it: a day is over an hour later. */
const LATE_COMMITS = '-PT1H';

/**
 * Compares rows of a dataset with what was published of them: first values, changes, and what is gone; where the
 * rows are read from another place than before, what is different there.
 */
export function observe<Name extends DatasetName>(
  dataset: Name,
  rows: readonly RowOf<Name>[],
  record: PublishedRecord,
  observer: Observer,
): Observation {
  const shape = DATASETS[dataset] as unknown as DatasetShape<RowOf<Name>>;
  const day = dayOf(addDuration(observer.seenAt, LATE_COMMITS));
  const known = record.get(dataset);
  const observed = {
    dataset,
    rows: rows
      // What was recorded once is always compared, however early the rows say that they were read.
      .filter((row) => known?.has(shape.id(row)) === true || (shape.recorded?.(row, day) ?? false))
      .map((row) => ({ id: shape.id(row), fields: recordedFields(row, shape.hashed ?? []) })),
    words: shape.words as readonly string[],
    present: new Set(rows.map((row) => shape.id(row))),
  };
  return observeRows(observed, known, observer);
}

function recordedFields<Row extends object>(row: Row, hashed: readonly (keyof Row)[]): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !hashed.includes(field as keyof Row)));
}

/** The same for rows of any kind. */
export function observeRows<Name extends string>(
  { dataset, rows, words: wordFields, present }: ObservedRows<Name>,
  known: ReadonlyMap<string, RowRecord> | undefined,
  observer: Observer,
): Observation<Name> {
  const entries: RecordEntry<Name>[] = [];
  const words: SealedWords[] = [];
  const { reread } = observer;
  for (const { id, fields } of rows) {
    const was = known?.get(id);
    const common = { dataset, id, seen_at: observer.seenAt };
    const is = fieldsOf(fields, wordFields, was?.latest ?? {}, observer, words);
    if (was === undefined) {
      entries.push({ kind: 'first', ...common, value: is });
      continue;
    }
    const changed = differingFields(was.latest, is);
    if (changed.length > 0 || was.gone !== null || was.unread !== null) {
      const values = { ...common, before: pick(was.latest, changed), after: pick(is, changed) };
      entries.push(
        reread === undefined ? { kind: 'change', ...values } : { kind: 'reread', ...values, ...reread },
      );
    }
  }
  for (const [id, row] of known ?? []) {
    if (row.gone !== null || row.unread !== null || present.has(id)) continue;
    const common = { dataset, id, seen_at: observer.seenAt };
    entries.push(
      reread === undefined ? { kind: 'gone', ...common } : { kind: 'unread', ...common, ...reread },
    );
  }
  return { entries, words };
}

/** A row as fields of text: nulls left out, words replaced by their hash (the known one where they are the same). */
function fieldsOf(
  row: object,
  wordFields: readonly string[],
  latest: Fields,
  { words, newSalt }: Observer,
  sealed: SealedWords[],
): Fields {
  const fields: Fields = {};
  for (const [field, text] of Object.entries(row) as [string, string | null][]) {
    if (text === null) {
      // Of a text that was taken down the row has none, whatever its source has: that is no change.
      const last = words.get(wordFields.includes(field) ? (latest[field] ?? '') : '');
      if (last !== undefined && last.text === undefined) fields[field] = last.digest;
      continue;
    }
    if (!wordFields.includes(field)) {
      fields[field] = text;
      continue;
    }
    const known = words.get(latest[field] ?? '');
    const isTakenDown =
      known !== undefined && known.text === undefined && Object.values(TAKEN_DOWN).includes(text);
    if (known !== undefined && (isTakenDown || seal(known.salt, text) === known.digest)) {
      fields[field] = known.digest;
      continue;
    }
    const salt = newSalt();
    const digest = seal(salt, text);
    sealed.push({ digest, salt, text });
    fields[field] = digest;
  }
  return fields;
}

function differingFields(was: Fields, is: Fields): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
}

function pick(from: Fields, fields: readonly string[]): Fields {
  const kept: Fields = {};
  for (const field of fields) if (from[field] !== undefined) kept[field] = from[field];
  return kept;
}
