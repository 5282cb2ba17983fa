import { z } from 'zod';
import { sha256Hex } from './canonical.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type RowOf } from './dataset.ts';
import { type IsoInstant, isoInstantSchema } from './instant.ts';

/** Fields and their text; a field that is null in the source is absent. */
const fieldsSchema = z.record(z.string(), z.string());
export type Fields = z.infer<typeof fieldsSchema>;

const common = { dataset: z.enum(DATASET_NAMES), id: z.string(), seen_at: isoInstantSchema };

/**
 * One line of the published record: the first value of a row, or a later change of it, with the time it was
 * seen. Strings only, one entry one line, never rewritten: each line can become the leaf of a Merkle log.
 */
export const recordEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('first'), value: fieldsSchema }),
  z.strictObject({ ...common, kind: z.literal('change'), before: fieldsSchema, after: fieldsSchema }),
]);

export type RecordEntry = z.infer<typeof recordEntrySchema>;

/**
 * The text behind a hash in the record, in a file beside it. A text that must go by law goes from here
 * (the salt stays); the record itself, and what will prove it, stay whole.
 */
export const sealedWordsSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  text: z.string().optional(),
});

export type SealedWords = z.infer<typeof sealedWordsSchema>;

/** What the record says of one row. */
export interface RowRecord {
  readonly first: Fields;
  readonly first_seen: IsoInstant;
  readonly changes: readonly {
    readonly seen_at: IsoInstant;
    readonly before: Fields;
    readonly after: Fields;
  }[];
  readonly latest: Fields;
}

export type PublishedRecord = ReadonlyMap<DatasetName, ReadonlyMap<string, RowRecord>>;

/** SHA-256(salt ‖ text), the salt as the bytes its hexadecimal text spells in UTF-8. */
export function seal(salt: string, text: string): string {
  return sha256Hex(salt + text);
}

/** Plays the entries in order. A second `first`, or a change of what was never there, is an Error. */
export function playRecord(entries: Iterable<RecordEntry>): PublishedRecord {
  const record = new Map<DatasetName, Map<string, RowRecord>>();
  for (const entry of entries) {
    const rows = record.get(entry.dataset) ?? new Map<string, RowRecord>();
    record.set(entry.dataset, rows);
    rows.set(entry.id, afterEntry(rows.get(entry.id), entry));
  }
  return record;
}

function afterEntry(row: RowRecord | undefined, entry: RecordEntry): RowRecord {
  if (entry.kind === 'first') {
    if (row !== undefined) throw new Error(`the record has two first values of ${entry.dataset} ${entry.id}`);
    return { first: entry.value, first_seen: entry.seen_at, changes: [], latest: entry.value };
  }
  if (row === undefined)
    throw new Error(`the record changes ${entry.dataset} ${entry.id} before its first value`);
  const { seen_at, before, after } = entry;
  const kept = Object.entries(row.latest).filter(([field]) => !(field in before) && !(field in after));
  const latest = { ...Object.fromEntries(kept), ...after };
  return { ...row, changes: [...row.changes, { seen_at, before, after }], latest };
}

export interface Observation {
  readonly seenAt: IsoInstant;
  /** Every sealed text so far, by digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
  /** 32 random hexadecimal digits, new at each call. */
  readonly newSalt: () => string;
}

/** The entries that rows read now add to the record, and the words those entries hold as hashes. */
export function observe<Name extends DatasetName>(
  dataset: Name,
  rows: readonly RowOf<Name>[],
  record: PublishedRecord,
  { seenAt, words, newSalt }: Observation,
): { entries: RecordEntry[]; words: SealedWords[] } {
  const shape = DATASETS[dataset] as unknown as (typeof DATASETS)['batches'];
  const entries: RecordEntry[] = [];
  const sealed: SealedWords[] = [];
  const sealField = (text: string): string => {
    const salt = newSalt();
    const digest = seal(salt, text);
    sealed.push({ digest, salt, text });
    return digest;
  };
  for (const row of rows as readonly RowOf<'batches'>[]) {
    if (!shape.recorded(row, seenAt.slice(0, 10))) continue;
    const id = shape.id(row);
    const known = record.get(dataset)?.get(id);
    const value: Fields = {};
    for (const [field, text] of Object.entries(row)) {
      if (text === null) continue;
      const latest = known?.latest[field];
      if (!(shape.words as readonly string[]).includes(field)) value[field] = text;
      else value[field] = latest !== undefined && says(words.get(latest), text) ? latest : sealField(text);
    }
    if (known === undefined) entries.push({ kind: 'first', dataset, id, seen_at: seenAt, value });
    else entries.push(...changeOf(dataset, id, seenAt, known.latest, value));
  }
  return { entries, words: sealed };
}

function says(words: SealedWords | undefined, text: string): boolean {
  return words !== undefined && seal(words.salt, text) === words.digest;
}

function changeOf(
  dataset: DatasetName,
  id: string,
  seen_at: IsoInstant,
  was: Fields,
  is: Fields,
): RecordEntry[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => was[field] !== is[field],
  );
  if (fields.length === 0) return [];
  return [{ kind: 'change', dataset, id, seen_at, before: pick(was, fields), after: pick(is, fields) }];
}

function pick(from: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(
    fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])),
  );
}
